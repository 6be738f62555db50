package org.marrow.io.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.io.guard.AtomicFile;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.guard.GuardedRead;

/**
 * Core records as JSON: docs/formats/results-json.md describes it.
 *
 * <ul>
 *   <li>A record is an object; its fields have the names and the order of the record's components.
 *   <li>Pseudonyms, sample ids, centres, run ids, SHA-256, dates and moments are strings, enums their names.
 *   <li>An empty optional has no field. There is no null.
 *   <li>A form of a sealed interface has its name in a first field, {@code type}.
 *   <li>Maps are objects with sorted names; sets are sorted arrays.
 *   <li>Numbers are in the shortest form that reads back the same; NaN and the infinities are the strings {@code "NaN"},
 *       {@code "Infinity"} and {@code "-Infinity"}.
 * </ul>
 *
 * <p>The same record gives the same bytes everywhere.
 */
public final class ResultJson {
    /** Of a file: a map of ten million cells has some 300 MB. */
    public static final long MAX_BYTES = 1L << 30;

    private static final int MAX_STRING_CHARS = 16 << 20;
    private static final int MAX_NAME_CHARS = 4096;
    private static final int MAX_NUMBER_CHARS = 64;
    private static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_CHARS)
                    .maxNameLength(MAX_NAME_CHARS)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .build())
            .build();

    private ResultJson() {}

    /** A record, or a list, set or map of records, as compact JSON on one line. */
    public static String toJson(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new RecordWriter(json).write(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return text.toString();
    }

    /** Writes a record and a line break at the end; the file appears whole or not at all. */
    public static void write(Path file, Record value) {
        AtomicFile.writeBytes(file, out -> {
            writeTo(out, value);
            out.write('\n');
        });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws FormatException with line and column for a field that the record does not have, a required one that is missing, a
     *     value of another type, one that the record refuses, and whatever is not JSON
     * @throws UserException with code ACCESS when the file cannot be read
     */
    public static <T extends Record> T read(Path file, Class<T> type) {
        FileAccess.requireReadable(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long bytes = Files.size(file);
            if (bytes > MAX_BYTES) {
                throw new FormatException(file, Location.whole(), "at most " + MAX_BYTES + " bytes", bytes + " bytes");
            }
            try (JsonParser json = FACTORY.createParser(in)) {
                return read(json, file, type);
            }
        } catch (IOException failure) {
            throw new UserException(ErrorCode.ACCESS, file + ": cannot be read: " + failure.getMessage(), failure);
        }
    }

    /**
     * Reads a record from a text.
     *
     * @param file named in messages
     */
    public static <T extends Record> T fromJson(String text, Class<T> type, Path file) {
        try (JsonParser json = FACTORY.createParser(text.getBytes(StandardCharsets.UTF_8))) {
            return read(json, file, type);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    /**
     * Reads an array of records or strings from a text.
     *
     * @param file named in messages
     */
    public static <T> List<T> listFromJson(String text, Class<T> element, Path file) {
        try (JsonParser json = FACTORY.createParser(text.getBytes(StandardCharsets.UTF_8))) {
            return guarded(
                    file,
                    () -> new RecordReader(json, file)
                            .readWholeList(element).stream().map(element::cast).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    private static <T extends Record> T read(JsonParser json, Path file, Class<T> type) throws IOException {
        return guarded(file, () -> type.cast(new RecordReader(json, file).readWhole(type)));
    }

    private static <T> T guarded(Path file, GuardedRead.Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (JsonProcessingException failure) {
            throw new FormatException(
                    file,
                    RecordReader.place(failure.getLocation()),
                    "JSON",
                    "text that is not (" + failure.getOriginalMessage() + ")",
                    failure);
        }
    }

    private static void writeTo(OutputStream out, Object value) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new RecordWriter(json).write(value);
        json.close();
    }
}
