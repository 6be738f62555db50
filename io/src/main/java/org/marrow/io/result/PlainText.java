package org.marrow.io.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.run.RunId;
import org.marrow.core.run.Sha256;

/** The types that JSON shows as one string. */
record PlainText<T>(Class<T> type, String expected, Function<T, String> toText, Function<String, T> fromText) {
    private static final List<PlainText<?>> ALL = List.of(
            new PlainText<>(String.class, "a string", text -> text, text -> text),
            new PlainText<>(Pseudonym.class, "a pseudonym", Pseudonym::value, Pseudonym::new),
            new PlainText<>(SampleId.class, "a sample id", SampleId::value, SampleId::new),
            new PlainText<>(Centre.class, "a centre", Centre::code, Centre::new),
            new PlainText<>(Sha256.class, "a SHA-256", Sha256::hex, Sha256::new),
            new PlainText<>(RunId.class, "a run id", RunId::value, RunId::new),
            new PlainText<>(
                    LocalDate.class, "a date as YYYY-MM-DD", LocalDate::toString, text -> time(text, LocalDate::parse)),
            new PlainText<>(
                    Instant.class,
                    "a moment such as 2026-03-31T10:00:00Z",
                    Instant::toString,
                    text -> time(text, Instant::parse)));

    /** How a type is shown; empty for those that are more than a string. */
    static Optional<PlainText<?>> of(Class<?> type) {
        return ALL.stream().filter(plain -> plain.type == type).findFirst();
    }

    String write(Object value) {
        return toText.apply(type.cast(value));
    }

    /** @throws InvalidValueException when the text is not of this type */
    T read(String text) {
        return fromText.apply(text);
    }

    private static <T> T time(String text, Function<CharSequence, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeParseException refusal) {
            throw new InvalidValueException("time", text, "a date or moment of ISO 8601");
        }
    }
}
