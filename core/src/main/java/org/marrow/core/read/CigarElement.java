package org.marrow.core.read;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/** One run of one operation; {@code length} from 1. */
public record CigarElement(int length, CigarOperator operator) {
    public CigarElement {
        InvalidValueException.check(length >= 1, "length", length, "a number from 1");
        requireNonNull(operator, "operator");
    }
}
