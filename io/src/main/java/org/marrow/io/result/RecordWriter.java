package org.marrow.io.result;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;

/** Writes records as {@link ResultJson} describes. */
final class RecordWriter {
    private final JsonGenerator json;

    RecordWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Object value) throws IOException {
        Optional<PlainText<?>> plain = PlainText.of(value.getClass());
        if (plain.isPresent()) {
            json.writeString(plain.get().write(value));
            return;
        }
        switch (value) {
            case Record fields -> writeFields(fields);
            case Enum<?> constant -> json.writeString(constant.name());
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> writeDouble(number);
            case Float number -> writeFloat(number);
            case int[] numbers -> json.writeArray(numbers, 0, numbers.length);
            case long[] numbers -> json.writeArray(numbers, 0, numbers.length);
            case double[] numbers -> {
                json.writeStartArray();
                for (double number : numbers) {
                    writeDouble(number);
                }
                json.writeEndArray();
            }
            case float[] numbers -> {
                json.writeStartArray();
                for (float number : numbers) {
                    writeFloat(number);
                }
                json.writeEndArray();
            }
            case Map<?, ?> map -> writeMap(map);
            // The order of a set differs from one run of Java to the next.
            case Set<?> set -> writeAll(new TreeSet<Object>(set));
            case Collection<?> list -> writeAll(list);
            default -> throw new BugException("no JSON is defined for " + value.getClass());
        }
    }

    private void writeFields(Record fields) throws IOException {
        RecordShape shape = RecordShape.of(fields.getClass());
        json.writeStartObject();
        Optional<String> variant = shape.variantName();
        if (variant.isPresent()) {
            json.writeStringField(RecordReader.VARIANT, variant.get());
        }
        for (RecordShape.Part part : shape.parts()) {
            Object value = present(part.get(fields));
            if (value != null) {
                json.writeFieldName(part.name());
                write(value);
            }
        }
        json.writeEndObject();
    }

    /** What an optional holds, or null; other values as they are. */
    private static @Nullable Object present(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isPresent() ? optional.get() : null;
            case OptionalDouble optional -> optional.isPresent() ? (Object) optional.getAsDouble() : null;
            case OptionalInt optional -> optional.isPresent() ? (Object) optional.getAsInt() : null;
            case OptionalLong optional -> optional.isPresent() ? (Object) optional.getAsLong() : null;
            default -> value;
        };
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        SortedMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key(key), value));
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            json.writeFieldName(entry.getKey());
            write(entry.getValue());
        }
        json.writeEndObject();
    }

    private static String key(Object key) {
        if (key instanceof Enum<?> constant) {
            return constant.name();
        }
        return PlainText.of(key.getClass())
                .map(plain -> plain.write(key))
                .orElseThrow(() -> new BugException("no JSON is defined for keys of " + key.getClass()));
    }

    private void writeAll(Collection<?> values) throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            write(value);
        }
        json.writeEndArray();
    }

    private void writeDouble(double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Double.toString(number));
        }
    }

    /** In the shortest form that reads back as the same float, whole numbers without a point. */
    private void writeFloat(float number) throws IOException {
        String text = Float.toString(number);
        if (!Float.isFinite(number)) {
            json.writeString(text);
        } else if (text.endsWith(".0")) {
            json.writeNumber(text.substring(0, text.length() - 2));
        } else {
            json.writeNumber(text);
        }
    }
}
