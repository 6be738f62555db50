package org.marrow.core.run;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.InvalidValueException;

/**
 * A file that a result was made from.
 *
 * @param role what it was used as, such as {@code vcf} or {@code reference}
 * @param name file name without its folder
 */
public record InputFile(String role, String name, long bytes, Sha256 sha256) {
    public InputFile {
        requireNonNull(role, "role");
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
        InvalidValueException.check(bytes >= 0, "bytes", bytes, "a number from 0");
    }
}
