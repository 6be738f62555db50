package org.marrow.core.run;

import org.marrow.core.error.InvalidValueException;

/** A run's name: the same inputs, parameters and tool version give the same id, so that publishing twice changes nothing. */
public record RunId(String value) {
    public RunId {
        InvalidValueException.check(
                value != null && value.matches("[a-z0-9][a-z0-9-]{0,63}"), "run", value, "1 to 64 of a-z, 0-9 and '-'");
    }

    @Override
    public String toString() {
        return value;
    }
}
