package org.marrow.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.mrd.LabReading;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.TriState;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;
import org.marrow.io.clinical.ClinicalTableSource;
import org.marrow.io.clinical.TreatmentSource;
import org.marrow.io.maf.MafSource;
import org.marrow.io.measurement.MeasurementSource;
import org.marrow.io.result.ResultJson;
import org.marrow.io.samplesheet.PanelSource;
import org.marrow.io.samplesheet.Samplesheet;
import org.marrow.io.samplesheet.SamplesheetSource;

/** What the pages in docs/formats show is read by the readers that they describe. */
class DocumentedExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theSamplesheetAndItsPanel() throws IOException {
        for (String name : List.of("P001-D0.vcf.gz", "P001-C1.bam", "clinical.csv", "qpcr.csv")) {
            Files.writeString(folder.resolve(name), "x");
        }
        Path panel = write("myeloid.txt", block("samplesheet.md", "text", 0));
        assertThat(PanelSource.read(panel).genes()).containsExactlyInAnyOrder("ASXL1", "FLT3", "NPM1");
        Samplesheet sheet = SamplesheetSource.read(write("sheet.csv", block("samplesheet.md", "csv", 0)));
        assertThat(sheet.lines()).hasSize(3);
        assertThat(sheet.lines().getFirst().assessed()).isInstanceOf(AssessedGenes.Panel.class);
    }

    @Test
    void theMeasurements() throws IOException {
        List<LabReading> readings = MeasurementSource.read(write("m.csv", block("measurements.md", "csv", 0)));
        assertThat(readings)
                .hasExactlyElementsOfTypes(LabReading.Qpcr.class, LabReading.Dpcr.class, LabReading.Flow.class);
    }

    @Test
    void theClinicalTableAndTheTreatments() throws IOException {
        ClinicalValues values = ClinicalTableSource.read(write("c.csv", block("clinical.md", "csv", 0)))
                .get(new Pseudonym("P001"));
        assertThat(values.lesion("RUNX1::RUNX1T1")).isEqualTo(TriState.PRESENT);
        assertThat(values.haemoglobinGPerDl()).isEqualTo(OptionalDouble.of(8.9));
        assertThat(TreatmentSource.read(write("t.csv", block("clinical.md", "csv", 1))))
                .hasSize(2);
    }

    @Test
    void theMaf() throws IOException {
        SampleVariants variants = MafSource.read(
                        write("x.maf", block("maf.md", "text", 0)), new AssessedGenes.Unstated())
                .get("P001-D0");
        assertThat(variants.calls()).hasSize(2);
        assertThat(variants.calls().get(1).variant().alt()).isEqualTo("NTCTG");
    }

    @Test
    void theResult() throws IOException {
        String json = block("results-json.md", "json", 0);
        AnalysisOutput output = ResultJson.fromJson(json, AnalysisOutput.class, Path.of("results-json.md"));
        assertThat(ResultJson.toJson(output) + "\n").isEqualTo(json);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The nth block of a language in a page. */
    private static String block(String page, String language, int index) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(formats().resolve(page)));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks.get(index);
    }

    private static Path formats() {
        Path module = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(module.resolve("docs/formats"))) {
            module = module.getParent();
        }
        return module.resolve("docs/formats");
    }
}
