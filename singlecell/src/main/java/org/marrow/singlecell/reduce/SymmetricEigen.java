package org.marrow.singlecell.reduce;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.marrow.core.error.BugException;
import org.marrow.core.error.InvalidValueException;

/**
 * The leading eigenvalues and eigenvectors of a symmetric matrix.
 *
 * <p>Householder reflections bring the matrix to tridiagonal form; the implicit QL method finds all its eigenvalues (Golub
 * and Van Loan, Matrix Computations, chapter 8.3). The rotations of QL are kept and then applied to the wanted eigenvectors
 * alone, last rotation first, which costs {@code n^2 * count} steps instead of {@code n^3} and leaves the vectors orthogonal
 * to rounding even where eigenvalues are equal.
 *
 * @param values falling
 * @param vectors {@code n * count}, row after row: entry of each vector
 */
record SymmetricEigen(double[] values, double[] vectors) {

    private static final int MAX_SWEEPS_PER_VALUE = 60;
    /** Off-diagonals below this share of the largest entry are 0, whatever lies beside them on the diagonal. */
    private static final double NEGLIGIBLE = 1e-19;

    /**
     * @param matrix {@code size * size}, row after row; only the lower triangle is read, and it is overwritten
     * @param count how many, 1 to {@code size}
     */
    static SymmetricEigen leading(double[] matrix, int size, int count) {
        InvalidValueException.check(count >= 1 && count <= size, "count", count, "1 to " + size);
        double scale = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                scale = Math.max(scale, Math.abs(matrix[row * size + column]));
            }
        }
        if (scale == 0) {
            double[] vectors = new double[size * count];
            for (int i = 0; i < count; i++) {
                vectors[i * count + i] = 1;
            }
            return new SymmetricEigen(new double[count], vectors);
        }
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] /= scale;
        }
        double[] diagonal = new double[size];
        double[] offDiagonal = new double[size];
        double[] halfNorms = new double[size];
        reduceToTridiagonal(matrix, size, diagonal, offDiagonal, halfNorms);
        Rotations rotations = new Rotations();
        implicitQl(diagonal, offDiagonal, rotations);

        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -diagonal[i]))
                .mapToInt(Integer::intValue)
                .limit(count)
                .toArray();
        double[] values = new double[count];
        double[] vectors = new double[Math.multiplyExact(size, count)];
        for (int i = 0; i < count; i++) {
            values[i] = diagonal[order[i]] * scale;
            vectors[order[i] * count + i] = 1;
        }
        rotations.applyTo(vectors, count);
        reflectBack(matrix, size, halfNorms, vectors, count);
        return new SymmetricEigen(values, vectors);
    }

    /**
     * Row {@code i} of the result holds the reflection {@code 1 - u u' / halfNorms[i]} in its first {@code i} places. The
     * rank-two update of one step and the matrix-vector product of the next share one pass over the matrix, because that
     * pass is bound by memory.
     */
    private static void reduceToTridiagonal(
            double[] matrix, int size, double[] diagonal, double[] offDiagonal, double[] halfNorms) {
        double[] reflection = new double[size];
        double[] update = new double[size];
        double[] previousReflection = new double[size];
        double[] previousUpdate = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            int rowStart = i * size;
            subtract(matrix, rowStart, i, previousReflection, previousUpdate);
            diagonal[i] = matrix[rowStart + i];
            Arrays.fill(reflection, 0);
            Arrays.fill(update, 0);
            if (i > 0) {
                halfNorms[i] = reflection(matrix, rowStart, i, offDiagonal, reflection);
            }
            for (int row = 0; row < i; row++) {
                int start = row * size;
                subtract(matrix, start, row, previousReflection, previousUpdate);
                if (halfNorms[i] != 0) {
                    double factor = reflection[row];
                    for (int column = 0; column < row; column++) {
                        update[column] += matrix[start + column] * factor;
                    }
                    update[row] += VectorSums.dot(matrix, start, reflection, 0, row + 1);
                }
            }
            if (halfNorms[i] != 0) {
                double half = VectorSums.dot(reflection, 0, update, 0, i) / (2 * halfNorms[i] * halfNorms[i]);
                for (int k = 0; k < i; k++) {
                    update[k] = update[k] / halfNorms[i] - half * reflection[k];
                }
                System.arraycopy(reflection, 0, matrix, rowStart, i);
            }
            double[] swap = previousReflection;
            previousReflection = reflection;
            reflection = swap;
            swap = previousUpdate;
            previousUpdate = update;
            update = swap;
        }
    }

    /** Takes {@code u q' + q u'} from the first {@code row + 1} places of a row. */
    private static void subtract(double[] matrix, int start, int row, double[] u, double[] q) {
        double ofU = u[row];
        double ofQ = q[row];
        if (ofU == 0 && ofQ == 0) {
            return;
        }
        for (int column = 0; column <= row; column++) {
            matrix[start + column] -= ofU * q[column] + ofQ * u[column];
        }
    }

    /** The reflection that leaves of a row's first {@code i} places the last alone; 0 when it already is alone. */
    private static double reflection(double[] matrix, int start, int i, double[] offDiagonal, double[] reflection) {
        double last = matrix[start + i - 1];
        double others = VectorSums.dot(matrix, start, matrix, start, i - 1);
        if (others == 0) {
            offDiagonal[i] = last;
            return 0;
        }
        double norm = Math.sqrt(others + last * last);
        double kept = last > 0 ? -norm : norm;
        offDiagonal[i] = kept;
        System.arraycopy(matrix, start, reflection, 0, i);
        reflection[i - 1] = last - kept;
        return norm * norm - last * kept;
    }

    /** Leaves the eigenvalues in {@code diagonal}. On entry {@code offDiagonal[i]} links {@code i - 1} and {@code i}. */
    private static void implicitQl(double[] diagonal, double[] offDiagonal, Rotations rotations) {
        int size = diagonal.length;
        double[] link = new double[size];
        System.arraycopy(offDiagonal, 1, link, 0, size - 1);
        for (int low = 0; low < size; low++) {
            int sweeps = 0;
            int high = endOfBlock(diagonal, link, low);
            while (high > low) {
                if (++sweeps > MAX_SWEEPS_PER_VALUE) {
                    throw new BugException("QL did not converge in " + MAX_SWEEPS_PER_VALUE + " sweeps");
                }
                sweep(diagonal, link, low, high, rotations);
                high = endOfBlock(diagonal, link, low);
            }
        }
    }

    private static int endOfBlock(double[] diagonal, double[] link, int low) {
        int high = low;
        while (high < diagonal.length - 1) {
            double beside = Math.abs(diagonal[high]) + Math.abs(diagonal[high + 1]);
            if (Math.abs(link[high]) <= Math.ulp(1.0) * beside + NEGLIGIBLE) {
                break;
            }
            high++;
        }
        return high;
    }

    /** One QL sweep with Wilkinson's shift over the block {@code low} to {@code high}. */
    private static void sweep(double[] diagonal, double[] link, int low, int high, Rotations rotations) {
        double ratio = (diagonal[low + 1] - diagonal[low]) / (2 * link[low]);
        double root = Math.sqrt(ratio * ratio + 1);
        double shifted = diagonal[high] - diagonal[low] + link[low] / (ratio + Math.copySign(root, ratio));
        double sine = 1;
        double cosine = 1;
        double carried = 0;
        for (int i = high - 1; i >= low; i--) {
            double bulge = sine * link[i];
            double rest = cosine * link[i];
            double length = Math.sqrt(bulge * bulge + shifted * shifted);
            link[i + 1] = length;
            if (length == 0) {
                // The block has fallen in two; the next search finds the smaller one.
                diagonal[i + 1] -= carried;
                link[high] = 0;
                return;
            }
            sine = bulge / length;
            cosine = shifted / length;
            double pivot = diagonal[i + 1] - carried;
            double turned = (diagonal[i] - pivot) * sine + 2 * cosine * rest;
            carried = sine * turned;
            diagonal[i + 1] = pivot + carried;
            shifted = cosine * turned - rest;
            rotations.add(i, cosine, sine);
        }
        diagonal[low] -= carried;
        link[low] = shifted;
        link[high] = 0;
    }

    private static void reflectBack(double[] matrix, int size, double[] halfNorms, double[] vectors, int count) {
        double[] product = new double[count];
        for (int i = 1; i < size; i++) {
            if (halfNorms[i] == 0) {
                continue;
            }
            Arrays.fill(product, 0);
            for (int row = 0; row < i; row++) {
                double factor = matrix[i * size + row];
                for (int k = 0; k < count; k++) {
                    product[k] += factor * vectors[row * count + k];
                }
            }
            for (int row = 0; row < i; row++) {
                double factor = matrix[i * size + row] / halfNorms[i];
                for (int k = 0; k < count; k++) {
                    vectors[row * count + k] -= factor * product[k];
                }
            }
        }
    }

    /** Plane rotations in the order in which they were made. */
    private static final class Rotations {
        private int[] planes = new int[1024];
        private double[] cosines = new double[1024];
        private double[] sines = new double[1024];
        private int count;

        void add(int plane, double cosine, double sine) {
            if (count == planes.length) {
                int larger = Math.addExact(count, count / 2);
                planes = Arrays.copyOf(planes, larger);
                cosines = Arrays.copyOf(cosines, larger);
                sines = Arrays.copyOf(sines, larger);
            }
            planes[count] = plane;
            cosines[count] = cosine;
            sines[count++] = sine;
        }

        void applyTo(double[] vectors, int width) {
            for (int i = count - 1; i >= 0; i--) {
                int upper = planes[i] * width;
                int lower = upper + width;
                double cosine = cosines[i];
                double sine = sines[i];
                for (int k = 0; k < width; k++) {
                    double above = vectors[upper + k];
                    double below = vectors[lower + k];
                    vectors[upper + k] = cosine * above + sine * below;
                    vectors[lower + k] = cosine * below - sine * above;
                }
            }
        }
    }
}
