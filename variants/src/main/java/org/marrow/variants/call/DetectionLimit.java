package org.marrow.variants.call;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.marrow.core.statistics.IncompleteBeta;

/** The smallest fraction of an SNV that is called at a depth, under the sample's own errors. Not for several threads at once. */
final class DetectionLimit {
    private final double errorRate;
    private final double spread;
    private final double prior;
    private final double passQuality;
    private final Map<Integer, OptionalDouble> known = new HashMap<>();

    DetectionLimit(double errorRate, SampleModel model, CallSettings settings) {
        this.errorRate = errorRate;
        this.spread = model.baseErrors().spread();
        this.prior = model.snvRate();
        this.passQuality = settings.passQuality();
    }

    /** Of an error rate for each molecule and wrong base that is the mean over the sample. */
    static DetectionLimit of(Iterable<PieceEvidence> pieces, SampleModel model, CallSettings settings) {
        double expected = 0;
        double molecules = 0;
        for (PieceEvidence piece : pieces) {
            AltBases.Index index = piece.bases().alts().index(piece.coreLength());
            for (int place = 0; place < piece.coreLength(); place++) {
                int reference = piece.referenceCode(place);
                for (int base = 0; base < 4 && reference >= 0; base++) {
                    if (base != reference) {
                        expected += model.baseErrors().expected(piece, index, place, base, false);
                        expected += model.baseErrors().expected(piece, index, place, base, true);
                    }
                }
                molecules += piece.depth(place);
            }
        }
        double rate = molecules == 0 ? CallDefaults.LOWEST_BASE_ERROR : expected / (3 * molecules);
        return new DetectionLimit(Math.max(CallDefaults.LOWEST_BASE_ERROR, rate), model, settings);
    }

    /** The limit at a depth in molecules; empty when even a variant on all of them would not be called. */
    OptionalDouble at(int depth) {
        return known.computeIfAbsent(depth, this::compute);
    }

    private OptionalDouble compute(int depth) {
        for (int count = CallDefaults.MIN_ALT_MOLECULES; count <= depth; count++) {
            AlleleLikelihood likelihood = new AlleleLikelihood();
            int reverse = count / 2;
            likelihood.begin(depth - count, 0.5 * errorRate * depth, 0.5 * errorRate * depth, spread);
            likelihood.add(count - reverse, false, errorRate);
            likelihood.add(reverse, true, errorRate);
            if (PieceCaller.quality(likelihood.errorProbability(prior)) >= passQuality) {
                return OptionalDouble.of(
                        IncompleteBeta.quantile(CallDefaults.DETECTION_PROBABILITY, count, depth - count + 1.0));
            }
        }
        return OptionalDouble.empty();
    }
}
