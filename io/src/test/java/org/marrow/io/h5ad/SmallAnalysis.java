package org.marrow.io.h5ad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.CellQc;
import org.marrow.core.cell.Clustering;
import org.marrow.core.cell.Embedding;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.cell.NeighbourGraph;
import org.marrow.core.cell.PrincipalComponents;
import org.marrow.core.cell.VariableGenes;

/** A seeded analysis of the right shape; its numbers mean nothing. */
final class SmallAnalysis {
    static final int CELLS_READ = 70;
    static final int CELLS = 60;
    static final int GENES = 40;
    static final int COMPONENTS = 5;
    static final int NEIGHBOURS = 4;
    static final int CLUSTERS = 3;

    private final Random random = new Random(20261124);

    static CellAnalysis make() {
        return new SmallAnalysis().analysis();
    }

    private CellAnalysis analysis() {
        int[] keptCells = IntStream.range(CELLS_READ - CELLS, CELLS_READ).toArray();
        int[] keptGenes = IntStream.range(0, GENES).toArray();
        return new CellAnalysis(
                dataset(),
                qc(),
                keptCells,
                keptGenes,
                variableGenes(),
                components(),
                neighbours(),
                new Clustering(IntStream.range(0, CELLS).map(i -> i % CLUSTERS).toArray(), CLUSTERS, 1, 0.75, 7),
                new Embedding("X_umap", 2, floats(2 * CELLS)),
                markers(),
                List.of("the first note", "the second, with é"));
    }

    private CellDataset dataset() {
        long[] rowStarts = new long[CELLS + 1];
        int[] genes = new int[CELLS * GENES];
        float[] values = new float[CELLS * GENES];
        int stored = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            for (int gene = 0; gene < GENES; gene++) {
                if (random.nextInt(3) == 0) {
                    genes[stored] = gene;
                    values[stored++] = (float) Math.log1p(1 + random.nextInt(20));
                }
            }
            rowStarts[cell + 1] = stored;
        }
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        columns.put("donor", new CellColumn.Categories(new int[CELLS], List.of("D1"), false));
        columns.put("leiden", new CellColumn.Integers(new long[CELLS], null));
        columns.put("day/number", new CellColumn.Numbers(new double[CELLS]));
        return new CellDataset(
                new CellMatrix(CELLS, GENES, rowStarts, Arrays.copyOf(genes, stored), Arrays.copyOf(values, stored)),
                MatrixKind.LOG_NORMALISED,
                H5adBuilder.names("cell ", CELLS),
                H5adBuilder.names("GENE", GENES),
                columns);
    }

    private CellQc qc() {
        double[] fractions = doubles(CELLS_READ);
        return new CellQc(
                IntStream.range(0, CELLS_READ).mapToDouble(i -> 1000 + i).toArray(),
                IntStream.range(0, CELLS_READ).map(i -> 100 + i).toArray(),
                fractions);
    }

    private VariableGenes variableGenes() {
        boolean[] selected = new boolean[GENES];
        for (int gene = 0; gene < GENES; gene += 2) {
            selected[gene] = true;
        }
        return new VariableGenes("seurat", selected, doubles(GENES), doubles(GENES));
    }

    private PrincipalComponents components() {
        int[] genes = IntStream.range(0, GENES / 2).map(i -> 2 * i).toArray();
        double[] variance = {5, 4, 3, 2, 1};
        double[] ratio = {0.3, 0.2, 0.1, 0.05, 0.02};
        return new PrincipalComponents(
                COMPONENTS, doubles(CELLS * COMPONENTS), doubles(genes.length * COMPONENTS), genes, variance, ratio);
    }

    /** Neighbours on a ring, nearest first, so that their columns do not rise. */
    private NeighbourGraph neighbours() {
        int[] indices = new int[CELLS * NEIGHBOURS];
        double[] distances = new double[indices.length];
        for (int cell = 0; cell < CELLS; cell++) {
            for (int i = 0; i < NEIGHBOURS; i++) {
                int step = i % 2 == 0 ? i / 2 + 1 : -(i / 2 + 1);
                indices[cell * NEIGHBOURS + i] = Math.floorMod(cell + step, CELLS);
                distances[cell * NEIGHBOURS + i] = i + 0.5;
            }
        }
        long[] rowStarts = new long[CELLS + 1];
        int[] columns = new int[2 * CELLS];
        double[] connectivities = new double[columns.length];
        for (int cell = 0; cell < CELLS; cell++) {
            int before = Math.floorMod(cell - 1, CELLS);
            int after = Math.floorMod(cell + 1, CELLS);
            columns[2 * cell] = Math.min(before, after);
            columns[2 * cell + 1] = Math.max(before, after);
            rowStarts[cell + 1] = 2L * (cell + 1);
            Arrays.fill(connectivities, 2 * cell, 2 * cell + 2, 0.5);
        }
        return new NeighbourGraph(CELLS, NEIGHBOURS, indices, distances, rowStarts, columns, connectivities);
    }

    private static List<MarkerGene> markers() {
        List<MarkerGene> markers = new ArrayList<>();
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
            for (int i = 0; i < GENES; i++) {
                int gene = (i + cluster) % GENES;
                markers.add(
                        new MarkerGene(cluster, "GENE" + gene, 10 - i, -20 + i / 2.0, Math.exp(-10 + i / 4.0), 2 - i));
            }
        }
        return markers;
    }

    private double[] doubles(int count) {
        return random.doubles(count).toArray();
    }

    private float[] floats(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
