package org.marrow.server.api;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Answers what is so malformed that it reaches no route, such as an address that is too long. */
public final class MalformedRequests implements Handler<HttpServerRequest> {
    @Override
    public void handle(HttpServerRequest request) {
        ApiError error = error(request.decoderResult().cause());
        SecurityHeaders.putAll(request.response().headers());
        request.response()
                .setStatusCode(error.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Answer.JSON)
                .end(Buffer.buffer(error.json().toString()))
                .onComplete(sent -> request.connection().close());
    }

    private static ApiError error(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ApiError.URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? ApiError.HEADERS_TOO_LARGE : ApiError.INVALID_REQUEST;
    }
}
