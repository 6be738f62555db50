package org.marrow.singlecell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;
import org.marrow.singlecell.cluster.LeidenSettings;
import org.marrow.singlecell.embed.UmapSettings;
import org.marrow.singlecell.markers.MarkerSettings;
import org.marrow.singlecell.neighbours.NeighbourSettings;
import org.marrow.singlecell.normalise.NormaliseSettings;
import org.marrow.singlecell.qc.QcSettings;
import org.marrow.singlecell.reduce.PcaSettings;
import org.marrow.singlecell.reduce.VariableGeneFlavour;
import org.marrow.singlecell.reduce.VariableGeneSettings;

class ClusterDefaultsTest {

    @Test
    void everyDefaultIsTheRecordedOne() {
        ClusterSettings settings = ClusterSettings.defaults();

        assertThat(settings.qc()).isEqualTo(new QcSettings(200, 3, OptionalDouble.empty()));
        assertThat(settings.normalise()).isEqualTo(new NormaliseSettings(10_000));
        assertThat(settings.variableGenes()).isEqualTo(new VariableGeneSettings(VariableGeneFlavour.SEURAT, 2000, 20));
        assertThat(settings.pca()).isEqualTo(new PcaSettings(50, OptionalDouble.empty()));
        assertThat(settings.neighbours()).isEqualTo(new NeighbourSettings(14));
        assertThat(settings.leiden()).isEqualTo(new LeidenSettings(1, 10, 50, 0));
        assertThat(settings.umap()).isEqualTo(new UmapSettings(0.5, 1, OptionalInt.empty(), 5, 1, 1, 0));
        assertThat(settings.markers()).isEqualTo(new MarkerSettings(true));
        assertThat(settings.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void eachChangeChangesItsSettingAlone() {
        ClusterSettings settings = ClusterSettings.defaults();
        QcSettings qc = new QcSettings(1, 1, OptionalDouble.of(0.1));
        VariableGeneSettings genes = new VariableGeneSettings(VariableGeneFlavour.CELL_RANGER, 300, 20);

        ClusterSettings changed = settings.withQc(qc)
                .withVariableGenes(genes)
                .withPca(new PcaSettings(20, OptionalDouble.of(10)))
                .withNeighbours(new NeighbourSettings(29))
                .withResolution(0.5)
                .withSeed(7)
                .withMarkers(new MarkerSettings(false))
                .withThreads(3);

        assertThat(changed)
                .isEqualTo(new ClusterSettings(
                        qc,
                        settings.normalise(),
                        genes,
                        new PcaSettings(20, OptionalDouble.of(10)),
                        new NeighbourSettings(29),
                        new LeidenSettings(0.5, 10, 50, 7),
                        new UmapSettings(0.5, 1, OptionalInt.empty(), 5, 1, 1, 7),
                        new MarkerSettings(false),
                        3));
    }

    @Test
    void valuesOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> ClusterSettings.defaults().withThreads(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new QcSettings(-1, 0, OptionalDouble.empty()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new QcSettings(0, -1, OptionalDouble.empty()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new QcSettings(0, 0, OptionalDouble.of(1.01)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new QcSettings(0, 0, OptionalDouble.of(Double.NaN)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new VariableGeneSettings(VariableGeneFlavour.SEURAT, 0, 20))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new VariableGeneSettings(VariableGeneFlavour.SEURAT, 1, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PcaSettings(0, OptionalDouble.empty())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PcaSettings(1, OptionalDouble.of(0))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new NeighbourSettings(0)).isInstanceOf(InvalidValueException.class);
    }
}
