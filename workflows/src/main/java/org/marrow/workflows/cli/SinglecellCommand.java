package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.cell.CellAnalysis;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMap;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.io.guard.FileHash;
import org.marrow.io.h5ad.H5adProvenance;
import org.marrow.io.h5ad.H5adSink;
import org.marrow.io.h5ad.H5adSource;
import org.marrow.io.h5ad.MatrixChoice;
import org.marrow.io.result.ResultJson;
import org.marrow.singlecell.CellMaps;
import org.marrow.singlecell.ClusterDefaults;
import org.marrow.singlecell.ClusterPipeline;
import org.marrow.singlecell.ClusterSettings;
import org.marrow.singlecell.ClusterStep;
import org.marrow.singlecell.neighbours.NeighbourSettings;
import org.marrow.singlecell.qc.QcSettings;
import org.marrow.singlecell.reduce.PcaSettings;
import org.marrow.singlecell.reduce.VariableGeneSettings;
import org.marrow.workflows.report.CellReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow singlecell}. */
@Command(
        name = "singlecell",
        description = "Single-cell expression: from counts to clusters and what marks them.",
        mixinStandardHelpOptions = true,
        subcommands = SinglecellCommand.Cluster.class)
final class SinglecellCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw MissingSubcommand.of(spec);
    }

    /** {@code marrow singlecell cluster}. */
    @Command(
            name = "cluster",
            description = "QC, normalisation, HVG, PCA, neighbours, Leiden, UMAP and markers of one h5ad.",
            sortOptions = false,
            mixinStandardHelpOptions = true)
    static final class Cluster implements Callable<Integer> {
        private static final int SHOWN_MARKERS = 25;

        @Option(names = "--input", required = true, paramLabel = "H5AD", description = "cells by genes")
        private Path input = Path.of("");

        @Option(
                names = "--output",
                required = true,
                paramLabel = "H5AD",
                description = "the analysis, with every result where Scanpy looks for it")
        private Path output = Path.of("");

        @Option(names = "--report", paramLabel = "HTML", description = "a page with the map and the markers")
        private @Nullable Path report;

        @Option(
                names = "--matrix",
                paramLabel = "NAME",
                defaultValue = "auto",
                description = "X, raw or layers/NAME; auto takes counts, else log-normalised values"
                        + " (default: ${DEFAULT-VALUE})")
        private String matrix = "auto";

        @Option(
                names = "--min-genes",
                paramLabel = "N",
                description =
                        "genes that a cell must show (default: one in a hundred of the file's genes, at most 200)")
        private @Nullable Integer minGenes;

        @Option(
                names = "--min-cells",
                paramLabel = "N",
                description = "cells that a gene must show in (default: ${DEFAULT-VALUE})")
        private int minCells = ClusterDefaults.MIN_CELLS_PER_GENE;

        @Option(names = "--hvg", paramLabel = "N", description = "highly variable genes (default: ${DEFAULT-VALUE})")
        private int variableGenes = ClusterDefaults.TOP_GENES;

        @Option(names = "--pcs", paramLabel = "N", description = "principal components (default: ${DEFAULT-VALUE})")
        private int components = ClusterDefaults.COMPONENTS;

        @Option(
                names = "--neighbors",
                paramLabel = "K",
                description = "cells of a neighbourhood, the cell itself counted (default: ${DEFAULT-VALUE})")
        private int neighbours = ClusterDefaults.NEIGHBOURS + 1;

        @Option(
                names = "--resolution",
                paramLabel = "R",
                description = "of the clustering; higher gives more clusters (default: ${DEFAULT-VALUE})")
        private double resolution = ClusterDefaults.RESOLUTION;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "of what is drawn at random (default: ${DEFAULT-VALUE})")
        private long seed = ClusterDefaults.SEED;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "changes the time taken and nothing else (default: all processors)")
        private int threads = Runtime.getRuntime().availableProcessors();

        @CommandLine.ArgGroup(exclusive = false)
        private @Nullable ResultJsonOptions json;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            CellDataset dataset;
            try (H5adSource source = H5adSource.open(input)) {
                dataset = source.read(MatrixChoice.parse(matrix));
            }
            int genesNeeded = genesNeeded(dataset.matrix().genes());
            CellAnalysis analysis = cluster(dataset, genesNeeded);
            CellMap map = CellMaps.of(dataset, analysis, SHOWN_MARKERS);
            Map<String, String> parameters = parameters(genesNeeded);
            H5adSink.write(output, analysis, new H5adProvenance(MarrowVersion.current(), parameters));
            if (report != null) {
                CellReport.write(report, String.valueOf(input.getFileName()), map, parameters, MarrowVersion.current());
            }
            if (json != null) {
                ResultJson.write(json.file(), outputOf(json, map, parameters));
            }
            if (spec != null) {
                spec.commandLine()
                        .getOut()
                        .println(map.cells() + " of " + map.cellsRead() + " cells in " + map.clusters() + " clusters");
            }
            return CommandLine.ExitCode.OK;
        }

        /** The usual 200 is meant for whole transcriptomes of some 20,000 genes; a panel of a few hundred would lose its cells. */
        private int genesNeeded(int genes) {
            return minGenes != null ? minGenes : Math.min(ClusterDefaults.MIN_GENES_PER_CELL, genes / 100);
        }

        private CellAnalysis cluster(CellDataset dataset, int genesNeeded) {
            ClusterSettings defaults = ClusterSettings.defaults();
            ClusterSettings settings = defaults.withQc(
                            new QcSettings(genesNeeded, minCells, defaults.qc().maxMitochondrialFraction()))
                    .withVariableGenes(new VariableGeneSettings(
                            defaults.variableGenes().flavour(),
                            variableGenes,
                            defaults.variableGenes().bins()))
                    .withPca(new PcaSettings(components, defaults.pca().scaledLimit()))
                    .withNeighbours(new NeighbourSettings(neighbours - 1))
                    .withResolution(resolution)
                    .withSeed(seed)
                    .withThreads(threads);
            ClusterStep[] steps = ClusterStep.values();
            try (StepProgress progress = StepProgress.start("cluster", steps.length)) {
                return ClusterPipeline.run(dataset, settings, (step, done) -> {
                    progress.advanceTo(done >= 1 ? step.ordinal() + 1L : step.ordinal(), step.label());
                });
            }
        }

        private Map<String, String> parameters(int genesNeeded) {
            return Map.of(
                    "matrix", matrix,
                    "min-genes", Integer.toString(genesNeeded),
                    "min-cells", Integer.toString(minCells),
                    "hvg", Integer.toString(variableGenes),
                    "pcs", Integer.toString(components),
                    "neighbors", Integer.toString(neighbours),
                    "resolution", Double.toString(resolution),
                    "seed", Long.toString(seed));
        }

        private AnalysisOutput outputOf(ResultJsonOptions options, CellMap map, Map<String, String> parameters) {
            return new AnalysisOutput(
                    "SINGLECELL_CLUSTER",
                    new Pseudonym(options.patient()),
                    Optional.of(new SampleId(options.sample())),
                    TypedCommand.of("singlecell cluster", Map.of("--input", input), parameters),
                    MarrowVersion.current(),
                    parameters,
                    List.of(FileHash.describe("h5ad", input)),
                    List.of(),
                    List.of(),
                    Optional.of(map));
        }
    }
}
