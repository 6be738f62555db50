package org.marrow.mrd.track;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;

/** A read with sensible defaults: mapped, quality 37 everywhere, mapping quality 60. */
final class ReadBuilder {
    static final String CONTIG = "chr1";

    private String name = "read";
    private int flags;
    private int start = 1;
    private int mappingQuality = 60;
    private String cigar = "";
    private String bases = "";
    private byte[] qualities = {};
    private boolean keepsQualities = true;

    static ReadBuilder read(String name, int start, String cigar, String bases) {
        ReadBuilder builder = new ReadBuilder();
        builder.name = name;
        builder.start = start;
        builder.cigar = cigar;
        builder.bases = bases;
        builder.qualities = new byte[bases.length()];
        Arrays.fill(builder.qualities, (byte) 37);
        return builder;
    }

    ReadBuilder flags(int value) {
        flags |= value;
        return this;
    }

    ReadBuilder mappingQuality(int value) {
        mappingQuality = value;
        return this;
    }

    /** @param index of the base in the read, from 0 */
    ReadBuilder quality(int index, int value) {
        qualities[index] = (byte) value;
        return this;
    }

    ReadBuilder qualities(byte[] values) {
        qualities = values.clone();
        return this;
    }

    ReadBuilder withoutQualities() {
        keepsQualities = false;
        return this;
    }

    AlignedRead build() {
        return new AlignedRead(
                name,
                flags,
                CONTIG,
                start,
                mappingQuality,
                cigar(cigar),
                bases.getBytes(US_ASCII),
                keepsQualities ? qualities : new byte[0]);
    }

    static List<CigarElement> cigar(String text) {
        List<CigarElement> elements = new ArrayList<>();
        int length = 0;
        for (char c : text.toCharArray()) {
            if (Character.isDigit(c)) {
                length = length * 10 + c - '0';
            } else {
                elements.add(new CigarElement(length, operator(c)));
                length = 0;
            }
        }
        return elements;
    }

    private static CigarOperator operator(char letter) {
        return switch (letter) {
            case 'M' -> CigarOperator.MATCH;
            case 'I' -> CigarOperator.INSERTION;
            case 'D' -> CigarOperator.DELETION;
            case 'N' -> CigarOperator.SKIP;
            case 'S' -> CigarOperator.SOFT_CLIP;
            case 'H' -> CigarOperator.HARD_CLIP;
            case 'P' -> CigarOperator.PADDING;
            case '=' -> CigarOperator.EQUAL;
            case 'X' -> CigarOperator.DIFFERENT;
            default -> throw new IllegalArgumentException("CIGAR letter " + letter);
        };
    }
}
