package org.marrow.core.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.testing.SharedData;

/** The 187 patients of TCGA-LAML whose follow-up and FAB class are known, by that class. */
@Tag("real-data")
class TcgaLamlTest {
    private static final String TABLE = "data/cohort/tcga_laml_annot.tsv";

    @TempDir
    private Path folder;

    private List<String> cohort = List.of();

    @BeforeEach
    void readCohort() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("cohort\ttime\tstatus\tgroup\tx");
        Files.readAllLines(SharedData.require(TABLE)).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(cells -> cells[2].matches("\\d+") && !cells[1].equals("NA"))
                .forEach(cells -> rows.add(String.join(
                        "\t", "laml", cells[2], cells[3], cells[1], Integer.toString(cells[0].hashCode() % 97))));
        cohort = rows;
    }

    /** R 4.2.2, survival 3.5.3: survfit, survdiff and their summaries, re-typed. */
    @Test
    void medianAndLogRankAreWhatRPrinted() {
        Agreement.TestCohort laml = Agreement.TestCohort.read(cohort).getFirst();
        SurvivalCurve all = laml.curve("all", IntervalType.LOG);
        assertThat(all.patients()).isEqualTo(187);
        assertThat(all.events()).isEqualTo(121);
        assertThat(all.median().estimate()).hasValue(457);
        assertThat(all.at(365).orElseThrow().survival()).isEqualTo(0.549821778117397, Offset.offset(1e-9));
        assertThat(laml.value(new String[] {"logrank", "chisq"}).orElseThrow())
                .isEqualTo(16.8051232098723, Offset.offset(1e-9));
    }

    @Test
    void everyQuantityEqualsThatOfRRunNow() throws IOException, InterruptedException {
        Path script = script();
        Path table = Files.write(folder.resolve("cohort.tsv"), cohort);
        Path oracle = folder.resolve("oracle.tsv");
        assumeThat(hasR()).as("skipped: no R with the package survival").isTrue();
        Process process = new ProcessBuilder("Rscript", script.toString(), "oracle", table.toString())
                .redirectOutput(oracle.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("err")))
                .isZero();
        Agreement agreement = new Agreement(Agreement.TestCohort.read(cohort));
        agreement.compare(Files.readAllLines(oracle, UTF_8));
        System.out.println(agreement.table());
        assertThat(agreement.failures()).isEmpty();
        assertThat(agreement.compared()).isGreaterThan(3_000);
    }

    private static boolean hasR() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("Rscript", "-e", "library(survival)")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Path script() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("marrow"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/validation/survival.R");
    }
}
