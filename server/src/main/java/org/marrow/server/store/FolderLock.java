package org.marrow.server.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/**
 * Keeps a second process, or a second user in this one, out of a folder. The operating system lifts it when the process dies.
 * The file's text says who holds it, for people only.
 */
final class FolderLock implements AutoCloseable {
    /**
     * What this process holds. A second look at such a file would lift its lock, since POSIX drops a process's locks on a file
     * as soon as the process closes it anywhere.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param file in a folder that exists
     * @throws UserException when it is taken
     */
    static FolderLock acquire(Path file) throws IOException {
        Path folder = requireNonNull(file.toAbsolutePath().getParent()).toRealPath();
        Path real = folder.resolve(file.getFileName());
        if (!HELD.add(real)) {
            throw taken(folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return lock(real, folder);
        } catch (Throwable failure) {
            HELD.remove(real);
            throw failure;
        }
    }

    private static FolderLock lock(Path file, Path folder) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(folder, holder(file));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            return new FolderLock(file, channel);
        } catch (Throwable failure) {
            channel.close();
            throw failure;
        }
    }

    private static UserException taken(Path folder, String holder) {
        return new UserException(
                ErrorCode.ACCESS,
                "The database folder " + folder + " is in use by another Marrow"
                        + (holder.isEmpty() ? "" : " (process " + holder + ")")
                        + ". Stop that one first, or use another folder.");
    }

    private static String holder(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            return text.matches("[0-9]+") ? text : "";
        } catch (IOException unreadable) {
            // Windows lets nobody read what is locked.
            return "";
        }
    }

    @Override
    public void close() {
        // Once only: by the second time another may hold it.
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            HELD.remove(file);
        }
    }
}
