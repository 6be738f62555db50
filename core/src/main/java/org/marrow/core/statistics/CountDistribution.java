package org.marrow.core.statistics;

/** A distribution over the counts 0, 1, 2 ... All probabilities are natural logarithms. */
public sealed interface CountDistribution permits Binomial, BetaBinomial, Poisson {

    /** log P(X = count). */
    double logMass(long count);

    /** log P(X at most count). */
    double logCumulative(long count);

    /** log P(X at least count), the count itself included. */
    double logSurvival(long count);
}
