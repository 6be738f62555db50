package org.marrow.singlecell.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.singlecell.oracle.NumpyArray;
import org.marrow.singlecell.oracle.OracleSet;

@Tag("real-data")
class ScalingAgreementTest {

    @ParameterizedTest
    @MethodSource("org.marrow.singlecell.oracle.OracleSet#all")
    void scaledAndCutValuesAreThoseOfScanpy(OracleSet set) {
        List<String> selected = set.table("hvg_seurat.csv.gz").texts("highly_variable");
        int[] genes = IntStream.range(0, selected.size())
                .filter(gene -> selected.get(gene).equals("True"))
                .toArray();
        NumpyArray oracle = set.array("scaled_first50.npy");
        PcaInput input = new PcaInput(GeneColumns.of(set.normalised().matrix(), genes), OptionalDouble.of(10));

        double[] row = new double[genes.length];
        double worst = 0;
        for (int cell = 0; cell < oracle.shape()[0]; cell++) {
            input.fillScaled(cell, row);
            for (int gene = 0; gene < genes.length; gene++) {
                worst = Math.max(worst, Math.abs(row[gene] - oracle.values()[cell * genes.length + gene]));
            }
        }
        set.record("scaled to unit variance and cut at 10, largest difference", worst);
        // The oracle holds floats up to 10.
        assertThat(worst).isLessThan(1e-5);
    }
}
