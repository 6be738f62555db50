package org.marrow.server.store;

import java.util.List;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;

/** A {@link CellMap} without its points, as it is kept beside them. */
record CellMapSheet(
        int cells,
        int clusters,
        double resolution,
        double modularity,
        int cellsRead,
        int genesRead,
        List<MarkerGene> markers,
        List<String> notes) {

    static CellMapSheet of(CellMap map) {
        return new CellMapSheet(
                map.cells(),
                map.clusters(),
                map.resolution(),
                map.modularity(),
                map.cellsRead(),
                map.genesRead(),
                map.markers(),
                map.notes());
    }
}
