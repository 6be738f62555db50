package org.marrow.variants.annotate;

import java.util.List;
import java.util.Optional;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;

/**
 * Where the bases of a transcript lie. "Position" is a place on the reference read along the transcript's strand (see
 * {@link Change}), "index" a base of the spliced transcript, from 0.
 */
final class TranscriptMap {
    private final int[] starts;
    private final int[] ends;
    /** Index of each exon's first base, and the length of the transcript after the last. */
    private final int[] firstIndex;

    private final boolean minus;
    private final Optional<CodingRegion> coding;
    private final int codingStart;
    private final int codingEnd;

    TranscriptMap(Transcript transcript) {
        List<Exon> exons = transcript.exons();
        int count = exons.size();
        minus = transcript.strand() == Strand.MINUS;
        starts = new int[count];
        ends = new int[count];
        firstIndex = new int[count + 1];
        for (int i = 0; i < count; i++) {
            Exon exon = exons.get(minus ? count - 1 - i : i);
            starts[i] = minus ? -exon.end() : exon.start();
            ends[i] = minus ? -exon.start() : exon.end();
            firstIndex[i + 1] = firstIndex[i] + ends[i] - starts[i] + 1;
        }
        coding = transcript.coding();
        codingStart = coding.map(region -> index(minus ? -region.end() : region.start()))
                .orElse(0);
        codingEnd = coding.map(region -> index(minus ? -region.start() : region.end()) + 1)
                .orElse(0);
    }

    boolean isCoding() {
        return coding.isPresent();
    }

    /** Index of the first coding base. */
    int codingStart() {
        return codingStart;
    }

    /** Index after the last coding base. */
    int codingEnd() {
        return codingEnd;
    }

    /** Bases of the first codon that the transcript lacks. */
    int missingBases() {
        return coding.map(CodingRegion::missingBases).orElse(0);
    }

    int length() {
        return firstIndex[starts.length];
    }

    int exons() {
        return starts.length;
    }

    /** Position of an exon's first base; exons count from 0. */
    int exonStart(int exon) {
        return starts[exon];
    }

    /** Position of an exon's last base. */
    int exonEnd(int exon) {
        return ends[exon];
    }

    int start() {
        return starts[0];
    }

    int end() {
        return ends[ends.length - 1];
    }

    boolean contains(int position) {
        return position >= start() && position <= end();
    }

    /** The index of an exonic position; -1 for every other. */
    int index(int position) {
        int exon = exonAtOrBefore(position);
        return exon >= 0 && position <= ends[exon] ? firstIndex[exon] + position - starts[exon] : -1;
    }

    /** The last exon that begins at this position or before it; -1 before the transcript. */
    int exonAtOrBefore(int position) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= position) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /**
     * A position as HGVS counts it: {@code 76}, {@code -14}, {@code *32}, {@code 79+1} or {@code 80-2}. The middle base of an
     * intron counts from the exon before it.
     *
     * @param position within the transcript
     */
    String name(int position) {
        int exon = exonAtOrBefore(position);
        if (position <= ends[exon]) {
            return name(exon, position);
        }
        int after = position - ends[exon];
        int before = starts[exon + 1] - position;
        return after <= before ? name(exon, ends[exon]) + "+" + after : name(exon + 1, starts[exon + 1]) + "-" + before;
    }

    private String name(int exon, int position) {
        int index = firstIndex[exon] + position - starts[exon];
        if (!isCoding()) {
            return String.valueOf(index + 1);
        }
        if (index < codingStart) {
            return String.valueOf(index - codingStart);
        }
        if (index >= codingEnd) {
            return "*" + (index - codingEnd + 1);
        }
        return String.valueOf(index - codingStart + 1 + missingBases());
    }
}
