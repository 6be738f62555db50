package org.marrow.variants.call;

/**
 * How likely the molecules with an allele are, as errors and as a variant.
 *
 * <p>As errors, a place has its own error rate, the expected one times a factor with a gamma distribution of mean 1 and shape
 * {@code spread}; the count is then negative binomial. Half of the places have one factor for both strands, as damage of the
 * molecule does, the other half one for each strand, as sequencers do. As a variant of fraction f, each molecule has the allele with probability f
 * or shows it by error. The fraction is unknown: it is spread evenly over the logarithm from
 * {@link CallDefaults#LOWEST_FRACTION} to 1.
 */
final class AlleleLikelihood {
    private static final int FRACTIONS = 48;
    private static final double[] FRACTION = fractions();

    private final double[] logs = new double[FRACTIONS];
    private int classes;
    private final int[] counts = new int[BaseClass.COUNT];
    private final double[] rates = new double[BaseClass.COUNT];
    private int forward;
    private int reverse;
    private int references;
    private double expectedForward;
    private double expectedReverse;
    private double spread;

    private static double[] fractions() {
        double[] fractions = new double[FRACTIONS];
        for (int i = 0; i < FRACTIONS; i++) {
            fractions[i] = Math.pow(CallDefaults.LOWEST_FRACTION, 1 - (i + 1.0) / FRACTIONS);
        }
        return fractions;
    }

    /** Begins an allele. */
    void begin(int otherMolecules, double expectedErrorsForward, double expectedErrorsReverse, double errorSpread) {
        classes = 0;
        forward = 0;
        reverse = 0;
        references = otherMolecules;
        expectedForward = expectedErrorsForward;
        expectedReverse = expectedErrorsReverse;
        spread = errorSpread;
    }

    /** Adds molecules that show the allele, and the rate at which molecules of their class do so by error. */
    void add(int molecules, boolean isReverse, double errorRate) {
        counts[classes] = molecules;
        rates[classes] = errorRate;
        classes++;
        if (isReverse) {
            reverse += molecules;
        } else {
            forward += molecules;
        }
    }

    /** The logarithm of the likelihood as errors. */
    double logError() {
        double sum = logFactor(forward, reverse, expectedForward, expectedReverse, spread);
        for (int i = 0; i < classes; i++) {
            sum += counts[i] * Math.log(rates[i]);
        }
        return sum;
    }

    /** What the spread of the error rate makes of errors on either strand, where so many are expected. */
    static double logFactor(int forward, int reverse, double expectedForward, double expectedReverse, double spread) {
        double shared = logFactor(forward + reverse, expectedForward + expectedReverse, spread);
        double apart = logFactor(forward, expectedForward, spread) + logFactor(reverse, expectedReverse, spread);
        double larger = Math.max(shared, apart);
        return larger + Math.log(0.5 * (Math.exp(shared - larger) + Math.exp(apart - larger)));
    }

    private static double logFactor(int count, double expected, double spread) {
        double sum = -spread * Math.log1p(expected / spread) - count * Math.log(spread + expected);
        for (int i = 0; i < count; i++) {
            sum += Math.log(spread + i);
        }
        return sum;
    }

    /** The logarithm of the likelihood as a variant. */
    private double logVariant() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < FRACTIONS; i++) {
            logs[i] = logVariant(FRACTION[i]);
            highest = Math.max(highest, logs[i]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - highest);
        }
        return highest + Math.log(sum / FRACTIONS);
    }

    private double logVariant(double fraction) {
        double rest = 1 - fraction;
        double sum = references * Math.log(rest + fraction * CallDefaults.REFERENCE_AT_FULL_FRACTION)
                - (expectedForward + expectedReverse) * rest;
        for (int i = 0; i < classes; i++) {
            sum += counts[i] * Math.log(rest * rates[i] + fraction);
        }
        return sum;
    }

    /**
     * The probability that the allele is an error.
     *
     * @param prior probability of a variant before its molecules were seen
     */
    double errorProbability(double prior) {
        double logOdds = logVariant() - logError() + Math.log(prior) - Math.log1p(-prior);
        return 1 / (1 + Math.exp(logOdds));
    }
}
