package org.marrow.core.statistics;

/** A distribution over the counts 0, 1, 2 ... All probabilities are natural logarithms. */
public sealed interface CountDistribution permits Binomial, BetaBinomial, Poisson {

    /** log P(X = count). */
    double logMass(long count);

    /** log P(X at most count). */
    double logCumulative(long count);

    /** log P(X at least count), the count itself included. */
    double logSurvival(long count);

    /** P(X = count + 1) / P(X = count), for a count that can occur; 0 at the last one. */
    double ratioAfter(long count);

    /** P(X = 0), P(X = 1) ... P(X = counts - 1), not their logarithms. */
    default double[] massesBelow(int counts) {
        double[] masses = new double[counts];
        double logMass = logMass(0);
        // From a mass that a double cannot hold no other one can be reached.
        boolean canBeChained = logMass > -600;
        for (int count = 0; count < counts; count++) {
            if (!canBeChained) {
                masses[count] = Math.exp(logMass(count));
            } else {
                masses[count] = count == 0 ? Math.exp(logMass) : masses[count - 1] * ratioAfter(count - 1);
            }
        }
        return masses;
    }
}
