package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;

/**
 * The values of one table row by column name. An empty cell, {@code NA} and a column that is not there are unknown; anything that
 * cannot be understood is an {@link InvalidValueException} that names the column.
 */
public final class NamedValues {
    /** Column of the karyotype in ISCN. */
    public static final String KARYOTYPE = "karyotype";

    private static final String NOT_AVAILABLE = "NA";
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,15})?");

    private final Function<String, Optional<String>> values;

    public NamedValues(Function<String, Optional<String>> values) {
        this.values = requireNonNull(values, "values");
    }

    public Optional<String> text(String name) {
        return values.apply(name).map(String::strip).filter(value -> !value.isEmpty() && !value.equals(NOT_AVAILABLE));
    }

    /** A decimal number as it is written, so that 9.9 and 10.0 stay what they are. */
    public Optional<BigDecimal> decimal(String name, String lowest, String highest) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String expected = "a number from " + lowest + " to " + highest + ", or NA";
        InvalidValueException.check(DECIMAL.matcher(text.get()).matches(), name, text.get(), expected);
        BigDecimal number = new BigDecimal(text.get());
        InvalidValueException.check(
                number.compareTo(new BigDecimal(lowest)) >= 0 && number.compareTo(new BigDecimal(highest)) <= 0,
                name,
                text.get(),
                expected);
        return Optional.of(number);
    }

    /** The karyotype, under its name in small or in capital letters. */
    public Optional<String> karyotype() {
        return text(KARYOTYPE).or(() -> text(KARYOTYPE.toUpperCase(Locale.ROOT)));
    }

    /** One of some words. */
    public Optional<String> choice(String name, List<String> values) {
        Optional<String> text = text(name);
        text.ifPresent(value -> InvalidValueException.check(
                values.contains(value), name, value, "one of " + String.join(", ", values) + ", or NA"));
        return text;
    }

    /** 1 is present, 0 absent. */
    public TriState triState(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return TriState.UNKNOWN;
        }
        return switch (text.get()) {
            case "1" -> TriState.PRESENT;
            case "0" -> TriState.ABSENT;
            default -> throw new InvalidValueException(name, text.get(), "0, 1 or NA");
        };
    }
}
