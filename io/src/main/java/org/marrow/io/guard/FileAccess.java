package org.marrow.io.guard;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** Tells a file that is not there, or may not be read, from one that is damaged. */
public final class FileAccess {
    private FileAccess() {}

    /**
     * Returns {@code file} when it is a file that can be read.
     *
     * @throws UserException with {@link ErrorCode#ACCESS} and the file's name otherwise
     */
    public static Path requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new UserException(ErrorCode.ACCESS, file + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new UserException(ErrorCode.ACCESS, file + ": expected a file, found a folder");
        }
        if (!Files.isReadable(file)) {
            throw new UserException(ErrorCode.ACCESS, file + ": the file cannot be read; check its permissions");
        }
        return file;
    }

    /** The message for a failure of the file system, as opposed to one of the content. */
    static UserException failure(Path file, IOException failure) {
        String reason =
                switch (failure) {
                    case NoSuchFileException absent -> "there is no such file or folder";
                    case AccessDeniedException denied -> "access is denied; check the permissions";
                    default -> String.valueOf(failure.getMessage());
                };
        return new UserException(ErrorCode.ACCESS, file + ": " + reason, failure);
    }
}
