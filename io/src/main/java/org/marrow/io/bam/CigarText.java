package org.marrow.io.bam;

import java.util.ArrayList;
import java.util.List;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;

/** CIGAR strings and their numbers in BAM, by the SAM specification, sections 1.4.6 and 4.2.2. */
final class CigarText {
    /** Operators by their number in BAM. */
    static final List<CigarOperator> OPERATORS = List.of(
            CigarOperator.MATCH,
            CigarOperator.INSERTION,
            CigarOperator.DELETION,
            CigarOperator.SKIP,
            CigarOperator.SOFT_CLIP,
            CigarOperator.HARD_CLIP,
            CigarOperator.PADDING,
            CigarOperator.EQUAL,
            CigarOperator.DIFFERENT);

    static final String LETTERS = "MIDNSHP=X";

    /** BAM keeps 28 bits for a length. */
    static final int LONGEST = (1 << 28) - 1;

    private CigarText() {}

    /** Reads a CIGAR; elements of length 0 are valid in SAM and say nothing, so they are left out. */
    static List<CigarElement> parse(SamLine place, String text) {
        if (text.equals("*")) {
            return List.of();
        }
        List<CigarElement> cigar = new ArrayList<>();
        long length = 0;
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                length = length * 10 + (c - '0');
                digits = true;
                if (length > LONGEST) {
                    throw place.wrong("CIGAR", "lengths up to " + LONGEST, text);
                }
                continue;
            }
            int operator = LETTERS.indexOf(c);
            if (operator < 0 || !digits) {
                throw place.wrong("CIGAR", "numbers each followed by one of MIDNSHP=X", text);
            }
            if (length > 0) {
                cigar.add(new CigarElement((int) length, OPERATORS.get(operator)));
            }
            length = 0;
            digits = false;
        }
        if (digits || text.isEmpty()) {
            throw place.wrong("CIGAR", "* or numbers each followed by an operator", text);
        }
        return cigar;
    }

    /** Refuses clips inside an alignment and a CIGAR that covers another number of bases than SEQ has. */
    static void check(SamLine place, List<CigarElement> cigar, int bases) {
        int last = cigar.size() - 1;
        long consumed = 0;
        for (int i = 0; i <= last; i++) {
            CigarOperator operator = cigar.get(i).operator();
            if (operator == CigarOperator.HARD_CLIP && i > 0 && i < last) {
                throw place.wrong("CIGAR", "H at an end only", describe(cigar));
            }
            if (operator == CigarOperator.SOFT_CLIP
                    && !onlyHardClips(cigar, 0, i)
                    && !onlyHardClips(cigar, i + 1, last + 1)) {
                throw place.wrong("CIGAR", "S at an end only, or with H outside it", describe(cigar));
            }
            if (operator.consumesRead()) {
                consumed += cigar.get(i).length();
            }
        }
        if (bases > 0 && !cigar.isEmpty() && consumed != bases) {
            throw place.wrong("CIGAR", "a CIGAR over the " + bases + " bases of SEQ", "one over " + consumed);
        }
    }

    private static boolean onlyHardClips(List<CigarElement> cigar, int from, int to) {
        return cigar.subList(from, to).stream().allMatch(element -> element.operator() == CigarOperator.HARD_CLIP);
    }

    private static String describe(List<CigarElement> cigar) {
        StringBuilder text = new StringBuilder();
        for (CigarElement element : cigar) {
            text.append(element.length()).append(LETTERS.charAt(OPERATORS.indexOf(element.operator())));
        }
        return text.toString();
    }
}
