package org.marrow.core.error;

import org.jspecify.annotations.Nullable;

/** A value that a record refuses. Readers turn it into a {@link FormatException} that names the place in the file. */
public final class InvalidValueException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String expected;
    private final String found;

    public InvalidValueException(String name, @Nullable Object value, String expected) {
        super(ErrorCode.VALUE, name + ": expected " + expected + ", found " + value);
        this.name = name;
        this.expected = expected;
        this.found = String.valueOf(value);
    }

    public String name() {
        return name;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** Throws unless {@code valid}; write the condition so that NaN makes it false. */
    public static void check(boolean valid, String name, @Nullable Object value, String expected) {
        if (!valid) {
            throw new InvalidValueException(name, value, expected);
        }
    }
}
