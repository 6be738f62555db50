package org.marrow.io.guard;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;

/**
 * Runs a library's reading code. Such code answers corrupt input with exceptions of every kind; here they all become one
 * {@link FormatException} that names the file and the place.
 *
 * <p>Only the library's own calls belong inside: an exception of the caller's code would be blamed on the file.
 */
public final class GuardedRead {
    private static final int LONGEST_REASON = 300;

    private GuardedRead() {}

    /** Code of a library that reads a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** Code of a library that gives nothing. */
    @FunctionalInterface
    public interface Running {
        void run() throws IOException;
    }

    /**
     * Gives what {@code reading} gives.
     *
     * @param place where in the file the reader stands; asked only on failure
     * @param expected what a valid file holds there, as a noun phrase
     * @throws FormatException for every exception and stack overflow of the library
     * @throws UserException with code ACCESS when the file system fails
     */
    public static <T> T read(Path file, Supplier<Location> place, String expected, Reading<T> reading) {
        try {
            return reading.read();
        } catch (UserException | BugException ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            FileSystemException fileSystem = fileSystemFailure(failure);
            if (fileSystem != null) {
                throw FileAccess.failure(file, fileSystem);
            }
            throw new FormatException(
                    file, place.get(), expected, "content that cannot be read (" + reason(failure) + ")", failure);
        }
    }

    /** As {@link #read(Path, Supplier, String, Reading)}, for a file that is read as a whole. */
    public static <T> T read(Path file, String expected, Reading<T> reading) {
        return read(file, Location::whole, expected, reading);
    }

    /** As {@link #read(Path, String, Reading)}, for code that gives nothing, such as closing. */
    public static void run(Path file, String expected, Running running) {
        read(file, expected, () -> {
            running.run();
            return true;
        });
    }

    private static @Nullable FileSystemException fileSystemFailure(Throwable failure) {
        Throwable cause = failure;
        // A chain of causes may be a ring; eight links are more than any library makes.
        for (int depth = 0; cause != null && depth < 8; depth++) {
            if (cause instanceof FileSystemException found) {
                return found;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        String text = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}
