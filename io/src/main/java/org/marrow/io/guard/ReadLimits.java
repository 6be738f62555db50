package org.marrow.io.guard;

/**
 * The most that a reader takes from a file before it refuses it. The figures are a policy of this project, not of any
 * specification: far above what real files of the field hold, and far below what exhausts a machine.
 */
public final class ReadLimits {
    /**
     * Bytes that one compressed file may expand to: 64 GiB. An absolute cap protects where a ratio does not, because repetitive
     * real files compress as well as bombs.
     */
    public static final long EXPANDED_BYTES = 64L << 30;

    /** Bytes of one line of text: 64 MiB. A VCF line of 100,000 samples stays below 20 MiB. */
    public static final int LINE_BYTES = 64 << 20;

    /** Lines of a text header: one million. */
    public static final int HEADER_LINES = 1_000_000;

    /** Bytes of a binary file's text header: 256 MiB. */
    public static final int HEADER_BYTES = 256 << 20;

    /** Bytes of one binary record, such as an alignment: 64 MiB. An ultra-long read of 4 Mb takes about 20 MiB with its tags. */
    public static final int RECORD_BYTES = 64 << 20;

    /** Reference contigs of one file: ten million. */
    public static final int CONTIGS = 10_000_000;

    private ReadLimits() {}
}
