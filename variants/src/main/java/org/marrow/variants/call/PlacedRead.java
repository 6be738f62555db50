package org.marrow.variants.call;

import java.util.Arrays;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;

/**
 * A read laid over a {@link ReferenceWindow}: blocks of bases that stand one to one against the reference, what lies between two
 * blocks being an indel. The blocks are the aligner's at first and may be laid anew, once, by {@link ReadRealignment}.
 */
final class PlacedRead {
    private static final int[] NO_CANDIDATES = {};

    private final byte[] bases;
    private final byte[] qualities;
    private final boolean reverse;
    private final boolean secondOfPair;
    private final int mappingQuality;
    private int blockCount;
    private int[] offsets = new int[1];
    private int[] indexes = new int[1];
    private int[] lengths = new int[1];
    private boolean beyondWindow;
    private boolean exact;
    private int cost;
    private int[] candidates = NO_CANDIDATES;
    private boolean leading;

    /** Where bases of the fragment may be counted, by its primers; both ends inclusive. */
    private int countedFrom;

    private int countedTo = Integer.MAX_VALUE;

    PlacedRead(AlignedRead read, ReferenceWindow window) {
        this.bases = read.bases();
        this.qualities = read.qualities();
        this.reverse = read.isReverse();
        this.secondOfPair = read.isSecondOfPair();
        this.mappingQuality = read.mappingQuality();
        layBlocks(read, window);
        joinCloseGaps();
        examine(window.bases());
    }

    private void layBlocks(AlignedRead read, ReferenceWindow window) {
        int offset = 0;
        int index = window.index(read.start());
        for (CigarElement element : read.cigar()) {
            int size = element.length();
            switch (element.operator()) {
                case MATCH, EQUAL, DIFFERENT -> {
                    addBlock(offset, index, size, window.length());
                    offset += size;
                    index += size;
                }
                case INSERTION, SOFT_CLIP -> offset += size;
                case DELETION -> index += size;
                case SKIP -> {
                    // Bases beyond an intron are not compared with what lies before it.
                    beyondWindow = true;
                    index += size;
                }
                case HARD_CLIP, PADDING -> {}
            }
        }
    }

    private void addBlock(int offset, int index, int size, int windowLength) {
        int from = Math.max(0, -index);
        int to = Math.min(size, windowLength - index);
        beyondWindow |= from > 0 || to < size;
        if (to <= from) {
            return;
        }
        int last = blockCount - 1;
        boolean continues = last >= 0
                && offsets[last] + lengths[last] == offset + from
                && indexes[last] + lengths[last] == index + from;
        if (continues) {
            lengths[last] += to - from;
            return;
        }
        if (blockCount == offsets.length) {
            offsets = Arrays.copyOf(offsets, blockCount + 2);
            indexes = Arrays.copyOf(indexes, blockCount + 2);
            lengths = Arrays.copyOf(lengths, blockCount + 2);
        }
        offsets[blockCount] = offset + from;
        indexes[blockCount] = index + from;
        lengths[blockCount] = to - from;
        blockCount++;
    }

    /**
     * Takes away a short block between an insertion and a deletion: aligners write some changes of several bases so. Where the two
     * are equally long the blocks become one, and the change mismatches.
     */
    private void joinCloseGaps() {
        int block = 1;
        while (block < blockCount - 1) {
            int insertedBefore = offsets[block] - offsets[block - 1] - lengths[block - 1];
            int deletedBefore = indexes[block] - indexes[block - 1] - lengths[block - 1];
            int insertedAfter = offsets[block + 1] - offsets[block] - lengths[block];
            int deletedAfter = indexes[block + 1] - indexes[block] - lengths[block];
            boolean opposite = insertedBefore > 0 && deletedAfter > 0 || deletedBefore > 0 && insertedAfter > 0;
            if (lengths[block] <= CallDefaults.LONGEST_BLOCK_WITHIN_CHANGE && opposite) {
                removeBlock(block);
                block = Math.max(1, block - 1);
            } else {
                block++;
            }
        }
    }

    private void removeBlock(int block) {
        int after = blockCount - block - 1;
        System.arraycopy(offsets, block + 1, offsets, block, after);
        System.arraycopy(indexes, block + 1, indexes, block, after);
        System.arraycopy(lengths, block + 1, lengths, block, after);
        blockCount--;
        int inserted = offsets[block] - offsets[block - 1] - lengths[block - 1];
        int deleted = indexes[block] - indexes[block - 1] - lengths[block - 1];
        if (inserted == deleted) {
            lengths[block - 1] += inserted + lengths[block];
            System.arraycopy(offsets, block + 1, offsets, block, after - 1);
            System.arraycopy(indexes, block + 1, indexes, block, after - 1);
            System.arraycopy(lengths, block + 1, lengths, block, after - 1);
            blockCount--;
        }
    }

    /** Sums up what does not fit. */
    private void examine(byte[] reference) {
        cost = 0;
        for (int block = 0; block < blockCount; block++) {
            int offset = offsets[block];
            int index = indexes[block];
            int end = offset + lengths[block];
            while (offset < end) {
                int same = Arrays.mismatch(bases, offset, end, reference, index, index + end - offset);
                if (same < 0) {
                    break;
                }
                cost += mismatchCost(offset + same);
                offset += same + 1;
                index += same + 1;
            }
        }
        if (blockCount > 0) {
            cost += clipCost(clippedLeft()) + clipCost(clippedRight());
        }
        exact = blockCount == 1 && cost == 0 && !beyondWindow;
    }

    int mismatchCost(int offset) {
        return Math.min(CallDefaults.HIGHEST_MISMATCH_COST, qualities[offset]);
    }

    static int clipCost(int clipped) {
        return Math.min(CallDefaults.HIGHEST_CLIP_COST, CallDefaults.CLIP_COST_PER_BASE * clipped);
    }

    /** Lays the read anew, at a cost that the search has found: an end that lies within an insertion is not clipped. */
    void lay(Layout layout, int foundCost, byte[] reference) {
        blockCount = layout.blockCount();
        offsets = layout.offsets();
        indexes = layout.indexes();
        lengths = layout.lengths();
        candidates = layout.candidates();
        leading = layout.leading();
        examine(reference);
        cost = foundCost;
        exact = false;
    }

    /** Says which candidates the indels between the aligner's blocks are. */
    void nameCandidates(int[] numbers) {
        candidates = numbers;
    }

    /** Narrows where bases are counted. */
    void countOnly(int from, int to) {
        countedFrom = Math.max(countedFrom, from);
        countedTo = Math.min(countedTo, to);
    }

    /**
     * Blocks from left to right, and the numbers of the candidates between them. Not to be changed.
     *
     * @param leading whether the first candidate lies before the first block: the read begins within an insertion. A last
     *     candidate may lie after the last block just so.
     */
    record Layout(int blockCount, int[] offsets, int[] indexes, int[] lengths, int[] candidates, boolean leading) {}

    boolean holds(int number) {
        for (int candidate : candidates) {
            if (candidate == number) {
                return true;
            }
        }
        return false;
    }

    byte[] bases() {
        return bases;
    }

    byte[] qualities() {
        return qualities;
    }

    boolean isReverse() {
        return reverse;
    }

    boolean isSecondOfPair() {
        return secondOfPair;
    }

    int mappingQuality() {
        return mappingQuality;
    }

    int blockCount() {
        return blockCount;
    }

    int offset(int block) {
        return offsets[block];
    }

    int index(int block) {
        return indexes[block];
    }

    int length(int block) {
        return lengths[block];
    }

    /** Index of the first aligned base; only for a read with blocks. */
    int firstIndex() {
        return indexes[0];
    }

    /** Index of the last aligned base. */
    int lastIndex() {
        return indexes[blockCount - 1] + lengths[blockCount - 1] - 1;
    }

    int clippedLeft() {
        return offsets[0];
    }

    int clippedRight() {
        return bases.length - offsets[blockCount - 1] - lengths[blockCount - 1];
    }

    /** Whether part of it lies outside the window, or across an intron. */
    boolean isBeyondWindow() {
        return beyondWindow;
    }

    /** Whether every base fits the reference, from end to end. */
    boolean isExact() {
        return exact;
    }

    /** Phred sum of mismatches and clipped ends, indels left out. */
    int cost() {
        return cost;
    }

    /** The bases to the left and to the right of where a candidate that it holds begins, the smaller number of the two. */
    int anchorOf(int number) {
        int place = 0;
        while (candidates[place] != number) {
            place++;
        }
        boolean beforeFirst = leading && place == 0;
        int block = leading ? place - 1 : place;
        boolean afterLast = block == blockCount - 1;
        int start = beforeFirst ? 0 : offsets[block] + lengths[block];
        int left = beforeFirst ? offsets[0] : start - (leading ? 0 : clippedLeft());
        int right = bases.length - start - (afterLast ? 0 : clippedRight());
        return Math.min(left, right);
    }

    /** Bases that differ from the reference farther away than {@link CallDefaults#PHASE_BASES}: those nearer are one event. */
    int mismatchesBeyond(int place, byte[] reference) {
        int count = 0;
        for (int block = 0; block < blockCount; block++) {
            int shift = offsets[block] - indexes[block];
            for (int index = indexes[block]; index < indexes[block] + lengths[block]; index++) {
                if (bases[index + shift] != reference[index] && Math.abs(index - place) > CallDefaults.PHASE_BASES) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Whether one block reaches over a stretch, both ends inclusive. */
    boolean coversWithoutGap(int from, int to) {
        for (int block = 0; block < blockCount; block++) {
            if (indexes[block] <= from && indexes[block] + lengths[block] > to) {
                return true;
            }
        }
        return false;
    }

    int countedFrom() {
        return countedFrom;
    }

    int countedTo() {
        return countedTo;
    }
}
