package org.marrow.core.cell;

import org.marrow.core.error.InvalidValueException;

/**
 * A cluster for each cell, numbered from 0 by falling size, equal sizes by their first cell.
 *
 * @param labels one a cell, 0 to {@code clusters - 1}
 * @param modularity of the connectivities at {@code resolution}
 */
public record Clustering(int[] labels, int clusters, double resolution, double modularity, long seed) {
    public Clustering {
        InvalidValueException.check(clusters >= 0, "clusters", clusters, "a number from 0");
        for (int label : labels) {
            InvalidValueException.check(label >= 0 && label < clusters, "label", label, "a number below " + clusters);
        }
    }
}
