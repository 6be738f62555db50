package org.marrow.variants.call;

import java.util.List;
import java.util.Map;

/**
 * How often a molecule shows an indel that it does not have, by {@link IndelContext}, measured in the sample and leaning on what
 * is usual.
 *
 * @param rates for each molecule over the place, by the number of the context
 */
record IndelErrors(double[] rates) {
    /** Shape of the factor by which places of one context differ; runs of the same length differ by their neighbours. */
    static final double SPREAD = 2;

    private static final float SURELY_VARIANT = 0.99f;

    /** Bases. Longer units are so rare in panels that what is usual serves as well. */
    private static final int LONGEST_UNIT = 6;

    double rate(IndelContext context) {
        return rates[context.number()];
    }

    /**
     * Measures the rates.
     *
     * @param variants for each piece, the probability of each candidate that it is a variant
     */
    static IndelErrors learn(List<PieceEvidence> pieces, List<float[]> variants) {
        double[] errors = new double[IndelContext.COUNT];
        double[] molecules = new double[IndelContext.COUNT];
        for (int i = 0; i < pieces.size(); i++) {
            countMolecules(pieces.get(i), molecules);
            countErrors(pieces.get(i), variants.get(i), errors);
        }
        double[] rates = new double[IndelContext.COUNT];
        for (int number = 0; number < rates.length; number++) {
            double prior = IndelContext.priorRate(number);
            rates[number] = (errors[number] + CallDefaults.INDEL_PRIOR_ERRORS)
                    / (molecules[number] + CallDefaults.INDEL_PRIOR_ERRORS / prior);
        }
        return new IndelErrors(rates);
    }

    private static void countErrors(PieceEvidence piece, float[] variants, double[] errors) {
        IndelCandidates candidates = piece.candidates();
        for (Map.Entry<IndelAllele, Integer> observed :
                candidates.observedReads().entrySet()) {
            if (piece.owns(observed.getKey())) {
                int candidate = candidates.numberOf(observed.getKey());
                // A context may have one place only, so an allele counts as errors until it is surely none: half a
                // variant
                // would lower the rate, and the next round would take it for a whole one.
                if (candidate < 0 || variants[candidate] < SURELY_VARIANT) {
                    errors[IndelContext.of(observed.getKey(), piece.window()).number()] += observed.getValue();
                }
            }
        }
    }

    private static void countMolecules(PieceEvidence piece, double[] molecules) {
        byte[] reference = piece.window().bases();
        for (int place = 0; place < piece.coreLength(); place++) {
            int index = piece.coreFrom() + place;
            double depth = piece.referenceDepth(place);
            for (int number = 0; number < molecules.length; number++) {
                if (!IndelContext.isHomopolymer(number) && !IndelContext.isRepeat(number)) {
                    molecules[number] += depth;
                }
            }
            for (int unit = 1; unit <= LONGEST_UNIT && index + unit < reference.length; unit++) {
                boolean begins = reference[index] != reference[index + unit];
                if (begins) {
                    addRepeat(molecules, unit, copies(reference, index + 1, unit), depth);
                }
            }
        }
    }

    private static int copies(byte[] reference, int from, int unit) {
        int same = 0;
        while (from + unit + same < reference.length && reference[from + same] == reference[from + unit + same]) {
            same++;
        }
        return 1 + same / unit;
    }

    private static void addRepeat(double[] molecules, int unit, int copies, double depth) {
        for (int size = 1; size <= (unit == 1 ? 3 : 2); size++) {
            for (boolean insertion : new boolean[] {false, true}) {
                int number = unit == 1
                        ? IndelContext.homopolymer(copies, size, insertion)
                        : IndelContext.repeat(copies, size, insertion);
                molecules[number] += depth;
            }
        }
    }
}
