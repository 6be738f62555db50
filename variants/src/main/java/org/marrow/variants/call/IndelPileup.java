package org.marrow.variants.call;

import org.jspecify.annotations.Nullable;

/** Counts fragments for and against each candidate indel. A read that cannot tell the two apart counts for neither. */
final class IndelPileup {
    private static final int SIDES = BaseClass.ORIENTATIONS;

    private final IndelCandidates candidates;
    private final ReadRealignment realignment;
    private final int[] rightmost;
    private final int longestReach;
    private final int[] references;
    private final int[] others;
    private final AltBases alts = new AltBases();

    /** What one read says of one candidate. */
    private enum Word {
        NOTHING,
        REFERENCE,
        INDEL,
        OTHER_INDEL
    }

    IndelPileup(IndelCandidates candidates, ReadRealignment realignment) {
        this.candidates = candidates;
        this.realignment = realignment;
        this.references = new int[candidates.size() * SIDES];
        this.others = new int[candidates.size()];
        this.rightmost = new int[candidates.size()];
        int reach = 0;
        for (int number = 0; number < rightmost.length; number++) {
            IndelAllele allele = candidates.get(number);
            rightmost[number] = allele.rightmostAnchor(candidates.window()) + allele.deleted();
            reach = Math.max(reach, rightmost[number] - allele.anchor());
        }
        this.longestReach = reach;
    }

    void add(Fragment fragment) {
        PlacedRead read = fragment.read();
        PlacedRead mate = fragment.mate();
        int from = read.firstIndex();
        int to = read.lastIndex();
        if (mate != null) {
            from = Math.min(from, mate.firstIndex());
            to = Math.max(to, mate.lastIndex());
        }
        int end = candidates.firstAtOrAfter(to + 1);
        for (int number = candidates.firstAtOrAfter(from - 1 - longestReach); number < end; number++) {
            count(fragment, read, mate, number);
        }
    }

    private void count(Fragment fragment, PlacedRead read, @Nullable PlacedRead mate, int number) {
        Word one = word(read, number);
        Word other = mate == null ? Word.NOTHING : word(mate, number);
        if (one == Word.NOTHING && other == Word.NOTHING
                || one != Word.NOTHING && other != Word.NOTHING && one != other) {
            return;
        }
        Word agreed = one == Word.NOTHING ? other : one;
        PlacedRead speaker = one == Word.NOTHING && mate != null ? mate : read;
        int orientation = BaseClass.orientation(speaker);
        int step = 0;
        if (mate != null && one == other) {
            orientation = BaseClass.orientationOf(BaseClass.bothMates(read, mate));
            step = BaseClass.BOTH_MATES;
        }
        switch (agreed) {
            case REFERENCE -> references[number * SIDES + orientation]++;
            case OTHER_INDEL -> others[number]++;
            case INDEL ->
                alts.add(
                        number,
                        0,
                        orientation * BaseClass.STEPS + step,
                        speaker.anchorOf(number),
                        speaker.mismatchesBeyond(
                                candidates.get(number).anchor(),
                                candidates.window().bases()),
                        speaker.mappingQuality(),
                        fragment.number());
            case NOTHING -> {}
        }
    }

    private Word word(PlacedRead read, int number) {
        int anchor = candidates.get(number).anchor();
        if (read.holds(number)) {
            boolean speaks = read.anchorOf(number) >= CallDefaults.INDEL_ANCHOR_BASES
                    && realignment.lossWithout(read, number, CallDefaults.SUPPORT_MARGIN)
                            >= CallDefaults.SUPPORT_MARGIN;
            return speaks ? Word.INDEL : Word.NOTHING;
        }
        int left = hasLongPlacement(number) ? rightmost[number] : anchor;
        int from = left - CallDefaults.INDEL_ANCHOR_BASES + 1;
        int to = rightmost[number] + CallDefaults.INDEL_ANCHOR_BASES;
        if (read.firstIndex() > from || read.lastIndex() < to) {
            return Word.NOTHING;
        }
        return read.coversWithoutGap(from, to) ? Word.REFERENCE : Word.OTHER_INDEL;
    }

    private boolean hasLongPlacement(int number) {
        IndelAllele allele = candidates.get(number);
        return allele.isInsertion() && rightmost[number] - allele.anchor() > CallDefaults.LONG_PLACEMENT_BASES;
    }

    /** After the last fragment: takes away from the reference the molecules of long duplications, which show its right end too. */
    void finish() {
        for (int entry = 0; entry < alts.size(); entry++) {
            int number = alts.place(entry);
            int side = number * SIDES + BaseClass.orientationOf(alts.baseClass(entry));
            if (hasLongPlacement(number) && references[side] > 0) {
                references[side]--;
            }
        }
    }

    /** Fragments that show the reference, by candidate times {@link BaseClass#ORIENTATIONS} plus orientation. */
    int[] references() {
        return references;
    }

    /** Fragments that show the reference where a candidate would be. */
    int referenceDepth(int number) {
        int sum = 0;
        for (int side = 0; side < SIDES; side++) {
            sum += references[number * SIDES + side];
        }
        return sum;
    }

    /** Those of them on one strand. */
    int referenceDepth(int number, boolean reverse) {
        int side = number * SIDES + (reverse ? 1 : 0);
        return references[side] + references[side + 2];
    }

    /** Fragments with another indel there, by candidate. */
    int[] others() {
        return others;
    }

    /** Fragments that show the candidates, the place being the candidate's number. */
    AltBases alts() {
        return alts;
    }
}
