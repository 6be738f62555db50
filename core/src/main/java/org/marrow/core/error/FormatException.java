package org.marrow.core.error;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is damaged, truncated, hostile or not of the format it claims. */
public final class FormatException extends UserException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient Location location;
    private final String expected;
    private final String found;

    public FormatException(Path file, Location location, String expected, String found) {
        this(file, location, expected, found, null);
    }

    /**
     * @param expected what a valid file holds there, as a noun phrase
     * @param found what this file holds there, as a noun phrase
     * @param cause the library's exception, for the log only
     */
    public FormatException(Path file, Location location, String expected, String found, @Nullable Throwable cause) {
        super(
                ErrorCode.FORMAT,
                file + location.describe() + ": expected " + requireNonNull(expected, "expected") + ", found "
                        + requireNonNull(found, "found"),
                cause);
        this.file = file;
        this.location = location;
        this.expected = expected;
        this.found = found;
    }

    public Path file() {
        return file;
    }

    public Location location() {
        return location;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
