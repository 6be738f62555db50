package org.marrow.core.read;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * One alignment of one read.
 *
 * @param flags by the SAM specification, section 1.4
 * @param contig {@code *} when unmapped
 * @param start leftmost aligned reference base, from 1; 0 when unmapped
 * @param mappingQuality 0 to 255, 255 where it is not available
 * @param bases ASCII letters in the direction of the reference; may be empty
 * @param qualities Phred base qualities, as long as {@code bases}, or empty where the file gives none. Not to be changed.
 */
public record AlignedRead(
        String name,
        int flags,
        String contig,
        int start,
        int mappingQuality,
        List<CigarElement> cigar,
        byte[] bases,
        byte[] qualities) {
    private static final int PAIRED = 0x1;
    private static final int UNMAPPED = 0x4;
    private static final int REVERSE = 0x10;
    private static final int SECOND_OF_PAIR = 0x80;
    private static final int SECONDARY = 0x100;
    private static final int FAILED_QUALITY = 0x200;
    private static final int DUPLICATE = 0x400;
    private static final int SUPPLEMENTARY = 0x800;

    public AlignedRead {
        requireNonNull(name, "name");
        requireNonNull(contig, "contig");
        cigar = List.copyOf(cigar);
        InvalidValueException.check(start >= 0, "start", start, "a number from 0");
        InvalidValueException.check(
                mappingQuality >= 0 && mappingQuality <= 255,
                "mappingQuality",
                mappingQuality,
                "a number from 0 to 255");
        InvalidValueException.check(
                qualities.length == 0 || qualities.length == bases.length,
                "qualities",
                qualities.length + " values",
                "none, or one for each of " + bases.length + " bases");
    }

    public boolean isPaired() {
        return (flags & PAIRED) != 0;
    }

    public boolean isUnmapped() {
        return (flags & UNMAPPED) != 0;
    }

    public boolean isReverse() {
        return (flags & REVERSE) != 0;
    }

    public boolean isSecondOfPair() {
        return (flags & SECOND_OF_PAIR) != 0;
    }

    public boolean isSecondary() {
        return (flags & SECONDARY) != 0;
    }

    public boolean failedQuality() {
        return (flags & FAILED_QUALITY) != 0;
    }

    public boolean isDuplicate() {
        return (flags & DUPLICATE) != 0;
    }

    public boolean isSupplementary() {
        return (flags & SUPPLEMENTARY) != 0;
    }

    /** Last aligned reference base, from 1; {@code start - 1} when the alignment covers none. */
    public int end() {
        int length = 0;
        for (CigarElement element : cigar) {
            if (element.operator().consumesReference()) {
                length += element.length();
            }
        }
        return start + length - 1;
    }
}
