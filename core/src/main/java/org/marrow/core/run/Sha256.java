package org.marrow.core.run;

import org.marrow.core.error.InvalidValueException;

/** A SHA-256 as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {
    public Sha256 {
        InvalidValueException.check(
                hex != null && hex.matches("[0-9a-f]{64}"), "sha256", hex, "64 lower-case hexadecimal digits");
    }

    @Override
    public String toString() {
        return hex;
    }
}
