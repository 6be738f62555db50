package org.marrow.server.api;

/** A request that is answered with an error. The message is shown, so it never repeats what was asked. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiError error;

    ApiException(ApiError error) {
        super(error.message());
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
