package org.marrow.core.error;

import org.jspecify.annotations.Nullable;

/** A state that no input should bring about: a mistake of ours, shown with its stack trace. */
public final class BugException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BugException(String message) {
        super(message);
    }

    public BugException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
