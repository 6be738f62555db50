package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A fitted proportional hazards model.
 *
 * @param coefficients log hazard ratio for one unit of each covariate
 * @param covariance of the coefficients, from the observed information
 * @param nullLogLikelihood with all coefficients 0
 * @param logLikelihood at the maximum
 * @param likelihoodRatio test of all coefficients being 0
 * @param wald test of the same
 * @param score test of the same
 * @param iterations of Newton's method
 */
public record CoxFit(
        double[] coefficients,
        List<double[]> covariance,
        double nullLogLikelihood,
        double logLikelihood,
        ChiSquaredTest likelihoodRatio,
        ChiSquaredTest wald,
        ChiSquaredTest score,
        int iterations) {
    public CoxFit {
        requireNonNull(coefficients, "coefficients");
        covariance = List.copyOf(covariance);
        requireNonNull(likelihoodRatio, "likelihoodRatio");
        requireNonNull(wald, "wald");
        requireNonNull(score, "score");
    }

    public double standardError(int covariate) {
        return Math.sqrt(covariance.get(covariate)[covariate]);
    }
}
