package org.marrow.io.samplesheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;

/** Writes samplesheets. Paths below the sheet's own folder are written as seen from it, others whole. */
public final class SamplesheetSink {
    private SamplesheetSink() {}

    /** Writes the lines in the order given. */
    public static void write(Path file, List<SamplesheetLine> lines) {
        Path absolute = file.toAbsolutePath().normalize();
        TableSink.write(file, TableFormat.CSV, SamplesheetColumns.ALL, sink -> {
            for (SamplesheetLine line : lines) {
                sink.row(cells(absolute.resolveSibling(""), line));
            }
        });
    }

    private static List<Object> cells(Path folder, SamplesheetLine line) {
        String ownName = line.sample().id().value();
        String mafSample = line.maf().isPresent() && !line.mafSample().equals(ownName) ? line.mafSample() : "";
        return List.of(
                line.patient(),
                line.centre(),
                SamplesheetColumns.word(SamplesheetColumns.DISEASES, line.disease()),
                line.sample().id(),
                line.sample().collected(),
                SamplesheetColumns.word(
                        SamplesheetColumns.MATERIALS, line.sample().material()),
                line.sample().timepoint(),
                SamplesheetColumns.word(SamplesheetColumns.ASSEMBLIES, line.assembly()),
                panel(folder, line),
                path(folder, line.vcf()),
                line.vcfSample(),
                path(folder, line.maf()),
                mafSample,
                path(folder, line.bam()),
                path(folder, line.markers()),
                path(folder, line.reference()),
                path(folder, line.h5ad()),
                path(folder, line.measurements()),
                path(folder, line.clinical()),
                path(folder, line.treatments()),
                line.synthetic() ? "yes" : "no");
    }

    private static String panel(Path folder, SamplesheetLine line) {
        return line.assessed() instanceof AssessedGenes.Exome
                ? SamplesheetColumns.EXOME
                : path(folder, line.panelFile());
    }

    private static String path(Path folder, Optional<Path> file) {
        return file.map(path -> path.startsWith(folder) ? folder.relativize(path) : path)
                .map(Path::toString)
                .orElse("");
    }
}
