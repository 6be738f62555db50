package org.marrow.singlecell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.oracle.LabelAgreement;
import org.marrow.singlecell.qc.QcSettings;

class ClusterPipelineTest {

    private static final ClusterSettings ALL_CELLS = ClusterSettings.defaults()
            .withQc(new QcSettings(0, 1, OptionalDouble.empty()))
            .withThreads(2);

    private static CellDataset planted() {
        return PlantedCells.of(MatrixKind.COUNTS, PlantedCells.counts(4, 45, 150, 17));
    }

    private static CellAnalysis run(CellDataset data, ClusterSettings settings) {
        return ClusterPipeline.run(data, settings, ClusterProgress.NONE);
    }

    private static CellDataset counts(float[][] rows) {
        return PlantedCells.of(MatrixKind.COUNTS, rows);
    }

    @Test
    void plantedGroupsAreFoundWithTheirMarkers() {
        CellAnalysis analysis = run(planted(), ALL_CELLS);
        int[] truth = PlantedCells.groups(4, 45);

        assertThat(LabelAgreement.adjustedRandIndex(analysis.clustering().labels(), truth))
                .isEqualTo(1);
        CellMap map = CellMaps.of(planted(), analysis, PlantedCells.MARKERS_PER_GROUP);
        assertThat(map.clusters()).isEqualTo(4);
        assertThat(map.markers()).hasSize(40);
        for (MarkerGene marker : map.markers()) {
            int cell = Arrays.stream(IntStream.range(0, 180)
                            .filter(i -> map.labels()[i] == marker.cluster())
                            .toArray())
                    .findFirst()
                    .orElseThrow();
            int gene = Integer.parseInt(marker.gene().substring(1));
            assertThat(gene / PlantedCells.MARKERS_PER_GROUP).isEqualTo(truth[cell]);
            assertThat(marker.log2FoldChange()).isPositive();
            assertThat(marker.adjustedPValue()).isLessThan(1e-10);
        }
    }

    @Test
    void theMapOfCellsHoldsWhatTheAnalysisHolds() {
        CellDataset data = counts(PlantedCells.counts(2, 30, 60, 3));
        CellAnalysis analysis = run(data, ALL_CELLS);

        CellMap map = CellMaps.of(data, analysis, 3);

        assertThat(map.cells()).isEqualTo(60);
        assertThat(map.cellsRead()).isEqualTo(60);
        assertThat(map.genesRead()).isEqualTo(60);
        assertThat(map.x()[7]).isEqualTo(analysis.umap().coordinates()[14]);
        assertThat(map.y()[7]).isEqualTo(analysis.umap().coordinates()[15]);
        assertThat(map.modularity()).isEqualTo(analysis.clustering().modularity());
        assertThat(map.notes()).isEqualTo(analysis.notes());
        assertThat(map.markers()).extracting(MarkerGene::cluster).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(CellMaps.of(data, analysis, 0).markers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void anyNumberOfThreadsGivesTheSameBytes(int threads) {
        CellAnalysis one = run(planted(), ALL_CELLS.withThreads(1));
        CellAnalysis more = run(planted(), ALL_CELLS.withThreads(threads));

        assertThat(more.normalised().matrix().values())
                .containsExactly(one.normalised().matrix().values());
        assertThat(more.principalComponents().scores())
                .containsExactly(one.principalComponents().scores());
        assertThat(more.neighbours().connectivities())
                .containsExactly(one.neighbours().connectivities());
        assertThat(more.clustering().labels()).containsExactly(one.clustering().labels());
        assertThat(more.umap().coordinates()).containsExactly(one.umap().coordinates());
        assertThat(more.markers()).isEqualTo(one.markers());
    }

    @Test
    void permutedCellsGiveThePermutedClusters() {
        float[][] rows = PlantedCells.counts(4, 45, 150, 17);
        int[] order = IntStream.range(0, rows.length)
                .map(i -> (i * 77 + 13) % rows.length)
                .toArray();
        float[][] permuted = Arrays.stream(order).mapToObj(i -> rows[i]).toArray(float[][]::new);

        int[] straight = run(counts(rows), ALL_CELLS).clustering().labels();
        int[] moved = run(counts(permuted), ALL_CELLS).clustering().labels();

        assertThat(LabelAgreement.adjustedRandIndex(
                        moved, Arrays.stream(order).map(i -> straight[i]).toArray()))
                .isEqualTo(1);
    }

    @Test
    void progressRunsThroughAllStepsInOrderAndNeverFalls() {
        List<ClusterStep> begun = new ArrayList<>();
        Map<ClusterStep, Double> last = new EnumMap<>(ClusterStep.class);

        ClusterPipeline.run(planted(), ALL_CELLS, (step, done) -> {
            assertThat(done).isBetween(last.getOrDefault(step, 0.0), 1.0);
            if (last.put(step, done) == null) {
                begun.add(step);
            }
        });

        assertThat(begun).containsExactly(ClusterStep.values());
        assertThat(last.values()).containsOnly(1.0);
        assertThat(Arrays.stream(ClusterStep.values()).map(ClusterStep::label)).doesNotHaveDuplicates();
    }

    @Test
    void logNormalisedInputIsClusteredAndSaidToBeSo() {
        CellAnalysis fromCounts = run(planted(), ALL_CELLS);
        CellAnalysis fromLogarithms = run(fromCounts.normalised(), ALL_CELLS);

        assertThat(fromLogarithms.clustering().labels())
                .containsExactly(fromCounts.clustering().labels());
        assertThat(fromLogarithms.notes()).anyMatch(note -> note.contains("already log-normalised"));
        assertThat(fromLogarithms.qc().totalCounts()).containsOnly(Double.NaN);
        assertThat(fromCounts.notes()).noneMatch(note -> note.contains("already log-normalised"));
    }

    @Test
    void aMatrixOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> run(PlantedCells.of(MatrixKind.OTHER, new float[][] {{1, 2}, {3, 4}}), ALL_CELLS))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("neither counts nor log-normalised");
    }

    @Test
    void cellsLeftOutAreCountedInTheNotesAndInTheRecord() {
        float[][] rows = PlantedCells.counts(2, 30, 60, 3);
        rows[4] = new float[60];
        rows[9] = new float[60];

        CellAnalysis analysis = run(counts(rows), ALL_CELLS.withQc(new QcSettings(5, 3, OptionalDouble.empty())));

        assertThat(analysis.keptCells()).hasSize(58).doesNotContain(4, 9);
        assertThat(analysis.qc().totalCounts()).hasSize(60);
        assertThat(analysis.normalised().cellNames()).hasSize(58);
        assertThat(analysis.umap().cells()).isEqualTo(58);
        assertThat(analysis.notes()).contains("Quality control left out 2 of 60 cells.");
    }

    @Test
    void cellsWithoutCountsCanBeKept() {
        float[][] rows = PlantedCells.counts(2, 30, 60, 3);
        rows[4] = new float[60];
        rows[9] = new float[60];

        CellAnalysis analysis = run(counts(rows), ALL_CELLS);

        assertThat(analysis.clustering().labels()).hasSize(60);
        assertThat(analysis.clustering().labels()[4])
                .isEqualTo(analysis.clustering().labels()[9]);
        assertThat(analysis.qc().mitochondrialFraction()[4]).isNaN();
    }

    @Test
    void oneCellIsRefused() {
        assertThatThrownBy(() -> run(counts(new float[][] {{1, 2, 3}}), ALL_CELLS))
                .isInstanceOf(UserException.class)
                .hasMessage("Clustering needs at least 2 cells, found 1 of 1 with counts in 0 or more genes.");
    }

    @Test
    void noCellIsRefused() {
        assertThatThrownBy(() -> run(counts(new float[][] {}), ALL_CELLS))
                .isInstanceOf(UserException.class)
                .hasMessage("There is no cell in the data set.");
    }

    @Test
    void noVariableGeneIsRefused() {
        assertThatThrownBy(() -> run(counts(new float[][] {{1, 2, 3}, {1, 2, 3}, {2, 4, 6}}), ALL_CELLS))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("nothing to cluster");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 14, 15, 16})
    void fewCellsAreClusteredWithWhatThereIs(int cells) {
        float[][] rows = Arrays.copyOf(PlantedCells.counts(2, 8, 40, 1), cells);

        CellAnalysis analysis = run(counts(rows), ALL_CELLS);

        assertThat(analysis.clustering().labels()).hasSize(cells);
        assertThat(analysis.neighbours().neighbours()).isEqualTo(Math.min(14, cells - 1));
        assertThat(analysis.notes().stream().anyMatch(note -> note.contains("other cells as neighbours")))
                .isEqualTo(cells <= 14);
        assertThat(analysis.principalComponents().components()).isLessThan(cells);
        for (float coordinate : analysis.umap().coordinates()) {
            assertThat(coordinate).isFinite();
        }
    }

    @Test
    void duplicatedCellsShareACluster() {
        float[][] once = PlantedCells.counts(3, 4, 60, 2);
        float[][] rows = new float[60][];
        for (int i = 0; i < 60; i++) {
            rows[i] = once[i % 12];
        }

        CellAnalysis analysis = run(counts(rows), ALL_CELLS);

        for (int i = 12; i < 60; i++) {
            assertThat(analysis.clustering().labels()[i])
                    .isEqualTo(analysis.clustering().labels()[i - 12]);
        }
    }

    @Test
    void aSingleClusterIsSaidToHaveNoMarkers() {
        CellAnalysis analysis = run(counts(PlantedCells.counts(1, 12, 40, 8)), ALL_CELLS.withResolution(0.01));

        assertThat(analysis.clustering().clusters()).isEqualTo(1);
        assertThat(analysis.markers()).isEmpty();
        assertThat(analysis.notes()).anyMatch(note -> note.contains("one cluster only"));
    }

    @Test
    void smallClustersAreNamedInTheNotes() {
        assertThat(run(counts(PlantedCells.counts(2, 25, 60, 3)), ALL_CELLS.withResolution(0.2))
                        .notes())
                .anyMatch(note -> note.endsWith("25 cells or fewer: cluster 0, 1."));
        assertThat(run(counts(PlantedCells.counts(2, 26, 60, 3)), ALL_CELLS.withResolution(0.2))
                        .notes())
                .noneMatch(note -> note.contains("cells or fewer"));
    }
}
