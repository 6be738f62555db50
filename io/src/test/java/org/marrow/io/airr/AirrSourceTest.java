package org.marrow.io.airr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.mrd.Clonotype;
import org.marrow.core.testing.SharedData;
import org.marrow.io.table.TableProblemsException;

class AirrSourceTest {
    private static final String HEADER =
            String.join("\t", AirrColumns.REQUIRED) + "\tlocus\tjunction_length\tduplicate_count";

    @TempDir
    Path folder;

    @Test
    void readsAClonotype() throws IOException {
        Clonotype clonotype =
                only("id1\tACGT\tF\tT\tIGHV3-23*01,IGHV3-23*04\t\tIGHJ4*02\t\t\tTGTGCG\tCA\t\t\t\tIGH\t6\t17");
        assertThat(clonotype)
                .isEqualTo(new Clonotype(
                        "id1",
                        "IGH",
                        Optional.of("IGHV3-23*01,IGHV3-23*04"),
                        Optional.empty(),
                        Optional.of("IGHJ4*02"),
                        Optional.of("TGTGCG"),
                        Optional.of("CA"),
                        true,
                        OptionalLong.of(17)));
    }

    @ParameterizedTest
    @CsvSource({"TRBV7-2*01,,TRB", "'',TRGJ1*01,TRG", "'IGKV1-39*01,IGKV1D-39*01','',IGK", "TRDV1*01,TRDJ1*01,TRD"})
    void theLocusIsReadFromTheGenesWhenItsColumnIsEmpty(String v, String j, String locus) throws IOException {
        String jCall = j == null ? "" : j;
        assertThat(only("id1\t\t\tF\t" + v + "\t\t" + jCall + "\t\t\t\t\t\t\t\t\t\t")
                        .locus())
                .isEqualTo(locus);
    }

    @ParameterizedTest
    @CsvSource({"T,true", "F,false", "true,true", "false,false", "TRUE,true"})
    void truthIsWrittenAsTheSchemaSays(String cell, boolean expected) throws IOException {
        assertThat(only("id1\t\t\t" + cell + "\tIGHV1-2*01" + "\t".repeat(12)).productive())
                .isEqualTo(expected);
    }

    @Test
    void everyMistakeOfTheFileIsNamed() throws IOException {
        TableProblemsException refusal = refused(
                "id1\t\tyes\t\tIGHV1-2*01\t\t\t\t\tTGT7\tC A\t\t\t\t\t\t0",
                "id1\t\t\tT\tunknown\t\t\t\t\tTGT\t\t\t\t\t\t4\t1",
                "\t\t\tT\tIGHV1-2*01,TRBV7-2*01" + "\t".repeat(12),
                "id4\t\t\tT\t\t\t\t\t\t\t\t\t\t\tXYZ\t\t");
        assertThat(refusal.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly(
                        "2 rev_comp",
                        "2 productive",
                        "2 junction",
                        "2 junction_aa",
                        "2 duplicate_count",
                        "3 sequence_id",
                        "3 v_call",
                        "3 junction_length",
                        "4 sequence_id",
                        "4 v_call",
                        "5 locus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence", "rev_comp", "v_cigar", "germline_alignment", "sequence_id"})
    void aMissingRequiredColumnIsNamed(String column) throws IOException {
        Path file = Files.writeString(folder.resolve("t.tsv"), HEADER.replace(column + "\t", "x\t") + "\n");
        assertThatThrownBy(() -> AirrSource.read(file)).hasMessageContaining("line 1, column " + column);
    }

    @Test
    void whatIsWrittenReadsBack() {
        Random random = new Random(5);
        List<Clonotype> clonotypes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String locus = List.of("IGH", "IGK", "TRB", "TRG").get(random.nextInt(4));
            clonotypes.add(new Clonotype(
                    "seq" + i,
                    locus,
                    random.nextBoolean() ? Optional.empty() : Optional.of(locus + "V1-2*01"),
                    random.nextBoolean() ? Optional.empty() : Optional.of(locus + "D1*01"),
                    random.nextBoolean() ? Optional.empty() : Optional.of(locus + "J1*01"),
                    random.nextBoolean() ? Optional.empty() : Optional.of("TGT".repeat(1 + random.nextInt(9))),
                    random.nextBoolean() ? Optional.empty() : Optional.of("CAR*_"),
                    random.nextBoolean(),
                    random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(1 + random.nextInt(9))));
        }
        Path file = folder.resolve("t.tsv");
        AirrSink.write(file, clonotypes);
        assertThat(AirrSource.read(file)).isEqualTo(clonotypes);
    }

    @Test
    @Tag("real-data")
    void readsTheGoodFilesOfTheStandard() {
        List<Clonotype> clonotypes =
                AirrSource.read(SharedData.require("data/airr/airr-standards/good_rearrangement.tsv"));
        assertThat(clonotypes).hasSize(9);
        assertThat(clonotypes).allMatch(clonotype -> clonotype.locus().equals("IGH"));
        assertThat(clonotypes.getFirst().duplicateCount()).hasValue(1247);
        assertThat(clonotypes.getFirst().junctionAa()).contains("CASGVAGTFDYW");
        assertThat(clonotypes.get(2).productive()).isFalse();
        assertThat(AirrSource.read(SharedData.require("data/airr/airr-standards/good_rearrangement.tsv.gz")))
                .isEqualTo(clonotypes);
    }

    @Test
    @Tag("real-data")
    void refusesTheBadFilesOfTheStandardWithReasons() {
        Path bad = SharedData.require("data/airr/airr-standards/bad_rearrangement.tsv");
        assertThatThrownBy(() -> AirrSource.read(bad))
                .isInstanceOfSatisfying(
                        TableProblemsException.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(problem -> problem.line() + " " + problem.column())
                                .contains("1 sequence", "2 productive", "8 sequence_id"));
        Path extra = SharedData.require("data/airr/airr-standards/extra_rearrangement.tsv");
        assertThatThrownBy(() -> AirrSource.read(extra)).hasMessageContaining("each column name once");
    }

    private Clonotype only(String line) throws IOException {
        return AirrSource.read(write(line)).getFirst();
    }

    private TableProblemsException refused(String... lines) throws IOException {
        Path file = write(lines);
        TableProblemsException refusal =
                catchThrowableOfType(TableProblemsException.class, () -> AirrSource.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("t.tsv"), HEADER + "\n" + String.join("\n", lines) + "\n");
    }
}
