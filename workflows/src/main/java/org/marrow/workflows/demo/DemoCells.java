package org.marrow.workflows.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;

/** Draws a marrow of blasts and normal cells as negative binomial counts. */
final class DemoCells {
    private static final int GENES = 900;
    private static final double DISPERSION = 0.35;
    private static final double COUNTS_PER_CELL = 2_500;

    /** Genes by which a haematologist would know each population; everything else is background. */
    private static final Map<String, List<String>> POPULATIONS = populations();

    private DemoCells() {}

    static CellDataset simulate(RandomDraws random, String sample, int cells, double blastFraction) {
        List<String> types = new ArrayList<>(POPULATIONS.keySet());
        List<String> genes = geneNames();
        double[][] profiles = profiles(random, types, genes);
        double[] weights = {blastFraction, 0.4, 0.15, 0.2, 0.25};
        for (int i = 1; i < weights.length; i++) {
            weights[i] *= 1 - blastFraction;
        }

        long[] rowStarts = new long[cells + 1];
        int[] codes = new int[cells];
        List<String> names = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        List<float[]> counts = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            codes[cell] = pick(random, weights);
            names.add(sample + "-cell" + (cell + 1));
            double depth = random.logNormal(COUNTS_PER_CELL, 0.3);
            int[] row = new int[genes.size()];
            float[] values = new float[genes.size()];
            int stored = 0;
            for (int gene = 0; gene < genes.size(); gene++) {
                long count = random.negativeBinomial(depth * profiles[codes[cell]][gene], DISPERSION);
                if (count > 0) {
                    row[stored] = gene;
                    values[stored++] = count;
                }
            }
            columns.add(Arrays.copyOf(row, stored));
            counts.add(Arrays.copyOf(values, stored));
            rowStarts[cell + 1] = rowStarts[cell] + stored;
        }

        int total = (int) rowStarts[cells];
        int[] geneIndices = new int[total];
        float[] values = new float[total];
        for (int cell = 0; cell < cells; cell++) {
            System.arraycopy(columns.get(cell), 0, geneIndices, (int) rowStarts[cell], columns.get(cell).length);
            System.arraycopy(counts.get(cell), 0, values, (int) rowStarts[cell], counts.get(cell).length);
        }
        Map<String, CellColumn> observations = new LinkedHashMap<>();
        observations.put("true_population", new CellColumn.Categories(codes, types, false));
        return new CellDataset(
                new CellMatrix(cells, genes.size(), rowStarts, geneIndices, values),
                MatrixKind.COUNTS,
                names,
                genes,
                observations);
    }

    private static double[][] profiles(RandomDraws random, List<String> types, List<String> genes) {
        double[] base = new double[genes.size()];
        for (int gene = 0; gene < base.length; gene++) {
            base[gene] = random.logNormal(1, 1);
        }
        double[][] profiles = new double[types.size()][];
        for (int type = 0; type < types.size(); type++) {
            double[] profile = base.clone();
            List<String> markers = POPULATIONS.getOrDefault(types.get(type), List.of());
            for (int gene = 0; gene < profile.length; gene++) {
                if (markers.contains(genes.get(gene))) {
                    profile[gene] = 25;
                } else if (genes.get(gene).startsWith("SYN") && random.chance(0.05)) {
                    profile[gene] *= 4;
                } else if (!genes.get(gene).startsWith("SYN")) {
                    profile[gene] = 0.3;
                }
            }
            double sum = 0;
            for (double value : profile) {
                sum += value;
            }
            for (int gene = 0; gene < profile.length; gene++) {
                profile[gene] /= sum;
            }
            profiles[type] = profile;
        }
        return profiles;
    }

    private static List<String> geneNames() {
        List<String> genes = new ArrayList<>();
        POPULATIONS.values().forEach(genes::addAll);
        for (int i = genes.size(); i < GENES; i++) {
            genes.add("SYN%04d".formatted(i));
        }
        return genes;
    }

    private static int pick(RandomDraws random, double[] weights) {
        double place = random.uniform();
        for (int i = 0; i < weights.length; i++) {
            place -= weights[i];
            if (place < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static Map<String, List<String>> populations() {
        Map<String, List<String>> populations = new LinkedHashMap<>();
        populations.put("blasts", List.of("CD34", "KIT", "FLT3", "MPO", "AZU1", "ELANE", "SPINK2", "MEIS1"));
        populations.put("T cells", List.of("CD3D", "CD3E", "CD2", "IL7R", "TRAC", "LTB", "CD7", "CCL5"));
        populations.put("B cells", List.of("CD79A", "CD79B", "MS4A1", "CD19", "IGHM", "BANK1", "TCL1A", "PAX5"));
        populations.put("monocytes", List.of("LYZ", "S100A8", "S100A9", "CD14", "FCN1", "VCAN", "CST3", "CSF1R"));
        populations.put("erythroid", List.of("HBB", "HBA1", "HBA2", "GYPA", "KLF1", "ALAS2", "CA1", "AHSP"));
        return populations;
    }
}
