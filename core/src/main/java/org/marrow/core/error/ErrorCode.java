package org.marrow.core.error;

/** The kind of a user's mistake; the command line turns each into an exit status. */
public enum ErrorCode {
    /** A file is damaged, truncated or not of the format it claims. */
    FORMAT(65),
    /** A value is outside what is possible. */
    VALUE(65),
    /** Two inputs contradict each other, such as a VCF of GRCh37 and one of GRCh38. */
    MISMATCH(65),
    /** A file or folder is absent or cannot be read or written. */
    ACCESS(66),
    /** The command line or the samplesheet asks for something that does not exist. */
    USAGE(64),
    /** Something this machine lacks: a program, memory, disk. */
    ENVIRONMENT(69);

    private final int exitStatus;

    ErrorCode(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** The process exit status, from sysexits.h. */
    public int exitStatus() {
        return exitStatus;
    }
}
