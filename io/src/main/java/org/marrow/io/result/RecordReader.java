package org.marrow.io.result;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.run.AddedLater;
import org.marrow.io.table.FoundText;

/**
 * Reads records as {@link ResultJson} describes. Each value must be of its component's type: nothing is converted, no field is
 * passed over, and only optional components may be missing, and lists and maps that {@link AddedLater} marks.
 */
final class RecordReader {
    /** The field that tells which form of a sealed interface an object has; it comes first. */
    static final String VARIANT = "type";

    private final JsonParser json;
    private final Path file;

    /** @param file named in messages */
    RecordReader(JsonParser json, Path file) {
        this.json = json;
        this.file = file;
    }

    /** Reads the whole text as one value of {@code type}. */
    Object readWhole(Type type) throws IOException {
        next();
        Object value = read(type);
        requireEnd();
        return value;
    }

    /** Reads the whole text as an array of {@code element}. */
    List<Object> readWholeList(Type element) throws IOException {
        next();
        List<Object> values = readElements(element);
        requireEnd();
        return values;
    }

    private void requireEnd() throws IOException {
        if (json.nextToken() != null) {
            throw wrong("the end of the text");
        }
    }

    /** Reads the value that begins with the current token, and stops at its last. */
    private Object read(Type type) throws IOException {
        Class<?> plain = rawClass(type);
        Optional<PlainText<?>> text = PlainText.of(plain);
        if (text.isPresent()) {
            return readText(text.get());
        }
        if (plain.isRecord()) {
            expect(JsonToken.START_OBJECT, "an object");
            next();
            return readFields(plain);
        }
        if (plain.isSealed()) {
            return readVariant(plain);
        }
        if (plain.isEnum()) {
            return readConstant(plain);
        }
        if (plain == List.class) {
            return List.copyOf(readElements(argument(type, 0)));
        }
        if (plain == Set.class) {
            return new LinkedHashSet<>(readElements(argument(type, 0)));
        }
        if (plain == Map.class) {
            return readMap(argument(type, 0), argument(type, 1));
        }
        if (plain == Optional.class) {
            return Optional.of(read(argument(type, 0)));
        }
        return readPrimitive(plain);
    }

    private Object readPrimitive(Class<?> type) throws IOException {
        if (type == boolean.class || type == Boolean.class) {
            if (json.currentToken() != JsonToken.VALUE_TRUE && json.currentToken() != JsonToken.VALUE_FALSE) {
                throw wrong("true or false");
            }
            return json.getBooleanValue();
        }
        if (type == int.class || type == Integer.class) {
            return readInt();
        }
        if (type == long.class || type == Long.class) {
            return readLong();
        }
        if (type == double.class || type == Double.class) {
            return readDouble();
        }
        if (type == OptionalInt.class) {
            return OptionalInt.of(readInt());
        }
        if (type == OptionalLong.class) {
            return OptionalLong.of(readLong());
        }
        if (type == OptionalDouble.class) {
            return OptionalDouble.of(readDouble());
        }
        if (type == int[].class) {
            return readInts();
        }
        if (type == float[].class) {
            return readFloats();
        }
        if (type == double[].class) {
            return readDoubles();
        }
        throw new BugException("no JSON is defined for " + type);
    }

    private Object readText(PlainText<?> type) throws IOException {
        expect(JsonToken.VALUE_STRING, type.expected());
        try {
            return type.read(json.getText());
        } catch (InvalidValueException refusal) {
            throw wrong(refusal.expected());
        }
    }

    private Object readConstant(Class<?> type) throws IOException {
        // What is no string is not taken for a name, and the refusal lists the names.
        return constant(type, json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "");
    }

    private Object constant(Class<?> type, String name) throws IOException {
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        throw wrong("one of " + Arrays.toString(constants));
    }

    private Object readVariant(Class<?> type) throws IOException {
        Class<?>[] forms = type.getPermittedSubclasses();
        String names = Stream.of(forms).map(Class::getSimpleName).collect(Collectors.joining(", "));
        expect(JsonToken.START_OBJECT, "an object");
        if (next() != JsonToken.FIELD_NAME || !json.currentName().equals(VARIANT)) {
            throw wrong("the field " + VARIANT + " first, one of " + names);
        }
        next();
        for (Class<?> form : forms) {
            if (json.currentToken() == JsonToken.VALUE_STRING && json.getText().equals(form.getSimpleName())) {
                next();
                return readFields(form);
            }
        }
        throw wrong("one of " + names);
    }

    /** Reads fields up to the end of the object; the current token is the first field name or that end. */
    private Object readFields(Class<?> type) throws IOException {
        RecordShape shape = RecordShape.of(type);
        @Nullable Object[] values = new Object[shape.parts().size()];
        while (json.currentToken() == JsonToken.FIELD_NAME) {
            int index = shape.indexOf(json.currentName());
            if (index < 0) {
                throw wrong("a field of " + type.getSimpleName() + ", one of " + names(shape));
            }
            if (values[index] != null) {
                throw wrong("each field once");
            }
            next();
            values[index] = read(shape.parts().get(index).type());
            next();
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = whenMissing(shape.parts().get(i), type);
            }
        }
        try {
            return shape.build(values);
        } catch (InvalidValueException refusal) {
            throw new FormatException(
                    file,
                    place(json.currentTokenLocation()),
                    refusal.name() + " to be " + refusal.expected(),
                    FoundText.quote(refusal.found()) + path(),
                    refusal);
        }
    }

    private Object whenMissing(RecordShape.Part part, Class<?> of) {
        Class<?> type = rawClass(part.type());
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == OptionalDouble.class) {
            return OptionalDouble.empty();
        }
        if (type == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        if (part.addedLater() && type == List.class) {
            return List.of();
        }
        if (part.addedLater() && type == Map.class) {
            return Map.of();
        }
        throw new FormatException(
                file,
                place(json.currentTokenLocation()),
                "the field " + part.name() + " of " + of.getSimpleName(),
                "an object without it" + path());
    }

    private List<Object> readElements(Type type) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        List<Object> elements = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            elements.add(read(type));
        }
        return elements;
    }

    private Map<Object, Object> readMap(Type keys, Type values) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        Map<Object, Object> map = new LinkedHashMap<>();
        while (next() == JsonToken.FIELD_NAME) {
            Object name = readKey(rawClass(keys));
            if (map.containsKey(name)) {
                throw wrong("each field once");
            }
            next();
            map.put(name, read(values));
        }
        return map;
    }

    private Object readKey(Class<?> type) throws IOException {
        String name = json.currentName();
        if (type.isEnum()) {
            return constant(type, name);
        }
        PlainText<?> key =
                PlainText.of(type).orElseThrow(() -> new BugException("no JSON is defined for keys of " + type));
        try {
            return key.read(name);
        } catch (InvalidValueException refusal) {
            throw wrong(refusal.expected());
        }
    }

    private int readInt() throws IOException {
        long number = readLong();
        if (number != (int) number) {
            throw wrong("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    private long readLong() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw wrong("a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
        }
        return json.getLongValue();
    }

    private double readDouble() throws IOException {
        double number = Double.parseDouble(number());
        if (Double.isInfinite(number) && json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("a number that a double holds");
        }
        return number;
    }

    private float readFloat() throws IOException {
        float number = Float.parseFloat(number());
        if (Float.isInfinite(number) && json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("a number that a float holds");
        }
        return number;
    }

    /** The text of a number; JSON has none for those that are not finite, so they are strings. */
    private String number() throws IOException {
        String text = json.getText();
        boolean number = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                || json.currentToken() == JsonToken.VALUE_STRING
                        && (text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity"));
        if (!number) {
            throw wrong("a number");
        }
        return text;
    }

    private int[] readInts() throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        int[] numbers = new int[16];
        int count = 0;
        while (next() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = readInt();
        }
        return Arrays.copyOf(numbers, count);
    }

    private float[] readFloats() throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        float[] numbers = new float[16];
        int count = 0;
        while (next() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = readFloat();
        }
        return Arrays.copyOf(numbers, count);
    }

    private double[] readDoubles() throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        double[] numbers = new double[16];
        int count = 0;
        while (next() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = readDouble();
        }
        return Arrays.copyOf(numbers, count);
    }

    private JsonToken next() throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new FormatException(
                    file, place(json.currentLocation()), "the rest of the JSON text", "the end of the file");
        }
        return token;
    }

    private void expect(JsonToken token, String expected) throws IOException {
        if (json.currentToken() != token) {
            throw wrong(expected);
        }
    }

    private FormatException wrong(String expected) throws IOException {
        JsonToken token = json.currentToken();
        String found = token == null ? "the end of the file" : FoundText.quote(String.valueOf(json.getText()));
        return new FormatException(file, place(json.currentTokenLocation()), expected, found + path());
    }

    private String path() {
        String path = json.getParsingContext().pathAsPointer().toString();
        return path.isEmpty() ? "" : " at " + path;
    }

    static Location place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? Location.whole()
                : Location.column(location.getLineNr(), Integer.toString(location.getColumnNr()));
    }

    private static String names(RecordShape shape) {
        return shape.parts().stream().map(RecordShape.Part::name).collect(Collectors.joining(", "));
    }

    private static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[index];
        }
        throw new BugException(type + " does not say what it holds");
    }

    private static Class<?> rawClass(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new BugException("no JSON is defined for " + type);
        };
    }
}
