package org.marrow.io.clinical;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Pseudonym;
import org.marrow.io.guard.FileAccess;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.NearestName;

/**
 * What is known of one patient, as JSON: docs/formats/patient.md describes it. Names and ranges of the values are the schemes' to
 * check, so each value keeps its place in the file.
 *
 * @param karyotype ISCN, as the report writes it
 * @param values in the file's order; what is null or not there is unknown
 */
public record PatientFile(
        Path file, Pseudonym patient, Disease disease, Optional<String> karyotype, List<Value> values) {
    /** Larger files are no patients. */
    public static final long MAX_BYTES = 1 << 20;

    private static final List<String> FIELDS = List.of("patient", "disease", "karyotype", "values");
    private static final int MAX_STRING_CHARS = 1 << 16;
    private static final int MAX_DEPTH = 8;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_CHARS)
                    .build())
            .build();

    public PatientFile {
        requireNonNull(file, "file");
        requireNonNull(patient, "patient");
        requireNonNull(disease, "disease");
        requireNonNull(karyotype, "karyotype");
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param text as a table's cell would have it: numbers as written, {@code 1} for true and {@code 0} for false
     * @param place in the file
     */
    public record Value(String name, String text, Location place) {}

    /**
     * Reads a file.
     *
     * @throws FormatException with line and column for what is not JSON, for a field that is not known, twice there or missing, and
     *     for a value of another type
     * @throws UserException with code ACCESS when the file cannot be read
     */
    public static PatientFile read(Path file) {
        FileAccess.requireReadable(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long bytes = Files.size(file);
            if (bytes > MAX_BYTES) {
                throw new FormatException(file, Location.whole(), "at most " + MAX_BYTES + " bytes", bytes + " bytes");
            }
            try (JsonParser json = FACTORY.createParser(in)) {
                return new Reading(file, json).patient();
            }
        } catch (IOException failure) {
            throw new UserException(ErrorCode.ACCESS, file + ": cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static final class Reading {
        private final Path file;
        private final JsonParser json;

        Reading(Path file, JsonParser json) {
            this.file = file;
            this.json = json;
        }

        PatientFile patient() throws IOException {
            expect(next(), JsonToken.START_OBJECT, "an object with the fields " + String.join(", ", FIELDS));
            Optional<Pseudonym> patient = Optional.empty();
            Optional<Disease> disease = Optional.empty();
            Optional<String> karyotype = Optional.empty();
            List<Value> values = List.of();
            Set<String> seen = new HashSet<>();
            while (next() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                if (!FIELDS.contains(field)) {
                    throw wrong(
                            "one of the fields " + String.join(", ", FIELDS) + NearestName.hint(field, FIELDS),
                            FoundText.quote(field));
                }
                requireNew(seen, field);
                JsonToken token = next();
                switch (field) {
                    case "patient" -> patient = Optional.of(pseudonym(token));
                    case "disease" -> disease = Optional.of(disease(token));
                    case "karyotype" ->
                        karyotype = token == JsonToken.VALUE_NULL
                                ? Optional.empty()
                                : Optional.of(text(token, "a karyotype in quotes, or null"));
                    default -> values = values(token);
                }
            }
            Location end = place(json.currentTokenLocation());
            Pseudonym who = patient.orElseThrow(() -> missing(end, "patient"));
            Disease what = disease.orElseThrow(() -> missing(end, "disease"));
            if (nextToken() != null) {
                throw wrong("nothing after the patient", found());
            }
            return new PatientFile(
                    file, who, what, karyotype.map(String::strip).filter(text -> !text.isEmpty()), values);
        }

        private Pseudonym pseudonym(JsonToken token) throws IOException {
            String text = text(token, "a pseudonym in quotes");
            try {
                return new Pseudonym(text);
            } catch (InvalidValueException refusal) {
                throw wrong(refusal.expected(), FoundText.quote(text));
            }
        }

        private Disease disease(JsonToken token) throws IOException {
            String expected =
                    "one of " + Stream.of(Disease.values()).map(Enum::name).collect(Collectors.joining(", "));
            String text = text(token, expected);
            return Stream.of(Disease.values())
                    .filter(one -> one.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> wrong(expected, FoundText.quote(text)));
        }

        private List<Value> values(JsonToken token) throws IOException {
            expect(token, JsonToken.START_OBJECT, "an object of values by name");
            List<Value> values = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            while (next() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                requireNew(seen, name);
                JsonToken value = next();
                Location place = place(json.currentTokenLocation());
                switch (value) {
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
                        values.add(new Value(name, json.getText(), place));
                    case VALUE_TRUE -> values.add(new Value(name, "1", place));
                    case VALUE_FALSE -> values.add(new Value(name, "0", place));
                    case VALUE_NULL -> {}
                    default -> throw wrong("a number, a word in quotes, true, false or null", found());
                }
            }
            return values;
        }

        private void requireNew(Set<String> seen, String name) {
            if (!seen.add(name)) {
                throw wrong("each field once", FoundText.quote(name) + " again");
            }
        }

        private String text(JsonToken token, String expected) throws IOException {
            expect(token, JsonToken.VALUE_STRING, expected);
            return json.getText();
        }

        private void expect(JsonToken token, JsonToken wanted, String expected) throws IOException {
            if (token != wanted) {
                throw wrong(expected, found());
            }
        }

        private JsonToken next() throws IOException {
            JsonToken token = nextToken();
            if (token == null) {
                throw new FormatException(
                        file, place(json.currentLocation()), "the rest of the JSON text", "the end of the file");
            }
            return token;
        }

        private @Nullable JsonToken nextToken() throws IOException {
            try {
                return json.nextToken();
            } catch (JsonEOFException end) {
                throw new FormatException(
                        file, place(end.getLocation()), "the rest of the JSON text", "the end of the file", end);
            } catch (JsonProcessingException broken) {
                throw new FormatException(
                        file, place(broken.getLocation()), "JSON", String.valueOf(broken.getOriginalMessage()), broken);
            }
        }

        private String found() throws IOException {
            return FoundText.quote(String.valueOf(json.getText()));
        }

        private FormatException wrong(String expected, String found) {
            return new FormatException(file, place(json.currentTokenLocation()), expected, found);
        }

        private FormatException missing(Location end, String field) {
            return new FormatException(file, end, "the field " + field, "the end of the patient without it");
        }

        private static Location place(@Nullable JsonLocation location) {
            return location == null || location.getLineNr() < 1
                    ? Location.whole()
                    : Location.column(location.getLineNr(), Integer.toString(location.getColumnNr()));
        }
    }
}
