package org.marrow.singlecell.embed;

/**
 * The closeness {@code 1 / (1 + a * distance^(2 b))} of two points of the map, fitted to the wished one: 1 up to the least
 * distance, then falling exponentially.
 *
 * @param a above 0
 * @param b above 0
 */
record ClosenessCurve(double a, double b) {

    private static final int POINTS = 300;
    /** The fit covers distances up to this many times the spread. */
    private static final double RANGE = 3;

    private static final int MAX_STEPS = 200;
    private static final double CONVERGED = 1e-12;

    /** Least squares over evenly spaced distances, as the reference implementation of UMAP does it. */
    static ClosenessCurve fit(double minDistance, double spread) {
        double[] distances = new double[POINTS];
        double[] wished = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            distances[i] = RANGE * spread * i / (POINTS - 1);
            wished[i] = distances[i] < minDistance ? 1 : StrictMath.exp(-(distances[i] - minDistance) / spread);
        }
        double a = 1;
        double b = 1;
        double error = error(distances, wished, a, b);
        double damping = 1e-3;
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] normal = normalEquations(distances, wished, a, b);
            double aa = normal[0] * (1 + damping);
            double bb = normal[2] * (1 + damping);
            double determinant = aa * bb - normal[1] * normal[1];
            double stepA = (normal[3] * bb - normal[4] * normal[1]) / determinant;
            double stepB = (normal[4] * aa - normal[3] * normal[1]) / determinant;
            double tried = a + stepA > 0 && b + stepB > 0
                    ? error(distances, wished, a + stepA, b + stepB)
                    : Double.POSITIVE_INFINITY;
            if (tried <= error) {
                a += stepA;
                b += stepB;
                error = tried;
                damping /= 10;
                if (Math.abs(stepA) < CONVERGED * a && Math.abs(stepB) < CONVERGED * b) {
                    break;
                }
            } else {
                damping *= 10;
            }
        }
        return new ClosenessCurve(a, b);
    }

    private static double error(double[] distances, double[] wished, double a, double b) {
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            double difference = wished[i] - closeness(distances[i], a, b);
            sum += difference * difference;
        }
        return sum;
    }

    private static double closeness(double distance, double a, double b) {
        return 1 / (1 + a * StrictMath.pow(distance, 2 * b));
    }

    /** Sums of products of the two derivatives (aa, ab, bb) and of each with what is left (a, b). */
    private static double[] normalEquations(double[] distances, double[] wished, double a, double b) {
        double[] sums = new double[5];
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] == 0) {
                continue;
            }
            double power = StrictMath.pow(distances[i], 2 * b);
            double closeness = 1 / (1 + a * power);
            double byA = -closeness * closeness * power;
            double byB = -closeness * closeness * a * power * 2 * StrictMath.log(distances[i]);
            double left = wished[i] - closeness;
            sums[0] += byA * byA;
            sums[1] += byA * byB;
            sums[2] += byB * byB;
            sums[3] += byA * left;
            sums[4] += byB * left;
        }
        return sums;
    }
}
