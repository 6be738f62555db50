package org.marrow.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -resume} runs again, what a failing task leaves, and what publishing twice changes. */
final class ResumeIT {
    @TempDir
    Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("samplesheet.csv"), """
                patient,centre,disease,sample,date,assembly,panel,maf,measurements,clinical
                P1,C1,AML,P1-S1,2024-03-01,GRCh37,panel.txt,p1.maf,,clinical.csv
                P2,C1,CML,P2-S1,2024-03-01,,,,p2.csv,
                P3,C2,CML,P3-S1,2024-03-01,,,,p3.csv,
                """);
        Files.writeString(folder.resolve("panel.txt"), "NPM1\nFLT3\nTP53\n");
        Files.writeString(folder.resolve("p1.maf"), """
                Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tHGVSp_Short
                TP53\t37\t17\t7577559\tMissense_Mutation\tG\tA\tP1-S1\tp.S241F
                """);
        Files.writeString(folder.resolve("clinical.csv"), "patient,age_years,karyotype\nP1,61,\"46,XX[20]\"\n");
        writeMeasurement("p2.csv", "P2", 40);
        writeMeasurement("p3.csv", "P3", 0);
    }

    @Test
    void resumeRunsNothingAgainAndAfterOneChangeOnlyItsBranch() throws Exception {
        MarrowLauncher.Outcome first = run();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.lastLine()).contains("4 tasks run, 0 taken over").contains("; published");

        MarrowLauncher.Outcome again = run("-resume");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.lastLine()).contains("0 tasks run, 4 taken over").contains("already published");

        writeMeasurement("p2.csv", "P2", 41_000);
        MarrowLauncher.Outcome changed = run("-resume");
        assertThat(changed.exit()).as(changed.err()).isZero();
        assertThat(changed.lastLine()).contains("1 tasks run, 3 taken over").contains("; published");
    }

    @Test
    void aTaskThatFailsPublishesNothingAndSaysItsReason() throws Exception {
        Files.writeString(folder.resolve("p3.csv"), "patient,sample,date,technique,target\nP3,P3-S1,never,qpcr,X\n");

        MarrowLauncher.Outcome outcome = run();

        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err())
                .contains("MRD_MEASUREMENTS (P3 P3-S1) failed")
                .contains("nothing was published")
                .contains("line 2")
                .contains("date");
        assertThat(folder.resolve("results/store")).doesNotExist();
    }

    @Test
    void aSamplesheetWithMistakesIsRefusedBeforeAnythingRuns() throws Exception {
        Files.writeString(folder.resolve("samplesheet.csv"), """
                patient,centre,disease,sample,date,maf
                P1,C1,LEUKAEMIA,P1-S1,01/03/2024,p1.maf
                P2,C1,CML,P2-S1,2024-03-01,absent.maf
                """);

        MarrowLauncher.Outcome outcome = run();

        assertThat(outcome.exit()).isBetween(64, 66);
        assertThat(outcome.err())
                .contains("line 2")
                .contains("disease")
                .contains("date")
                .contains("line 3")
                .contains("absent.maf");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private MarrowLauncher.Outcome run(String... more) throws IOException, InterruptedException {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "run";
        arguments[1] = "--input";
        arguments[2] = folder.resolve("samplesheet.csv").toString();
        arguments[3] = "--outdir";
        arguments[4] = folder.resolve("results").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return MarrowLauncher.run(arguments);
    }

    private void writeMeasurement(String file, String patient, int copies) throws IOException {
        Files.writeString(folder.resolve(file), """
                patient,sample,date,technique,target,target_copies,control_gene,control_copies,conversion_factor
                %1$s,%1$s-S1,2024-03-01,qpcr,BCR::ABL1 e14a2,%2$d,ABL1,52000,0.8
                """.formatted(patient, copies));
    }
}
