package org.marrow.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * What an operation answers.
 *
 * @param type content type, as the document names it
 */
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, String type, byte[] body) {
    static final String JSON = "application/json";

    static Answer json(ObjectNode body) {
        return json(200, body);
    }

    static Answer json(int status, ObjectNode body) {
        return new Answer(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(String type, byte[] body) {
        return new Answer(200, type, body);
    }
}
