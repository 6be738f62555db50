package org.marrow.server.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a client is told when it cannot have what it asked for.
 *
 * @param status of HTTP
 * @param code stable, lower case, for programs
 * @param message for people; never repeats what was asked, so that nothing can be smuggled into it
 */
record ApiError(int status, String code, String message) {
    static final ApiError INVALID_REQUEST =
            new ApiError(400, "invalid_request", "The request is not as /api/v1/openapi.yaml describes it.");
    static final ApiError UNKNOWN_PATIENT =
            new ApiError(404, "unknown_patient", "There is no such patient here, or the named run was not about them.");
    static final ApiError UNKNOWN_CELL_MAP =
            new ApiError(404, "unknown_cell_map", "There is no such cell map of such a patient here.");
    static final ApiError UNKNOWN_RUN = new ApiError(404, "unknown_run", "There is no such run here.");
    static final ApiError UNKNOWN_PATH = new ApiError(404, "unknown_path", "There is nothing at this address.");
    static final ApiError NO_PAGE =
            new ApiError(404, "no_page", "This build has no page in it; the API is at /api/v1/openapi.yaml.");
    static final ApiError METHOD_NOT_ALLOWED =
            new ApiError(405, "method_not_allowed", "Results can only be read here: use GET.");
    static final ApiError NOT_ACCEPTABLE =
            new ApiError(406, "not_acceptable", "The answer is of a kind that the request does not accept.");
    static final ApiError BODY_REFUSED = new ApiError(413, "body_refused", "Nothing can be sent here.");
    static final ApiError URI_TOO_LONG = new ApiError(414, "uri_too_long", "The address is too long.");
    static final ApiError WRONG_HOST = new ApiError(
            421, "wrong_host", "This server answers under the names of the loopback address alone, such as localhost.");
    static final ApiError HEADERS_TOO_LARGE =
            new ApiError(431, "headers_too_large", "The headers of the request are too large.");
    static final ApiError INTERNAL =
            new ApiError(500, "internal_error", "The server made a mistake; its log says which.");
    static final ApiError UNAVAILABLE =
            new ApiError(503, "unavailable", "The database does not answer at present; try again later.");

    static ApiError ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 404 -> UNKNOWN_PATH;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_REFUSED;
            case 414 -> URI_TOO_LONG;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> INTERNAL;
        };
    }

    ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message);
        return body;
    }
}
