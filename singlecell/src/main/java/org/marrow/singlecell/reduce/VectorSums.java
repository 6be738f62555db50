package org.marrow.singlecell.reduce;

/** Sums in a fixed order that still keeps the processor's pipelines full. */
final class VectorSums {

    private VectorSums() {}

    /** Inner product of {@code length} numbers. Four partial sums break the chain of dependent additions. */
    static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            first += a[aFrom + i] * b[bFrom + i];
            second += a[aFrom + i + 1] * b[bFrom + i + 1];
            third += a[aFrom + i + 2] * b[bFrom + i + 2];
            fourth += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            first += a[aFrom + i] * b[bFrom + i];
        }
        return (first + second) + (third + fourth);
    }
}
