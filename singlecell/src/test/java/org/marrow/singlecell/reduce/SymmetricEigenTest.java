package org.marrow.singlecell.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.InvalidValueException;

class SymmetricEigenTest {

    @Test
    void aTwoByTwoMatrixHasTheEigenvaluesOfTheFormula() {
        SymmetricEigen eigen = SymmetricEigen.leading(new double[] {2, 0, 1, 2}, 2, 2);

        assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-14));
        assertThat(Math.abs(eigen.vectors()[0])).isCloseTo(Math.sqrt(0.5), within(1e-14));
    }

    @Test
    void onlyTheLowerTriangleIsRead() {
        SymmetricEigen eigen = SymmetricEigen.leading(new double[] {2, Double.NaN, 1, 2}, 2, 1);

        assertThat(eigen.values()[0]).isCloseTo(3, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 17, 64, 131})
    void vectorsAreOrthonormalAndGiveTheMatrixBack(int size) {
        double[] matrix = random(size, size);

        SymmetricEigen eigen = SymmetricEigen.leading(matrix.clone(), size, size);

        assertEigen(matrix, size, eigen, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += eigen.values()[k] * eigen.vectors()[i * size + k] * eigen.vectors()[j * size + k];
                }
                assertThat(sum).isCloseTo(matrix[i * size + j], within(1e-12 * size));
            }
        }
    }

    @Test
    void repeatedEigenvaluesStillGiveOrthogonalVectors() {
        int size = 40;
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                // Blocks of ones: five eigenvalues of 8, all others 0.
                matrix[i * size + j] = i / 8 == j / 8 ? 1 : 0;
            }
        }

        SymmetricEigen eigen = SymmetricEigen.leading(matrix.clone(), size, 10);

        for (int i = 0; i < 10; i++) {
            assertThat(eigen.values()[i]).isCloseTo(i < 5 ? 8 : 0, within(1e-12));
        }
        assertEigen(matrix, size, eigen, 10);
    }

    @Test
    void aDiagonalMatrixIsItsOwnAnswer() {
        double[] matrix = {1, 0, 0, 0, 5, 0, 0, 0, -3};

        SymmetricEigen eigen = SymmetricEigen.leading(matrix.clone(), 3, 3);

        assertThat(eigen.values()).containsExactly(new double[] {5, 1, -3}, within(1e-14));
        assertEigen(matrix, 3, eigen, 3);
    }

    @Test
    void aMatrixOfZerosHasZeroEigenvaluesAndUnitVectors() {
        SymmetricEigen eigen = SymmetricEigen.leading(new double[9], 3, 2);

        assertThat(eigen.values()).containsExactly(0, 0);
        assertThat(eigen.vectors()).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-8, 1e12, 1e200})
    void theScaleOfTheMatrixDoesNotMatter(double scale) {
        double[] matrix = random(12, 3);
        SymmetricEigen plain = SymmetricEigen.leading(matrix.clone(), 12, 4);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] *= scale;
        }

        SymmetricEigen scaled = SymmetricEigen.leading(matrix, 12, 4);

        for (int i = 0; i < 4; i++) {
            assertThat(scaled.values()[i] / scale).isCloseTo(plain.values()[i], within(1e-12));
        }
    }

    @Test
    void theNumberWantedMustBePossible() {
        assertThatThrownBy(() -> SymmetricEigen.leading(new double[4], 2, 3)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> SymmetricEigen.leading(new double[4], 2, 0)).isInstanceOf(InvalidValueException.class);
    }

    private static double[] random(int size, long seed) {
        Random random = new Random(seed);
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * size + j] = random.nextGaussian();
                matrix[j * size + i] = matrix[i * size + j];
            }
        }
        return matrix;
    }

    private static void assertEigen(double[] matrix, int size, SymmetricEigen eigen, int count) {
        for (int a = 0; a < count; a++) {
            assertThat(a == 0 || eigen.values()[a] <= eigen.values()[a - 1]).isTrue();
            for (int i = 0; i < size; i++) {
                double product = 0;
                for (int j = 0; j < size; j++) {
                    product += matrix[i * size + j] * eigen.vectors()[j * count + a];
                }
                assertThat(product).isCloseTo(eigen.values()[a] * eigen.vectors()[i * count + a], within(1e-12 * size));
            }
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int i = 0; i < size; i++) {
                    product += eigen.vectors()[i * count + a] * eigen.vectors()[i * count + b];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-13 * size));
            }
        }
    }
}
