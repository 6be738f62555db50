package org.marrow.core.patient;

import org.marrow.core.error.InvalidValueException;

/** The hospital that follows the patient, by the code that the cohort uses. */
public record Centre(String code) {
    public Centre {
        InvalidValueException.check(
                code != null && Pseudonym.SAFE.matcher(code).matches(), "centre", code, Pseudonym.EXPECTED);
    }

    @Override
    public String toString() {
        return code;
    }
}
