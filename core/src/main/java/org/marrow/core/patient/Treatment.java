package org.marrow.core.patient;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/**
 * A course of treatment.
 *
 * @param name as the centre writes it, such as {@code 7+3} or {@code imatinib}
 * @param end last day; empty while it goes on or when it is not known
 * @param line line of treatment, from 1
 */
public record Treatment(String name, LocalDate start, Optional<LocalDate> end, OptionalInt line) {
    public Treatment {
        InvalidValueException.check(name != null && !name.isBlank(), "treatment", name, "a name");
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        requireNonNull(line, "line");
        InvalidValueException.check(
                end.isEmpty() || !end.get().isBefore(start), "end", end.orElse(null), "a day not before " + start);
        InvalidValueException.check(line.orElse(1) >= 1, "line", line.orElse(1), "a number from 1");
    }
}
