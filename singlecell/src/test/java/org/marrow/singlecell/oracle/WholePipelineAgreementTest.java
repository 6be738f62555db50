package org.marrow.singlecell.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.MarkerGene;
import org.marrow.singlecell.ClusterPipeline;
import org.marrow.singlecell.ClusterProgress;
import org.marrow.singlecell.ClusterSettings;
import org.marrow.singlecell.reduce.VariableGeneFlavour;
import org.marrow.singlecell.reduce.VariableGeneSettings;

/** All steps in a row on real blood cells, each on what the one before it made. */
@Tag("real-data")
class WholePipelineAgreementTest {

    private static final int SCANPY_SEEDS = 8;
    /** The least agreement of two of Scanpy's own seeds, from stats.json. */
    private static final double LEAST_OF_SCANPYS_OWN = 0.9807181421377843;

    private static CellAnalysis run(int threads) {
        ClusterSettings settings = ClusterSettings.defaults()
                .withQc(OracleSet.PBMC.qc())
                .withVariableGenes(
                        new VariableGeneSettings(VariableGeneFlavour.SEURAT, OracleSet.PBMC.variableGenes(), 20))
                .withThreads(threads);
        return ClusterPipeline.run(OracleSet.PBMC.counts(), settings, ClusterProgress.NONE);
    }

    @Test
    void theClustersAreThoseOfScanpyAndTheSameForAnyNumberOfThreads() {
        CellAnalysis one = run(1);
        CellAnalysis eight = run(8);

        CsvTable table = OracleSet.PBMC.table("leiden_seeds.csv.gz");
        double least = IntStream.range(0, SCANPY_SEEDS)
                .mapToDouble(seed ->
                        LabelAgreement.adjustedRandIndex(one.clustering().labels(), table.integers("seed" + seed)))
                .min()
                .orElseThrow();
        OracleSet.PBMC.record("whole pipeline, least ARI with eight seeds", least);
        assertThat(least).isGreaterThanOrEqualTo(LEAST_OF_SCANPYS_OWN);
        assertThat(eight.clustering().labels()).containsExactly(one.clustering().labels());
        assertThat(eight.umap().coordinates()).containsExactly(one.umap().coordinates());
        assertThat(eight.principalComponents().scores())
                .containsExactly(one.principalComponents().scores());
        assertThat(eight.markers()).isEqualTo(one.markers());
    }

    /** Textbook markers: CD79A of B cells, NKG7 of NK and cytotoxic T cells, LYZ of monocytes, FCGR3A of CD16 monocytes. */
    @Test
    void theLeadingMarkersAreThoseOfTheKnownCellTypes() {
        CellAnalysis analysis = run(2);
        int clusters = analysis.clustering().clusters();

        List<String> leading = IntStream.range(0, clusters)
                .mapToObj(cluster -> analysis.markers().stream()
                        .filter(marker -> marker.cluster() == cluster)
                        .limit(10)
                        .map(MarkerGene::gene)
                        .toList())
                .flatMap(List::stream)
                .toList();

        assertThat(leading).contains("CD79A", "NKG7", "LYZ", "FCGR3A");
        assertThat(Arrays.stream(analysis.clustering().labels()).max().orElseThrow())
                .isEqualTo(clusters - 1);
    }
}
