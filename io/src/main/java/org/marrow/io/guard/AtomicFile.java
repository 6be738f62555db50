package org.marrow.io.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/**
 * A file that appears whole or not at all: it is written under another name in the same folder, forced to disk together with
 * the folder's entry, and then renamed over the target. Closing without {@link #commit()} leaves nothing.
 */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path folder;
    private final Path temporary;
    private boolean done;

    private AtomicFile(Path target, Path folder, Path temporary) {
        this.target = target;
        this.folder = folder;
        this.temporary = temporary;
    }

    /** Writes to a path that exists and is empty. */
    @FunctionalInterface
    public interface PathWriting {
        void writeTo(Path temporary) throws IOException;
    }

    /** Writes bytes to a buffered stream, which is closed afterwards. */
    @FunctionalInterface
    public interface StreamWriting {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes UTF-8 text; lines end with {@code \n} only if the writer writes that. */
    @FunctionalInterface
    public interface TextWriting {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Begins a file.
     *
     * @throws UserException with code ACCESS when the target's folder is absent or cannot be written
     */
    public static AtomicFile begin(Path target) {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || Files.isDirectory(absolute)) {
            throw new UserException(
                    ErrorCode.ACCESS, target + ": expected the name of a file to write, found a folder");
        }
        // The name's end stays, because libraries go by the extension.
        Path temporary = folder.resolve(".part-" + UUID.randomUUID() + "-" + name);
        try {
            Files.createFile(temporary);
        } catch (IOException failure) {
            throw cannotWrite(target, failure);
        }
        return new AtomicFile(absolute, folder, temporary);
    }

    /** Writes a whole file by its path, for libraries that want one. */
    public static void write(Path target, PathWriting writing) {
        try (AtomicFile file = begin(target)) {
            try {
                writing.writeTo(file.temporary());
            } catch (IOException | UncheckedIOException failure) {
                throw cannotWrite(target, failure);
            }
            file.commit();
        }
    }

    /** Writes a whole file as a stream of bytes. */
    public static void writeBytes(Path target, StreamWriting writing) {
        write(target, temporary -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                writing.writeTo(out);
            }
        });
    }

    /** Writes a whole file as UTF-8 text. */
    public static void writeText(Path target, TextWriting writing) {
        write(target, temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, UTF_8)) {
                writing.writeTo(out);
            }
        });
    }

    /** Where to write until {@link #commit()}. */
    public Path temporary() {
        return temporary;
    }

    /**
     * Puts the file in its place. All streams on it must be closed by then.
     *
     * @throws UserException with code ACCESS when that fails, in which case the old target is as it was
     */
    public void commit() {
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            done = true;
            forceFolder();
        } catch (IOException failure) {
            throw cannotWrite(target, failure);
        }
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() {
        if (!done) {
            done = true;
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException failure) {
                throw cannotWrite(target, failure);
            }
        }
    }

    private void forceFolder() throws IOException {
        // The rename itself lasts through a power cut only when the folder is forced too.
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The message for a file that could not be written. */
    public static UserException cannotWrite(Path target, Exception failure) {
        return new UserException(
                ErrorCode.ACCESS, target + ": the file cannot be written (" + failure.getMessage() + ")", failure);
    }
}
