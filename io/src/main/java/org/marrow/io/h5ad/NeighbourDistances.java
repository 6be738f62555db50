package org.marrow.io.h5ad;

import java.util.stream.IntStream;
import org.marrow.core.cell.NeighbourGraph;

/** The distances to each cell's neighbours as CSR, in which columns rise where the graph has the nearest first. */
record NeighbourDistances(long[] rowStarts, int[] columns, double[] distances) {

    static NeighbourDistances of(NeighbourGraph graph) {
        int each = graph.neighbours();
        long[] rowStarts = new long[graph.cells() + 1];
        int[] columns = new int[graph.indices().length];
        double[] distances = new double[columns.length];
        for (int cell = 0; cell < graph.cells(); cell++) {
            int from = cell * each;
            rowStarts[cell + 1] = (cell + 1L) * each;
            int[] order = IntStream.range(from, from + each)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(graph.indices()[a], graph.indices()[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < each; i++) {
                columns[from + i] = graph.indices()[order[i]];
                distances[from + i] = graph.distances()[order[i]];
            }
        }
        return new NeighbourDistances(rowStarts, columns, distances);
    }
}
