package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lays reads over the reference with the candidate indels as the only jumps, by searching all paths from a read's trusted end and
 * leaving each as soon as it costs more than the best one so far. A read that an aligner forced over an indel, or clipped at
 * it, so finds its place; what looked like mismatches beside the indel vanishes.
 *
 * <p>Not for several threads at once.
 */
final class ReadRealignment {
    private static final int ROUNDS = 2;

    private final byte[] reference;
    private final IndelCandidates candidates;
    /** For each jump: the candidate's number, its anchor, what it inserts, and the index after it. */
    private final int[] numbers;

    private final int[] anchors;
    private final byte[][] inserted;
    private final int[] resume;
    private final int[] firstByAnchor;
    private final int[] nextByAnchor;
    private final int[] firstByResume;
    private final int[] nextByResume;

    private final int longestReach;

    // One search.
    private byte[] bases = {};
    private byte[] qualities = {};
    private int leftOffset;
    private int leftIndex;
    private int rightOffset;
    private int rightIndex;
    private int forbidden;
    private int bestCost;
    private int bestJumps;
    private boolean bestToRight;
    private final int[] jumps = new int[CallDefaults.MOST_INDELS_IN_READ];
    private final int[] jumpOffsets = new int[CallDefaults.MOST_INDELS_IN_READ];
    private final int[] best = new int[CallDefaults.MOST_INDELS_IN_READ];
    private final int[] bestOffsets = new int[CallDefaults.MOST_INDELS_IN_READ];

    ReadRealignment(IndelCandidates candidates) {
        this.reference = candidates.window().bases();
        this.candidates = candidates;
        List<Jump> jumps = new ArrayList<>();
        int reach = 0;
        for (int number = 0; number < candidates.size(); number++) {
            IndelAllele allele = candidates.get(number);
            int rightmost = allele.rightmostAnchor(candidates.window());
            jumps.add(new Jump(number, allele.anchor(), allele.deleted(), allele.inserted()));
            if (allele.isInsertion() && rightmost - allele.anchor() > CallDefaults.LONG_PLACEMENT_BASES) {
                // Reads that end at the right end of a long duplication do not reach its left one.
                int turn = (rightmost - allele.anchor()) % allele.size();
                String turned =
                        allele.inserted().substring(turn) + allele.inserted().substring(0, turn);
                jumps.add(new Jump(number, rightmost, 0, turned));
                reach = Math.max(reach, rightmost - allele.anchor());
            }
        }
        longestReach = reach;
        int count = jumps.size();
        numbers = new int[count];
        anchors = new int[count];
        inserted = new byte[count][];
        resume = new int[count];
        nextByAnchor = new int[count];
        nextByResume = new int[count];
        firstByAnchor = new int[reference.length];
        firstByResume = new int[reference.length + 1];
        Arrays.fill(firstByAnchor, -1);
        Arrays.fill(firstByResume, -1);
        for (int jump = count - 1; jump >= 0; jump--) {
            Jump one = jumps.get(jump);
            numbers[jump] = one.number();
            anchors[jump] = one.anchor();
            inserted[jump] = one.inserted().getBytes(ISO_8859_1);
            resume[jump] = one.anchor() + 1 + one.deleted();
            nextByAnchor[jump] = firstByAnchor[one.anchor()];
            firstByAnchor[one.anchor()] = jump;
            nextByResume[jump] = firstByResume[resume[jump]];
            firstByResume[resume[jump]] = jump;
        }
    }

    /** A candidate at one of its places. */
    private record Jump(int number, int anchor, int deleted, String inserted) {}

    /** Lays a read anew where that fits better, and names the candidates that it holds. */
    void realign(PlacedRead placed) {
        if (placed.isExact() || placed.isBeyondWindow() || placed.blockCount() == 0) {
            return;
        }
        int from = placed.firstIndex() - placed.clippedLeft() - CallDefaults.LONGEST_INDEL_BASES - longestReach;
        int to = placed.lastIndex() + placed.clippedRight() + CallDefaults.LONGEST_INDEL_BASES;
        if (candidates.firstAtOrAfter(from) == candidates.firstAtOrAfter(to + 1)) {
            return;
        }
        int gapCost = 0;
        if (placed.blockCount() > 1) {
            Optional<int[]> named = candidates.numbersOf(placed);
            named.ifPresent(placed::nameCandidates);
            gapCost = named.isPresent() ? 0 : CallDefaults.LONE_INDEL_COST * (placed.blockCount() - 1);
        }
        int current = placed.cost() + gapCost;
        for (int round = 0; round < ROUNDS && current > 0; round++) {
            int found = search(placed, -1, current);
            if (found >= current) {
                return;
            }
            placed.lay(layout(), found, reference);
            current = found;
        }
    }

    /** By how much the read would fit worse if it had to do without one of its candidates; {@code most} at most. */
    int lossWithout(PlacedRead placed, int candidate, int most) {
        return search(placed, candidate, placed.cost() + most) - placed.cost();
    }

    /** The lowest cost below {@code limit}, or {@code limit}. */
    private int search(PlacedRead placed, int without, int limit) {
        bases = placed.bases();
        qualities = placed.qualities();
        forbidden = without;
        bestCost = limit;
        leftOffset = placed.offset(0);
        leftIndex = placed.firstIndex();
        rightOffset = bases.length - placed.clippedRight() - 1;
        rightIndex = placed.lastIndex();
        toRight(leftOffset, leftIndex, PlacedRead.clipCost(placed.clippedLeft()), 0);
        toLeft(rightOffset, rightIndex, PlacedRead.clipCost(placed.clippedRight()), 0);
        return bestCost;
    }

    private void toRight(int startOffset, int startIndex, int startCost, int depth) {
        int offset = startOffset;
        int index = startIndex;
        int cost = startCost;
        while (cost < bestCost) {
            if (offset == bases.length) {
                keep(true, cost, depth);
                return;
            }
            if (index >= reference.length) {
                return;
            }
            if (bases[offset] != reference[index]) {
                cost += cost(offset);
            }
            offset++;
            index++;
            for (int jump = firstByAnchor[index - 1]; jump >= 0; jump = nextByAnchor[jump]) {
                if (numbers[jump] != forbidden && depth < jumps.length && offset < bases.length && cost < bestCost) {
                    jumpRight(jump, offset, cost, depth);
                }
            }
        }
    }

    private void jumpRight(int jump, int startOffset, int startCost, int depth) {
        int offset = startOffset;
        int cost = startCost;
        for (byte base : inserted[jump]) {
            if (offset == bases.length) {
                break;
            }
            if (bases[offset] != base) {
                cost += cost(offset);
            }
            offset++;
        }
        jumps[depth] = jump;
        jumpOffsets[depth] = startOffset;
        toRight(offset, resume[jump], cost, depth + 1);
    }

    private void toLeft(int startOffset, int startIndex, int startCost, int depth) {
        int offset = startOffset;
        int index = startIndex;
        int cost = startCost;
        while (cost < bestCost) {
            if (offset < 0) {
                keep(false, cost, depth);
                return;
            }
            if (index < 0) {
                return;
            }
            if (bases[offset] != reference[index]) {
                cost += cost(offset);
            }
            for (int jump = firstByResume[index]; jump >= 0; jump = nextByResume[jump]) {
                if (numbers[jump] != forbidden && depth < jumps.length && offset > 0 && cost < bestCost) {
                    jumpLeft(jump, offset - 1, cost, depth);
                }
            }
            offset--;
            index--;
        }
    }

    private void jumpLeft(int jump, int startOffset, int startCost, int depth) {
        int offset = startOffset;
        int cost = startCost;
        byte[] added = inserted[jump];
        for (int i = added.length - 1; i >= 0 && offset >= 0; i--) {
            if (bases[offset] != added[i]) {
                cost += cost(offset);
            }
            offset--;
        }
        jumps[depth] = jump;
        jumpOffsets[depth] = startOffset + 1;
        toLeft(offset, anchors[jump], cost, depth + 1);
    }

    private int cost(int offset) {
        return Math.min(CallDefaults.HIGHEST_MISMATCH_COST, qualities[offset]);
    }

    private void keep(boolean toRight, int cost, int depth) {
        bestCost = cost;
        bestJumps = depth;
        bestToRight = toRight;
        System.arraycopy(jumps, 0, best, 0, depth);
        System.arraycopy(jumpOffsets, 0, bestOffsets, 0, depth);
    }

    private PlacedRead.Layout layout() {
        return bestToRight ? layoutToRight() : layoutToLeft();
    }

    private PlacedRead.Layout layoutToRight() {
        int[] offsets = new int[bestJumps + 1];
        int[] indexes = new int[bestJumps + 1];
        int[] lengths = new int[bestJumps + 1];
        int offset = leftOffset;
        int index = leftIndex;
        int blocks = 0;
        for (int jump = 0; jump < bestJumps; jump++) {
            offsets[blocks] = offset;
            indexes[blocks] = index;
            lengths[blocks] = bestOffsets[jump] - offset;
            blocks++;
            offset = bestOffsets[jump] + inserted[best[jump]].length;
            index = resume[best[jump]];
        }
        if (offset < bases.length) {
            offsets[blocks] = offset;
            indexes[blocks] = index;
            lengths[blocks] = bases.length - offset;
            blocks++;
        }
        return new PlacedRead.Layout(blocks, offsets, indexes, lengths, named(best), false);
    }

    private int[] named(int[] path) {
        int[] named = new int[bestJumps];
        for (int i = 0; i < bestJumps; i++) {
            named[i] = numbers[path[i]];
        }
        return named;
    }

    private PlacedRead.Layout layoutToLeft() {
        int[] offsets = new int[bestJumps + 1];
        int[] indexes = new int[bestJumps + 1];
        int[] lengths = new int[bestJumps + 1];
        int[] used = new int[bestJumps];
        int end = rightOffset + 1;
        int lastIndex = rightIndex;
        int at = bestJumps;
        for (int jump = 0; jump < bestJumps; jump++) {
            int start = bestOffsets[jump];
            offsets[at] = start;
            lengths[at] = end - start;
            indexes[at] = lastIndex - lengths[at] + 1;
            used[at - 1] = numbers[best[jump]];
            at--;
            end = start - inserted[best[jump]].length;
            lastIndex = anchors[best[jump]];
        }
        if (end > 0) {
            offsets[0] = 0;
            lengths[0] = end;
            indexes[0] = lastIndex - end + 1;
            return new PlacedRead.Layout(bestJumps + 1, offsets, indexes, lengths, used, false);
        }
        return new PlacedRead.Layout(
                bestJumps,
                Arrays.copyOfRange(offsets, 1, bestJumps + 1),
                Arrays.copyOfRange(indexes, 1, bestJumps + 1),
                Arrays.copyOfRange(lengths, 1, bestJumps + 1),
                used,
                true);
    }
}
