package org.marrow.singlecell;

import java.util.ArrayList;
import java.util.List;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.error.InvalidValueException;

/** What a page shows of an analysis. */
public final class CellMaps {

    private CellMaps() {}

    /**
     * @param input what the analysis was made of
     * @param topMarkers genes of each cluster, from 0, by falling z
     */
    public static CellMap of(CellDataset input, CellAnalysis analysis, int topMarkers) {
        InvalidValueException.check(topMarkers >= 0, "topMarkers", topMarkers, "a number from 0");
        float[] coordinates = analysis.umap().coordinates();
        int cells = analysis.umap().cells();
        float[] x = new float[cells];
        float[] y = new float[cells];
        for (int cell = 0; cell < cells; cell++) {
            x[cell] = coordinates[cell * analysis.umap().dimensions()];
            y[cell] = coordinates[cell * analysis.umap().dimensions() + 1];
        }
        int[] taken = new int[analysis.clustering().clusters()];
        List<MarkerGene> leading = new ArrayList<>();
        for (MarkerGene marker : analysis.markers()) {
            if (taken[marker.cluster()] < topMarkers) {
                taken[marker.cluster()]++;
                leading.add(marker);
            }
        }
        return new CellMap(
                x,
                y,
                analysis.clustering().labels(),
                analysis.clustering().clusters(),
                analysis.clustering().resolution(),
                analysis.clustering().modularity(),
                input.matrix().cells(),
                input.matrix().genes(),
                leading,
                analysis.notes());
    }
}
