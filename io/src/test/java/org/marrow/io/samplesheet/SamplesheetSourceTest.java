package org.marrow.io.samplesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Patient;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.io.table.TableProblem;
import org.marrow.io.table.TableProblemsException;

class SamplesheetSourceTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        for (String name : List.of("p1.vcf.gz", "p1.bam", "p1.cram", "markers.vcf", "ref.fa", "cells.h5ad", "c.maf")) {
            Files.writeString(folder.resolve("data").resolve(name), "x");
        }
        Files.writeString(folder.resolve("data/mrd.csv"), "x");
        Files.writeString(folder.resolve("data/clinical.csv"), "x");
        Files.writeString(folder.resolve("data/panel.txt"), "# myeloid\nNPM1\n\nFLT3\n");
    }

    @Test
    void readsEveryColumn() throws IOException {
        Samplesheet sheet = read(
                "patient,centre,disease,sample,date,material,timepoint,assembly,panel,vcf,vcf_sample,bam,markers,reference,"
                        + "h5ad,measurements,clinical,synthetic",
                "P1,LYON,AML,P1-D0,2026-03-31,BM,diagnosis +0,GRCh38,data/panel.txt,data/p1.vcf.gz,TUMOUR,data/p1.bam,"
                        + "data/markers.vcf,data/ref.fa,data/cells.h5ad,data/mrd.csv,data/clinical.csv,yes");
        SamplesheetLine line = sheet.lines().getFirst();
        assertThat(line.line()).isEqualTo(2);
        assertThat(line.patient()).isEqualTo(new Pseudonym("P1"));
        assertThat(line.centre()).isEqualTo(new Centre("LYON"));
        assertThat(line.disease()).isEqualTo(Disease.AML);
        assertThat(line.synthetic()).isTrue();
        assertThat(line.sample())
                .isEqualTo(new Sample(
                        new SampleId("P1-D0"),
                        new Pseudonym("P1"),
                        SampleMaterial.BONE_MARROW,
                        Optional.of(LocalDate.of(2026, 3, 31)),
                        Optional.of("diagnosis +0")));
        assertThat(line.assembly()).isEqualTo(Assembly.GRCH38);
        assertThat(line.assessed()).isEqualTo(new AssessedGenes.Panel("panel.txt", Set.of("NPM1", "FLT3")));
        assertThat(line.panelFile()).contains(folder.resolve("data/panel.txt"));
        assertThat(line.vcf()).contains(folder.resolve("data/p1.vcf.gz"));
        assertThat(line.vcfSample()).contains("TUMOUR");
        assertThat(line.maf()).isEmpty();
        assertThat(line.mafSample()).isEqualTo("P1-D0");
        assertThat(line.bam()).contains(folder.resolve("data/p1.bam"));
        assertThat(line.markers()).contains(folder.resolve("data/markers.vcf"));
        assertThat(line.reference()).contains(folder.resolve("data/ref.fa"));
        assertThat(line.h5ad()).contains(folder.resolve("data/cells.h5ad"));
        assertThat(line.measurements()).contains(folder.resolve("data/mrd.csv"));
        assertThat(line.clinical()).contains(folder.resolve("data/clinical.csv"));
        assertThat(sheet.files()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void whatIsLeftEmptyIsUnknownOrItsDefault() throws IOException {
        SamplesheetLine line = read("patient,centre,disease,sample,maf", "P1,LYON,MDS,S1,data/c.maf")
                .lines()
                .getFirst();
        assertThat(line.sample().collected()).isEmpty();
        assertThat(line.sample().material()).isEqualTo(SampleMaterial.UNKNOWN);
        assertThat(line.assembly()).isEqualTo(Assembly.UNKNOWN);
        assertThat(line.assessed()).isEqualTo(new AssessedGenes.Unstated());
        assertThat(line.synthetic()).isFalse();
        assertThat(line.mafSample()).isEqualTo("S1");
    }

    @Test
    void theOrderOfColumnsAndTheLineEndsDoNotMatter() throws IOException {
        Samplesheet one = read("patient,centre,disease,sample,maf", "P1,LYON,MDS,S1,data/c.maf");
        Path file = folder.resolve("sheet.csv");
        Files.writeString(file, "\uFEFFmaf,sample,disease,centre,patient\r\ndata/c.maf,S1,MDS,LYON,P1\r\n");
        assertThat(SamplesheetSource.read(file)).isEqualTo(one);
    }

    @Test
    void exomeMeansThatAllGenesWereLookedAt() throws IOException {
        SamplesheetLine line = read("patient,centre,disease,sample,maf,panel", "P1,LYON,MDS,S1,data/c.maf,exome")
                .lines()
                .getFirst();
        assertThat(line.assessed()).isEqualTo(new AssessedGenes.Exome());
        assertThat(line.panelFile()).isEmpty();
    }

    @Test
    void everyMistakeIsNamedWithLineColumnAndWhatToWriteInstead() throws IOException {
        TableProblemsException refusal = refused(
                "patient,centre,diseas,disease,sample,date,vcf,bam,markers",
                "P 1,LYON,,AMl,S1,31/03/2026,data/p1.vcf.g,,",
                "P2,LYON,,CML,S1,,,data/p1.bam,");
        assertThat(refusal.problems())
                .extracting(TableProblem::describe)
                .containsExactly(
                        "line 1, column diseas: found the name 'diseas', which is not a column; write one of "
                                + "material, timepoint, assembly, panel, vcf_sample, maf, maf_sample, reference, h5ad, "
                                + "measurements, clinical, treatments, synthetic, or remove the column",
                        "line 2, column patient: found 'P 1'; write 1 to 64 letters, digits, '.', '_' or '-', beginning "
                                + "with a letter or digit",
                        "line 2, column disease: found 'AMl'; write one of AML, MDS, CML, ALL, MPN, OTHER; did you mean "
                                + "'AML'?",
                        "line 2, column date: found '31/03/2026'; write a date as YYYY-MM-DD, such as 2026-03-31",
                        "line 2, column vcf: found 'data/p1.vcf.g'; write the path of a file that exists, seen from "
                                + folder + "; did you mean 'p1.vcf.gz'?",
                        "line 3, column markers: found nothing; write the path of a VCF with the variants to follow, as "
                                + "the line has a bam",
                        "line 3, column date: found nothing; write the day the sample was drawn, as YYYY-MM-DD, because "
                                + "the line has a bam");
        assertThat(refusal.getMessage()).startsWith(folder.resolve("sheet.csv") + " has 7 mistakes:\n  line 1");
        assertThat(refusal.code()).isEqualTo(ErrorCode.FORMAT);
    }

    @Test
    void aMisspeltColumnIsNamedWithTheNearestName() throws IOException {
        assertProblem(
                refused("patient,centre,disease,sample,MAF_file", "P1,LYON,AML,S1,data/c.maf"),
                1,
                "MAF_file",
                "one of");
        assertProblem(
                refused("patient,center,disease,sample,maf", "P1,LYON,AML,S1,data/c.maf"), 1, "center", "'centre'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "centre", "disease", "sample"})
    void requiredColumnsMustBeThereAndFilled(String column) throws IOException {
        List<String> names = List.of("patient", "centre", "disease", "sample");
        List<String> others =
                names.stream().filter(name -> !name.equals(column)).toList();
        assertProblem(refused(String.join(",", others) + ",maf"), 1, column, "it is required");
        Map<String, String> cells = Map.of("patient", "P1", "centre", "LYON", "disease", "AML", "sample", "S1");
        String line = String.join(
                ",",
                names.stream()
                        .map(name -> name.equals(column) ? "" : cells.get(name))
                        .toList());
        assertThat(refused("patient,centre,disease,sample,maf", line + ",data/c.maf")
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.column()).isEqualTo(column);
                    assertThat(problem.found()).isEqualTo("nothing");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "assembly,hg19,GRCh37",
        "assembly,hg38,GRCh38",
        "assembly,mm10,'one of GRCh37, GRCh38, other'",
        "material,marrow,'one of BM, PB, OTHER'",
        "synthetic,true,'one of yes, no'",
        "timepoint,day<0>,'at most 64 letters'",
        "date,2026-02-30,'a day that exists'",
        "measurements,data,'the path of a file; this is a folder'",
        "measurements,nowhere/mrd.csv,'does not exist'",
        "measurements,https://x.org/mrd.csv,'on this machine'",
        "measurements,data/mrd.cvs,did you mean 'mrd.csv'?",
        "panel,data/none,'the path of a file that exists'",
    })
    void aWrongCellSaysWhatToWrite(String column, String cell, String instead) throws IOException {
        assertProblem(
                refused("patient,centre,disease,sample,maf," + column, "P1,LYON,AML,S1,data/c.maf," + cell),
                2,
                column,
                instead);
    }

    @Test
    void aPanelThatIsNotAListOfGenesIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("data/panel.txt"), "NPM1\nnot a gene\n");
        TableProblemsException refusal =
                refused("patient,centre,disease,sample,maf,panel", "P1,LYON,AML,S1,data/c.maf,data/panel.txt");
        assertProblem(refusal, 2, "panel", "one gene symbol a line");
        assertThat(refusal).hasMessageContaining("panel.txt, line 2: expected one gene symbol");
    }

    @Test
    void anEmptyFileIsNotTakenForData() throws IOException {
        Files.createFile(folder.resolve("data/empty.maf"));
        assertProblem(refused("patient,centre,disease,sample,maf", "P1,LYON,AML,S1,data/empty.maf"), 2, "maf", "empty");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Path file = folder.resolve("data/c.maf");
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "skipped: this user may read every file");
        assertProblem(
                refused("patient,centre,disease,sample,maf", "P1,LYON,AML,S1,data/c.maf"), 2, "maf", "permissions");
    }

    @Test
    void aTimePointHasAtMost64Letters() throws IOException {
        String header = "patient,centre,disease,sample,maf,timepoint";
        String line = "P1,LYON,AML,S1,data/c.maf,";
        assertThat(read(header, line + "x".repeat(64)).lines()).hasSize(1);
        assertProblem(refused(header, line + "x".repeat(65)), 2, "timepoint", "at most 64 letters");
    }

    @Test
    void aLineNeedsDataAndOnlyOneOfVcfAndMaf() throws IOException {
        assertProblem(refused("patient,centre,disease,sample", "P1,LYON,AML,S1"), 2, "", "a path in one of vcf, maf");
        assertProblem(
                refused("patient,centre,disease,sample,vcf,maf", "P1,LYON,AML,S1,data/p1.vcf.gz,data/c.maf"),
                2,
                "maf",
                "only one of the two");
    }

    @Test
    void aMisspeltPathIsNotAlsoTakenForNoData() throws IOException {
        assertThat(refused("patient,centre,disease,sample,maf", "P1,LYON,AML,S1,data/none")
                        .problems())
                .hasSize(1);
    }

    @Test
    void aCramNeedsItsReferenceAndABamDoesNot() throws IOException {
        String header = "patient,centre,disease,sample,date,bam,markers,reference";
        String cells = "P1,LYON,AML,S1,2026-01-01,";
        assertThat(read(header, cells + "data/p1.bam,data/markers.vcf,").lines())
                .hasSize(1);
        assertThat(read(header, cells + "data/p1.cram,data/markers.vcf,data/ref.fa")
                        .lines())
                .hasSize(1);
        assertProblem(refused(header, cells + "data/p1.cram,data/markers.vcf,"), 2, "reference", "the FASTA");
    }

    @Test
    void namesOfSamplesAndMarkersBelongToAFile() throws IOException {
        String header = "patient,centre,disease,sample,measurements,vcf_sample,maf_sample,markers";
        TableProblemsException refusal = refused(header, "P1,LYON,AML,S1,data/mrd.csv,TUMOUR,TUMOUR,data/markers.vcf");
        assertThat(refusal.problems())
                .extracting(TableProblem::column)
                .containsExactly("markers", "vcf_sample", "maf_sample");
    }

    @Test
    void theLinesOfAPatientAgree() throws IOException {
        Files.writeString(folder.resolve("data/other.csv"), "x");
        TableProblemsException refusal = refused(
                "patient,centre,disease,sample,maf,synthetic,clinical",
                "P1,LYON,AML,S1,data/c.maf,,data/clinical.csv",
                "P1,PARIS,MDS,S2,data/c.maf,yes,data/other.csv",
                "P1,LYON,AML,S3,data/c.maf,no,",
                "P2,PARIS,MDS,S1,data/c.maf,yes,data/other.csv");
        assertThat(refusal.problems())
                .extracting(TableProblem::column)
                .containsExactly("centre", "disease", "synthetic", "clinical");
        assertThat(refusal.problems().getFirst().writeInstead())
                .contains("line 2")
                .contains("'LYON'");
    }

    @Test
    void aSampleOfAPatientIsThereOnce() throws IOException {
        String header = "patient,centre,disease,sample,maf";
        assertThat(read(header, "P1,LYON,AML,S1,data/c.maf", "P2,LYON,AML,S1,data/c.maf")
                        .lines())
                .hasSize(2);
        assertProblem(
                refused(header, "P1,LYON,AML,S1,data/c.maf", "P1,LYON,AML,S1,data/c.maf"),
                3,
                "sample",
                "line 2 has this sample of P1 already");
    }

    @Test
    void raggedLinesAreNamedWithTheOtherMistakes() throws IOException {
        TableProblemsException refusal = refused(
                "patient,centre,disease,sample,maf",
                "P1,LYON,AML,S1",
                "P2,LYON,LEUK,S1,data/c.maf",
                "P3,LYON,AML,S1,data/c.maf,,",
                ",,,,");
        assertThat(refusal.problems()).extracting(TableProblem::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void aSheetFromASpreadsheetProgramWithSemicolonsIsRecognised() throws IOException {
        assertProblem(
                refused("patient;centre;disease;sample;maf", "P1;LYON;AML;S1;data/c.maf"), 1, "", "separated by ','");
    }

    @Test
    void aSheetWithoutLinesOrTextIsRefused() throws IOException {
        assertProblem(refused("patient,centre,disease,sample,maf"), 1, "", "a line for each sample");
        Path file =
                Files.write(folder.resolve("l1.csv"), "patient\nGu\u00e9rin\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SamplesheetSource.read(file))
                .isInstanceOf(TableProblemsException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> SamplesheetSource.read(folder.resolve("none.csv")))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    @Test
    void manyMistakesAreCountedAndTheFirstAreListed() throws IOException {
        String[] lines = new String[300];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "P" + i + ",LYON,XXX,S1,data/c.maf";
        }
        TableProblemsException refusal = refused("patient,centre,disease,sample,maf", lines);
        assertThat(refusal.problems()).hasSize(200);
        assertThat(refusal.getMessage()).contains("has 300 mistakes").endsWith("and 100 more");
    }

    @Test
    void groupsLinesIntoPatientsWithTheirTreatments() throws IOException {
        Files.writeString(
                folder.resolve("data/treatments.csv"),
                "patient,name,start,end,line\nP1,7+3,2026-01-02,2026-01-09,1\nP9,imatinib,2026-01-01,,\n");
        Samplesheet sheet = read(
                "patient,centre,disease,sample,maf,date,treatments",
                "P2,LYON,AML,S9,data/c.maf,,",
                "P1,LYON,AML,S3,data/c.maf,,data/treatments.csv",
                "P1,LYON,AML,S2,data/c.maf,2026-02-01,data/treatments.csv",
                "P1,LYON,AML,S1,data/c.maf,2026-03-01,");
        List<Patient> patients = SamplesheetSource.patients(sheet);
        assertThat(patients).extracting(patient -> patient.pseudonym().value()).containsExactly("P1", "P2");
        assertThat(patients.getFirst().samples())
                .extracting(sample -> sample.id().value())
                .containsExactly("S2", "S1", "S3");
        assertThat(patients.getFirst().treatments())
                .containsExactly(new Treatment(
                        "7+3", LocalDate.of(2026, 1, 2), Optional.of(LocalDate.of(2026, 1, 9)), OptionalInt.of(1)));
        assertThat(patients.get(1).treatments()).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Samplesheet sheet = read(
                "patient,centre,disease,sample,date,material,timepoint,assembly,panel,vcf,vcf_sample,maf,maf_sample,bam,"
                        + "markers,reference,h5ad,measurements,clinical,treatments,synthetic",
                "P1,LYON,AML,S1,2026-03-31,BM,day 0,GRCh38,exome,data/p1.vcf.gz,T,,,data/p1.bam,data/markers.vcf,"
                        + "data/ref.fa,data/cells.h5ad,data/mrd.csv,data/clinical.csv,data/mrd.csv,yes",
                "P2,LYON,OTHER,S1,,PB,,other,data/panel.txt,,,data/c.maf,TCGA-1,,,,,,,,no");
        Path copy = folder.resolve("copy.csv");
        SamplesheetSink.write(copy, sheet.lines());
        assertThat(SamplesheetSource.read(copy).lines()).isEqualTo(sheet.lines());
        assertThat(Files.readString(copy)).contains(",data/p1.vcf.gz,").doesNotContain(folder.toString());
        byte[] first = Files.readAllBytes(copy);
        SamplesheetSink.write(copy, SamplesheetSource.read(copy).lines());
        assertThat(Files.readAllBytes(copy)).isEqualTo(first);
    }

    @Test
    void aLineCanBeBuiltForWriting() throws IOException {
        Sample sample = new Sample(
                new SampleId("S1"),
                new Pseudonym("P1"),
                SampleMaterial.BONE_MARROW,
                Optional.of(LocalDate.of(2026, 3, 31)),
                Optional.empty());
        Path data = folder.resolve("data");
        SamplesheetLine line = SamplesheetLine.of(new Centre("LYON"), Disease.AML, sample)
                .synthetic(true)
                .assembly(Assembly.GRCH38)
                .panel(PanelSource.read(data.resolve("panel.txt")), data.resolve("panel.txt"))
                .vcf(data.resolve("p1.vcf.gz"), "TUMOUR")
                .bam(data.resolve("p1.bam"), data.resolve("markers.vcf"))
                .reference(data.resolve("ref.fa"))
                .h5ad(data.resolve("cells.h5ad"))
                .measurements(data.resolve("mrd.csv"))
                .clinical(data.resolve("clinical.csv"))
                .treatments(data.resolve("mrd.csv"))
                .build(2);
        SamplesheetLine other = SamplesheetLine.of(
                        new Centre("LYON"),
                        Disease.MDS,
                        new Sample(
                                new SampleId("S1"),
                                new Pseudonym("P2"),
                                SampleMaterial.UNKNOWN,
                                Optional.empty(),
                                Optional.empty()))
                .exome()
                .maf(data.resolve("c.maf"), "TCGA-1")
                .build(3);
        Path file = folder.resolve("built.csv");
        SamplesheetSink.write(file, List.of(line, other));
        assertThat(SamplesheetSource.read(file).lines()).containsExactly(line, other);
    }

    private Samplesheet read(String header, String... lines) throws IOException {
        return SamplesheetSource.read(write(header, lines));
    }

    private TableProblemsException refused(String header, String... lines) throws IOException {
        Path file = write(header, lines);
        TableProblemsException refusal =
                catchThrowableOfType(TableProblemsException.class, () -> SamplesheetSource.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Path write(String header, String... lines) throws IOException {
        String text = header + "\n" + String.join("\n", lines) + "\n";
        return Files.writeString(folder.resolve("sheet.csv"), text);
    }

    private static void assertProblem(TableProblemsException refusal, long line, String column, String instead) {
        assertThat(refusal.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.writeInstead()).contains(instead);
            assertThat(refusal.getMessage()).contains(problem.describe());
        });
    }
}
