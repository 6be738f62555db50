package org.marrow.variants.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the sample says of itself: how often its bases and indels are errors, and how many variants it has. The three depend on each
 * other, so they are learnt in rounds: an allele that is likely a variant does not count as an error, and the number of likely
 * variants is the prior of the next round.
 *
 * @param snvRate variants for each position and alternate base
 * @param indelRate indels for each position
 */
record SampleModel(BaseErrors baseErrors, IndelErrors indelErrors, double snvRate, double indelRate) {

    static SampleModel learn(List<PieceEvidence> pieces) {
        List<float[]> bases = new ArrayList<>();
        List<float[]> indels = new ArrayList<>();
        for (PieceEvidence piece : pieces) {
            bases.add(clearBases(piece));
            indels.add(clearIndels(piece));
        }
        SampleModel model = next(pieces, bases, indels, CallDefaults.PRIOR_SNV_RATE, CallDefaults.PRIOR_INDEL_RATE);
        for (int round = 1; round < CallDefaults.LEARNING_ROUNDS; round++) {
            double snvs = 0;
            double found = 0;
            double positions = 0;
            for (int i = 0; i < pieces.size(); i++) {
                snvs += model.weighBases(pieces.get(i), bases.get(i));
                found += model.weighIndels(pieces.get(i), indels.get(i));
                positions += pieces.get(i).coreLength();
            }
            model = next(
                    pieces,
                    bases,
                    indels,
                    rate(snvs, 3 * positions, CallDefaults.PRIOR_SNV_RATE),
                    rate(found, positions, CallDefaults.PRIOR_INDEL_RATE));
        }
        return model;
    }

    private static SampleModel next(
            List<PieceEvidence> pieces, List<float[]> bases, List<float[]> indels, double snvRate, double indelRate) {
        return new SampleModel(BaseErrors.learn(pieces, bases), IndelErrors.learn(pieces, indels), snvRate, indelRate);
    }

    private static double rate(double found, double places, double prior) {
        return (found + CallDefaults.PRIOR_VARIANTS) / (places + CallDefaults.PRIOR_VARIANTS / prior);
    }

    private static float[] clearBases(PieceEvidence piece) {
        AltBases.Index index = piece.bases().alts().index(piece.coreLength());
        float[] clear = new float[piece.coreLength() * 4];
        for (int key = 0; key < clear.length; key++) {
            clear[key] = isClear(index.count(key), piece.referenceDepth(key / 4)) ? 1 : 0;
        }
        return clear;
    }

    private static float[] clearIndels(PieceEvidence piece) {
        AltBases.Index index = piece.indels().alts().index(piece.candidates().size());
        float[] clear = new float[piece.candidates().size()];
        for (int number = 0; number < clear.length; number++) {
            clear[number] = isClear(index.count(number * 4), piece.indels().referenceDepth(number)) ? 1 : 0;
        }
        return clear;
    }

    private static boolean isClear(int alternates, int references) {
        return alternates >= CallDefaults.CLEAR_ALLELE_MOLECULES
                && alternates >= CallDefaults.CLEAR_ALLELE_FRACTION * (alternates + references);
    }

    /** Writes the probability of each base that it is a variant; gives their sum. */
    private double weighBases(PieceEvidence piece, float[] variants) {
        AltBases.Index index = piece.bases().alts().index(piece.coreLength());
        Arrays.fill(variants, 0);
        double sum = 0;
        for (int key = 0; key < variants.length; key++) {
            if (index.count(key) > 0) {
                double probability = 1 - baseError(piece, index, key);
                variants[key] = (float) probability;
                sum += probability;
            }
        }
        return sum;
    }

    private double weighIndels(PieceEvidence piece, float[] variants) {
        AltBases.Index index = piece.indels().alts().index(piece.candidates().size());
        Arrays.fill(variants, 0);
        double sum = 0;
        for (int number = 0; number < variants.length; number++) {
            if (index.count(number * 4) > 0) {
                double probability = 1 - indelError(piece, number, index.count(number * 4));
                variants[number] = (float) probability;
                sum += piece.owns(piece.candidates().get(number)) ? probability : 0;
            }
        }
        return sum;
    }

    /** Probability that a base at a place is an error there, for a key with entries. */
    double baseError(PieceEvidence piece, AltBases.Index index, int key) {
        int place = key / 4;
        int base = key % 4;
        int reference = piece.referenceCode(place);
        AlleleLikelihood likelihood = new AlleleLikelihood();
        likelihood.begin(piece.referenceDepth(place), baseErrors.expected(piece, place, base), baseErrors.spread());
        int[] byClass = new int[BaseClass.COUNT];
        AltBases alts = piece.bases().alts();
        for (int n = 0; n < index.count(key); n++) {
            byClass[alts.baseClass(index.entry(key, n))]++;
        }
        for (int i = 0; i < byClass.length; i++) {
            if (byClass[i] > 0) {
                likelihood.add(byClass[i], baseErrors.rate(reference, base, i));
            }
        }
        return likelihood.errorProbability(snvRate);
    }

    /** Probability that a candidate is an error, for one that some molecules show. */
    double indelError(PieceEvidence piece, int number, int alternates) {
        AlleleLikelihood likelihood = new AlleleLikelihood();
        double rate = indelErrors.rate(IndelContext.of(piece.candidates().get(number), piece.window()));
        int references = piece.indels().referenceDepth(number);
        likelihood.begin(references, rate * (references + alternates), IndelErrors.SPREAD);
        likelihood.add(alternates, rate);
        return likelihood.errorProbability(indelRate);
    }
}
