package org.marrow.singlecell.cluster;

import org.marrow.core.cell.NeighbourGraph;

/** How much more the clusters are connected within than edges laid at random would connect them. */
public final class Modularity {

    private Modularity() {}

    /**
     * Newman's modularity with resolution (Reichardt and Bornholdt 2006, doi:10.1103/PhysRevE.74.016110), weighted by the
     * connectivities; 0 for a graph without edges.
     *
     * @param labels from 0, one a cell
     */
    public static double of(NeighbourGraph graph, int[] labels, double resolution) {
        int clusters = 0;
        for (int label : labels) {
            clusters = Math.max(clusters, label + 1);
        }
        double[] degrees = new double[clusters];
        double within = 0;
        double all = 0;
        for (int cell = 0; cell < graph.cells(); cell++) {
            for (int i = (int) graph.rowStarts()[cell]; i < graph.rowStarts()[cell + 1]; i++) {
                double weight = graph.connectivities()[i];
                all += weight;
                degrees[labels[cell]] += weight;
                if (labels[cell] == labels[graph.columns()[i]]) {
                    within += weight;
                }
            }
        }
        if (all == 0) {
            return 0;
        }
        double expected = 0;
        for (double degree : degrees) {
            expected += (degree / all) * (degree / all);
        }
        return within / all - resolution * expected;
    }
}
