package org.marrow.io.h5ad.hdf5;

/**
 * Bytes that are not what the format asks for. Thrown where only the address is known, and turned into a
 * {@link org.marrow.core.error.FormatException} where the file and the object's path are.
 */
final class DamageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    DamageException(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    DamageException(long address, String expected, String found) {
        this(expected, found + " (at byte " + address + ")");
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
