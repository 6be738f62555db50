package org.marrow.core.survival;

import java.util.Optional;

/** A small symmetric positive definite matrix, factored as L L' (Cholesky). */
final class PositiveMatrix {
    /** A pivot this small beside its diagonal is zero: what is left of it is rounding. */
    private static final double SINGULAR = 1e-12;

    private final double[][] factor;

    private PositiveMatrix(double[][] factor) {
        this.factor = factor;
    }

    /** Factors a matrix, of which the lower triangle is read; empty when it is not positive definite. */
    static Optional<PositiveMatrix> factor(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = rest / factor[j][j];
                } else if (rest > SINGULAR * matrix[i][i] && rest < Double.POSITIVE_INFINITY) {
                    factor[i][i] = Math.sqrt(rest);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new PositiveMatrix(factor));
    }

    /** The x with A x = b. */
    double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    /** b' A^-1 b, never negative. */
    double quadraticForm(double[] b) {
        double[] x = b.clone();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
            sum += x[i] * x[i];
        }
        return sum;
    }

    double[][] inverse() {
        double[][] inverse = new double[factor.length][];
        for (int i = 0; i < factor.length; i++) {
            double[] unit = new double[factor.length];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
