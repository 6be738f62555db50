package org.marrow.workflows.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.marrow.core.error.BugException;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.io.result.ResultJson;
import org.marrow.io.samplesheet.Samplesheet;
import org.marrow.io.samplesheet.SamplesheetLine;

/** Which result files a samplesheet must lead to, so that a missing one is seen and an old one is not taken for new. */
final class ExpectedOutputs {
    private ExpectedOutputs() {}

    /** Paths below the output folder, in the order of the samplesheet. */
    static List<Path> of(Samplesheet sheet, Path outdir) {
        List<Path> files = new ArrayList<>();
        for (SamplesheetLine line : sheet.lines()) {
            Path folder = outdir.resolve("patients")
                    .resolve(line.patient().value())
                    .resolve(line.sample().id().value());
            if (line.vcf().isPresent() || line.maf().isPresent()) {
                files.add(folder.resolve("risk.json"));
            }
            if (line.bam().isPresent()) {
                files.add(folder.resolve("mrd-track.json"));
            }
            if (line.measurements().isPresent()) {
                files.add(folder.resolve("mrd-measurements.json"));
            }
            if (line.h5ad().isPresent()) {
                files.add(folder.resolve("cells.json"));
            }
        }
        return files;
    }

    static List<AnalysisOutput> read(List<Path> files) {
        List<AnalysisOutput> outputs = new ArrayList<>();
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new BugException("the pipeline ended well and left no " + file);
            }
            outputs.add(ResultJson.read(file, AnalysisOutput.class));
        }
        return outputs;
    }
}
