package org.marrow.core.error;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something the user can mend. The message is a whole sentence that says what was found and what is expected; it is shown
 * without a stack trace.
 */
public class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public UserException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public UserException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code");
    }

    public ErrorCode code() {
        return code;
    }
}
