package org.marrow.server.store;

import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** The database is away or has no room for us; the same request may succeed later. */
public final class StoreUnavailableException extends UserException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(ErrorCode.ENVIRONMENT, message, cause);
    }
}
