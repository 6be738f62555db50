package org.marrow.io.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.risk.ClinicalColumn;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.TriState;
import org.marrow.io.table.TableProblem;
import org.marrow.io.table.TableProblemsException;

class ClinicalTableSourceTest {
    private static final String HEADER =
            "patient,age_years,hb_g_dl,plt_1e9_l,anc_1e9_l,bm_blast_pct,karyotype,cyto_ipssr,RUNX1::RUNX1T1,FLT3_ITD";

    @TempDir
    Path folder;

    @Test
    void readsValuesAndLesions() throws IOException {
        SortedMap<Pseudonym, ClinicalValues> values =
                read(HEADER, "P2,70.5,9.6,281,0.8,4.9,\"46,XX,t(8;21)(q22;q22.1)[20]\",Very Good,1,0", "P1,,,,,,,,NA,");
        assertThat(values.keySet()).extracting(Pseudonym::value).containsExactly("P1", "P2");
        ClinicalValues full = values.get(new Pseudonym("P2"));
        assertThat(full)
                .isEqualTo(new ClinicalValues(
                        OptionalDouble.of(70.5),
                        OptionalDouble.of(9.6),
                        OptionalDouble.of(281),
                        OptionalDouble.of(0.8),
                        OptionalDouble.of(4.9),
                        Optional.of("46,XX,t(8;21)(q22;q22.1)[20]"),
                        Optional.of("Very Good"),
                        Map.of("RUNX1::RUNX1T1", TriState.PRESENT, "FLT3_ITD", TriState.ABSENT)));
        ClinicalValues empty = values.get(new Pseudonym("P1"));
        assertThat(empty.ageYears()).isEmpty();
        assertThat(empty.lesion("FLT3_ITD")).isEqualTo(TriState.UNKNOWN);
        assertThat(empty.lesion("not a column")).isEqualTo(TriState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"age_years,130", "hb_g_dl,30", "plt_1e9_l,5000", "anc_1e9_l,500", "bm_blast_pct,100"})
    void eachValueHasItsRange(String column, String highest) throws IOException {
        assertThat(read("patient," + column, "P1," + highest)).hasSize(1);
        assertThat(read("patient," + column, "P1,0")).hasSize(1);
        for (String wrong : List.of(highest + ".1", "-0.1", "\"1,5\"", "high")) {
            assertThat(refused("patient," + column, "P1," + wrong).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.column()).isEqualTo(column));
        }
    }

    @Test
    void everyMistakeOfTheFileIsNamed() throws IOException {
        TableProblemsException refusal =
                refused(HEADER, "P1,200,\"9,6\",x,,,,good,yes,0", "P1,,,,,,,,,", "P 3,,,,,,,,2,");
        assertThat(refusal.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly(
                        "2 age_years",
                        "2 hb_g_dl",
                        "2 plt_1e9_l",
                        "2 cyto_ipssr",
                        "2 RUNX1::RUNX1T1",
                        "3 patient",
                        "4 patient",
                        "4 RUNX1::RUNX1T1");
        assertThat(refusal).hasMessageContaining("did you mean 'Good'?").hasMessageContaining("such as 9.6");
    }

    @ParameterizedTest
    @CsvSource({
        "hb_g_dL,hb_g_dl",
        "HB_G_DL,hb_g_dl",
        "age_year,age_years",
        "bm_blasts_pct,bm_blast_pct",
        "HB,hb_g_dl",
        "PLT,plt_1e9_l"
    })
    void aMisspeltValueIsNotTakenForALesion(String written, String meant) throws IOException {
        assertThat(refused("patient," + written, "P1,1").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.writeInstead()).isEqualTo("'" + meant + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"del(5q)", "a b", "=x", "a.b"})
    void lesionsHavePlainNames(String name) throws IOException {
        assertThat(refused("patient," + name, "P1,1").problems())
                .extracting(TableProblem::column)
                .containsExactly(name);
        assertThat(read("patient,del5q,KMT2A-PTD,MLLT3::KMT2A,TP53_LOH", "P1,1,0,,NA"))
                .hasSize(1);
    }

    @Test
    void aKaryotypeWithoutQuotesIsExplained() throws IOException {
        assertThat(refused("patient,karyotype", "P1,46,XY[20]")).hasMessageContaining("needs double quotes");
    }

    @Test
    void whatIsWrittenReadsBackInTheOrderOfThePseudonyms() throws IOException {
        Random random = new Random(7);
        Map<Pseudonym, ClinicalValues> values = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            values.put(
                    new Pseudonym("P" + i),
                    new ClinicalValues(
                            maybe(random, 130),
                            maybe(random, 30),
                            maybe(random, 5000),
                            maybe(random, 500),
                            maybe(random, 100),
                            random.nextBoolean() ? Optional.empty() : Optional.of("46,XY,del(5)(q13q33)[" + i + "]"),
                            random.nextBoolean() ? Optional.empty() : Optional.of("Poor"),
                            Map.of("A", TriState.values()[random.nextInt(3)], "B:c", TriState.values()[i % 3])));
        }
        Path file = folder.resolve("c.csv");
        ClinicalTableSink.write(file, values);
        assertThat(ClinicalTableSource.read(file)).isEqualTo(values);
        byte[] bytes = Files.readAllBytes(file);
        ClinicalTableSink.write(file, new TreeMap<>(values).descendingMap());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private static final Map<String, ClinicalColumn> COLUMNS = Map.of(
            "WBC", new ClinicalColumn.Number(BigDecimal.ZERO, new BigDecimal("2000")),
            "TP53_vaf", new ClinicalColumn.Number(BigDecimal.ZERO, BigDecimal.ONE),
            "SEX", new ClinicalColumn.Choice(List.of("F", "M")),
            "NPM1", new ClinicalColumn.Lesion());

    @Test
    void numbersAndChoicesThatTheCallerKnowsAreReadAsSuch() throws IOException {
        Path file = write("patient,WBC,SEX,TP53_vaf,NPM1,ASXL1", "P1,1,F,0.05,1,0", "P2,,NA,,,");
        SortedMap<Pseudonym, ClinicalValues> values = ClinicalTableSource.read(file, COLUMNS);

        ClinicalValues first = values.get(new Pseudonym("P1"));
        assertThat(first.numbers().get("WBC")).isEqualByComparingTo("1");
        assertThat(first.numbers().get("TP53_vaf")).isEqualByComparingTo("0.05");
        assertThat(first.choices()).isEqualTo(Map.of("SEX", "F"));
        assertThat(first.lesions()).isEqualTo(Map.of("NPM1", TriState.PRESENT, "ASXL1", TriState.ABSENT));
        assertThat(values.get(new Pseudonym("P2")).numbers()).isEmpty();
        assertThat(values.get(new Pseudonym("P2")).choices()).isEmpty();
        Path copy = folder.resolve("copy.csv");
        ClinicalTableSink.write(copy, values);
        assertThat(ClinicalTableSource.read(copy, COLUMNS)).isEqualTo(values);
    }

    @Test
    void aNumberOrAChoiceThatCannotBeIsNamedByLineAndColumn() throws IOException {
        Path file = write("patient,WBC,SEX,TP53_vaf", "P1,2001,f,37");
        TableProblemsException refusal =
                catchThrowableOfType(TableProblemsException.class, () -> ClinicalTableSource.read(file, COLUMNS));

        assertThat(refusal.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactlyInAnyOrder("2 WBC", "2 SEX", "2 TP53_vaf");
    }

    @Test
    void aLesionThatWouldReadAsAValueCannotBeWritten() {
        for (String name : List.of("hb_g_dl", "a b")) {
            ClinicalValues values = new ClinicalValues(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(name, TriState.PRESENT));
            assertThatThrownBy(
                            () -> ClinicalTableSink.write(folder.resolve("c.csv"), Map.of(new Pseudonym("P1"), values)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    private static OptionalDouble maybe(Random random, int highest) {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * highest);
    }

    private SortedMap<Pseudonym, ClinicalValues> read(String header, String... lines) throws IOException {
        return ClinicalTableSource.read(write(header, lines));
    }

    private TableProblemsException refused(String header, String... lines) throws IOException {
        Path file = write(header, lines);
        TableProblemsException refusal =
                catchThrowableOfType(TableProblemsException.class, () -> ClinicalTableSource.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Path write(String header, String... lines) throws IOException {
        return Files.writeString(folder.resolve("c.csv"), header + "\n" + String.join("\n", lines) + "\n");
    }
}
