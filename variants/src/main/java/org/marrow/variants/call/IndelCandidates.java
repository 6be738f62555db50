package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The indels that some reads show, by their alignment or by a clipped end, left-normalised. Those that enough reads show are
 * candidates: other reads are laid over them too.
 */
final class IndelCandidates {
    private final ReferenceWindow window;
    private final TreeMap<IndelAllele, Integer> reads;
    private final List<IndelAllele> candidates;
    private final Map<IndelAllele, Integer> numbers = new HashMap<>();
    private final int[] firstAt;

    private IndelCandidates(ReferenceWindow window, TreeMap<IndelAllele, Integer> reads) {
        this.window = window;
        this.reads = reads;
        this.candidates = choose();
        for (IndelAllele candidate : candidates) {
            numbers.put(candidate, numbers.size());
        }
        this.firstAt = new int[window.length() + 1];
        int number = 0;
        for (int index = 0; index <= window.length(); index++) {
            while (number < candidates.size() && candidates.get(number).anchor() < index) {
                number++;
            }
            firstAt[index] = number;
        }
    }

    static IndelCandidates find(ReferenceWindow window, List<PlacedRead> placed) {
        TreeMap<IndelAllele, Integer> reads = new TreeMap<>();
        ClippedEnds clips = new ClippedEnds(window);
        for (PlacedRead read : placed) {
            if (read.isExact() || read.isBeyondWindow()) {
                continue;
            }
            for (int gap = 1; gap < read.blockCount(); gap++) {
                count(reads, Optional.of(alleleBefore(window, read, gap)));
            }
            count(reads, clips.left(read));
            count(reads, clips.right(read));
        }
        return new IndelCandidates(window, reads);
    }

    private static void count(Map<IndelAllele, Integer> reads, Optional<IndelAllele> found) {
        found.filter(allele -> allele.anchor() >= 0 && allele.size() <= longest(allele))
                .ifPresent(allele -> reads.merge(allele, 1, Integer::sum));
    }

    private static int longest(IndelAllele allele) {
        return allele.isInsertion() ? CallDefaults.LONGEST_DUPLICATION_BASES : CallDefaults.LONGEST_INDEL_BASES;
    }

    /** The indel between two blocks of a read. */
    private static IndelAllele alleleBefore(ReferenceWindow window, PlacedRead read, int block) {
        int endOffset = read.offset(block - 1) + read.length(block - 1);
        int endIndex = read.index(block - 1) + read.length(block - 1);
        String inserted = new String(read.bases(), endOffset, read.offset(block) - endOffset, ISO_8859_1);
        return new IndelAllele(endIndex - 1, read.index(block) - endIndex, inserted).normalised(window);
    }

    private List<IndelAllele> choose() {
        List<IndelAllele> chosen = new ArrayList<>();
        List<IndelAllele> byReads = new ArrayList<>(reads.keySet());
        byReads.sort(
                Comparator.comparing((IndelAllele allele) -> -readsOf(allele)).thenComparing(allele -> allele));
        for (IndelAllele allele : byReads) {
            boolean enough = readsOf(allele) >= CallDefaults.MIN_CANDIDATE_READS
                    || allele.size() >= CallDefaults.LONG_INDEL_BASES;
            boolean unknownBases = allele.inserted().indexOf('N') >= 0;
            if (enough && !unknownBases && chosen.stream().noneMatch(stronger -> isLookAlike(allele, stronger))) {
                chosen.add(allele);
            }
        }
        chosen.sort(Comparator.naturalOrder());
        return List.copyOf(chosen);
    }

    private int readsOf(IndelAllele allele) {
        return reads.getOrDefault(allele, 0);
    }

    /** Whether one is nothing but the other with a sequencing error in or beside it. */
    private boolean isLookAlike(IndelAllele weak, IndelAllele strong) {
        if (weak.netLength() != strong.netLength()
                || readsOf(weak) > CallDefaults.LOOK_ALIKE_FRACTION * readsOf(strong)
                || Math.abs(weak.anchor() - strong.anchor()) > CallDefaults.LONGEST_INDEL_BASES) {
            return false;
        }
        int from = Math.min(weak.anchor(), strong.anchor()) + 1;
        int to = Math.max(weak.anchor() + weak.deleted(), strong.anchor() + strong.deleted()) + 1;
        String one = haplotype(weak, from, to);
        String other = haplotype(strong, from, to);
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                different++;
            }
        }
        return different <= 1 + strong.inserted().length() / CallDefaults.LOOK_ALIKE_BASES_PER_MISMATCH;
    }

    private String haplotype(IndelAllele allele, int from, int to) {
        return window.text(from, allele.anchor() + 1)
                + allele.inserted()
                + window.text(allele.anchor() + 1 + allele.deleted(), to);
    }

    /** Numbers of the candidates that an aligner's layout holds; empty when one of its indels is not a candidate. */
    Optional<int[]> numbersOf(PlacedRead read) {
        int[] found = new int[read.blockCount() - 1];
        for (int gap = 1; gap < read.blockCount(); gap++) {
            Integer number = numbers.get(alleleBefore(window, read, gap));
            if (number == null) {
                return Optional.empty();
            }
            found[gap - 1] = number;
        }
        return Optional.of(found);
    }

    ReferenceWindow window() {
        return window;
    }

    int size() {
        return candidates.size();
    }

    IndelAllele get(int number) {
        return candidates.get(number);
    }

    /** Number of a candidate; -1 when the allele is none. */
    int numberOf(IndelAllele allele) {
        return numbers.getOrDefault(allele, -1);
    }

    /** Number of the first candidate whose anchor is at an index or after it. */
    int firstAtOrAfter(int index) {
        return firstAt[Math.clamp(index, 0, window.length())];
    }

    /** Reads that show each indel, candidates and others, before any was laid anew. */
    Map<IndelAllele, Integer> observedReads() {
        return reads;
    }
}
