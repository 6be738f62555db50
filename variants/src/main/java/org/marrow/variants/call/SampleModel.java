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
        float[] probabilities = new float[piece.candidates().size()];
        for (int number = 0; number < probabilities.length; number++) {
            double usual =
                    IndelContext.priorRate(IndelContext.of(piece.candidates().get(number), piece.window())
                            .number());
            int references = piece.indels().referenceDepth(number);
            boolean clear = isClear(index.count(number * 4), references)
                    && index.count(number * 4) > CallDefaults.CLEAR_ABOVE_USUAL * usual * references;
            probabilities[number] = clear ? 1 : 0;
        }
        return probabilities;
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
                double probability = 1 - indelError(piece, index, number);
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
        int molecules = index.count(key);
        AlleleLikelihood likelihood = new AlleleLikelihood();
        likelihood.begin(
                piece.depth(place) - molecules,
                baseErrors.expected(piece, index, place, base, false),
                baseErrors.expected(piece, index, place, base, true),
                baseErrors.spread());
        int usual = usualBase(piece, index, place);
        int shown = usual == base ? piece.referenceCode(place) : usual;
        int[] byClass = new int[BaseClass.COUNT];
        AltBases alts = piece.bases().alts();
        for (int n = 0; n < molecules; n++) {
            byClass[alts.baseClass(index.entry(key, n))]++;
        }
        for (int i = 0; i < byClass.length; i++) {
            if (byClass[i] > 0) {
                likelihood.add(byClass[i], BaseClass.isReverse(i), baseErrors.rate(shown, base, i));
            }
        }
        return likelihood.errorProbability(snvRate);
    }

    /** The base that most molecules show: errors at a homozygous variant are errors of the variant's base. */
    private static int usualBase(PieceEvidence piece, AltBases.Index index, int place) {
        int usual = piece.referenceCode(place);
        int most = piece.referenceDepth(place);
        for (int base = 0; base < 4; base++) {
            if (index.count(place * 4 + base) > most) {
                usual = base;
                most = index.count(place * 4 + base);
            }
        }
        return usual;
    }

    /** Probability that a candidate is an error, for one that some molecules show. */
    double indelError(PieceEvidence piece, AltBases.Index index, int number) {
        AlleleLikelihood likelihood = new AlleleLikelihood();
        double rate = indelErrors.rate(IndelContext.of(piece.candidates().get(number), piece.window()));
        IndelPileup indels = piece.indels();
        int onReverse = indels.alts().countReverse(index, number * 4);
        int alternates = index.count(number * 4);
        int others = indels.others()[number];
        double reverse = rate * (indels.referenceDepth(number, true) + onReverse + 0.5 * others);
        double forward = rate * (indels.referenceDepth(number, false) + alternates - onReverse + 0.5 * others);
        likelihood.begin(indels.referenceDepth(number) + others, forward, reverse, IndelErrors.SPREAD);
        if (alternates > onReverse) {
            likelihood.add(alternates - onReverse, false, rate);
        }
        if (onReverse > 0) {
            likelihood.add(onReverse, true, rate);
        }
        return likelihood.errorProbability(indelRate);
    }
}
