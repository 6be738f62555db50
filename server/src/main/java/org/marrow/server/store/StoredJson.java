package org.marrow.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.marrow.core.error.BugException;
import org.marrow.io.result.ResultJson;

/** Records in JSON columns, as {@link ResultJson} writes them. */
final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredJson() {}

    /** @param value a record or a map of texts */
    static JSONB column(Object value) {
        return JSONB.jsonb(ResultJson.toJson(value));
    }

    /** An array of texts. */
    static List<String> list(JSONB column) {
        try {
            return List.of(MAPPER.readValue(column.data(), String[].class));
        } catch (JsonProcessingException notTexts) {
            throw new BugException("a column of the store does not hold an array of texts", notTexts);
        }
    }

    static ObjectNode object(JSONB column) {
        try {
            return (ObjectNode) MAPPER.readTree(column.data());
        } catch (JsonProcessingException notJson) {
            throw new BugException("a column of the store does not hold a JSON object", notJson);
        }
    }

    static Map<String, String> texts(JSONB column) {
        Map<String, String> texts = new TreeMap<>();
        object(column)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return texts;
    }
}
