package org.marrow.variants.call;

import java.util.List;

/**
 * How often a molecule shows a base that it does not have: by reference base, wrong base, and {@link BaseClass}, measured in the
 * sample itself over all bases that are not variants. A rate for which there is little to see leans on the rate of its quality
 * step over all orientations, and that on the step's rate over all substitutions.
 *
 * @param rates by reference code times four plus wrong code, times {@link BaseClass#COUNT}, plus class; per molecule
 * @param spread shape of the gamma distribution of the factor by which places differ
 */
record BaseErrors(double[] rates, double spread) {
    /** Shapes that are tried: from places that differ by more than their mean to places that are alike. */
    private static final double[] SPREADS = {0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2, 3, 5, 10, 20, 50, 200};

    double rate(int reference, int wrong, int baseClass) {
        return rates[(reference * 4 + wrong) * BaseClass.COUNT + baseClass];
    }

    /** Errors that are expected of one wrong base at a place on one strand, by all molecules there that show another base. */
    double expected(PieceEvidence evidence, AltBases.Index index, int place, int wrong, boolean reverse) {
        int[] counts = evidence.bases().counts();
        int from = place * BaseClass.COUNT;
        int rate = (evidence.referenceCode(place) * 4 + wrong) * BaseClass.COUNT;
        double sum = 0;
        for (int i = 0; i < BaseClass.COUNT; i++) {
            if (BaseClass.isReverse(i) == reverse) {
                sum += counts[from + i] * rates[rate + i];
            }
        }
        AltBases alts = evidence.bases().alts();
        for (int base = 0; base < 4; base++) {
            int key = place * 4 + base;
            int molecules = base == wrong ? 0 : index.count(key);
            for (int n = 0; n < molecules; n++) {
                int baseClass = alts.baseClass(index.entry(key, n));
                if (BaseClass.isReverse(baseClass) == reverse) {
                    sum += rate(base, wrong, baseClass);
                }
            }
        }
        return sum;
    }

    /**
     * Measures the rates.
     *
     * @param variants for each piece, by place times four plus base: the probability that the base is a variant there
     */
    static BaseErrors learn(List<PieceEvidence> pieces, List<float[]> variants) {
        double[] errors = new double[16 * BaseClass.COUNT];
        double[] bases = new double[4 * BaseClass.COUNT];
        for (int i = 0; i < pieces.size(); i++) {
            count(pieces.get(i), variants.get(i), bases, errors);
        }
        BaseErrors alike = new BaseErrors(shrunken(bases, errors), SPREADS[SPREADS.length - 1]);
        return new BaseErrors(alike.rates(), spread(alike, pieces, variants));
    }

    private static void count(PieceEvidence piece, float[] variants, double[] bases, double[] errors) {
        int[] counts = piece.bases().counts();
        for (int place = 0; place < piece.coreLength(); place++) {
            int reference = piece.referenceCode(place);
            if (reference >= 0) {
                for (int i = 0; i < BaseClass.COUNT; i++) {
                    bases[reference * BaseClass.COUNT + i] += counts[place * BaseClass.COUNT + i];
                }
            }
        }
        AltBases alts = piece.bases().alts();
        for (int entry = 0; entry < alts.size(); entry++) {
            int place = alts.place(entry);
            double error = 1 - variants[place * 4 + alts.base(entry)];
            int substitution = piece.referenceCode(place) * 4 + alts.base(entry);
            errors[substitution * BaseClass.COUNT + alts.baseClass(entry)] += error;
        }
    }

    private static double[] shrunken(double[] bases, double[] errors) {
        double[] stepErrors = new double[BaseClass.STEPS];
        double[] stepBases = new double[BaseClass.STEPS];
        double[] substitutionErrors = new double[16 * BaseClass.STEPS];
        double[] substitutionBases = new double[4 * BaseClass.STEPS];
        for (int reference = 0; reference < 4; reference++) {
            for (int i = 0; i < BaseClass.COUNT; i++) {
                int step = BaseClass.step(i);
                double seen = bases[reference * BaseClass.COUNT + i];
                stepBases[step] += seen;
                substitutionBases[reference * BaseClass.STEPS + step] += seen;
                for (int wrong = 0; wrong < 4; wrong++) {
                    double wrongly = errors[(reference * 4 + wrong) * BaseClass.COUNT + i];
                    stepErrors[step] += wrongly;
                    substitutionErrors[(reference * 4 + wrong) * BaseClass.STEPS + step] += wrongly;
                }
            }
        }
        double[] rates = new double[16 * BaseClass.COUNT];
        for (int substitution = 0; substitution < 16; substitution++) {
            int reference = substitution / 4;
            for (int i = 0; i < BaseClass.COUNT; i++) {
                int step = BaseClass.step(i);
                double first = leaning(stepErrors[step], 3 * stepBases[step], CallDefaults.PRIOR_BASE_ERROR[step]);
                double second = leaning(
                        substitutionErrors[substitution * BaseClass.STEPS + step],
                        substitutionBases[reference * BaseClass.STEPS + step],
                        first);
                rates[substitution * BaseClass.COUNT + i] = leaning(
                        errors[substitution * BaseClass.COUNT + i], bases[reference * BaseClass.COUNT + i], second);
            }
        }
        return rates;
    }

    private static double leaning(double errors, double bases, double parent) {
        double rate = (errors + CallDefaults.PARENT_ERRORS) / (bases + CallDefaults.PARENT_ERRORS / parent);
        return Math.max(CallDefaults.LOWEST_BASE_ERROR, rate);
    }

    /** The largest shape, places being most alike, that the counts of all places, variants left out, do not speak against. */
    private static double spread(BaseErrors rates, List<PieceEvidence> pieces, List<float[]> variants) {
        double[] logs = new double[SPREADS.length];
        for (int i = 0; i < pieces.size(); i++) {
            addLogs(rates, pieces.get(i), variants.get(i), logs);
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            highest = Math.max(highest, log);
        }
        int largest = SPREADS.length - 1;
        while (logs[largest] < highest - CallDefaults.SPREAD_LOG_LIKELIHOOD) {
            largest--;
        }
        return SPREADS[largest];
    }

    private static void addLogs(BaseErrors rates, PieceEvidence piece, float[] variants, double[] logs) {
        AltBases.Index index = piece.bases().alts().index(piece.coreLength());
        for (int place = 0; place < piece.coreLength(); place++) {
            int reference = piece.referenceCode(place);
            for (int base = 0; base < 4 && reference >= 0; base++) {
                int key = place * 4 + base;
                if (base == reference || variants[key] > 0.5) {
                    continue;
                }
                double forward = rates.expected(piece, index, place, base, false);
                double reverse = rates.expected(piece, index, place, base, true);
                if (forward + reverse > 0) {
                    int errors = index.count(key);
                    int onReverse = piece.bases().alts().countReverse(index, key);
                    for (int i = 0; i < SPREADS.length; i++) {
                        logs[i] +=
                                AlleleLikelihood.logFactor(errors - onReverse, onReverse, forward, reverse, SPREADS[i]);
                    }
                }
            }
        }
    }
}
