package org.marrow.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.survival.CategorySurvival;
import org.marrow.core.testing.SharedData;
import org.marrow.io.result.ResultJson;
import org.marrow.workflows.report.RiskValidation;
import org.xml.sax.InputSource;
import picocli.CommandLine;

/** {@code marrow risk validate} from its options to its three files. */
final class RiskValidateTest {
    private static final String HEADER = "ID,time,status,category";

    @TempDir
    private Path folder;

    @Test
    void aCohortBecomesAPageAPictureAndNumbers() throws Exception {
        Outcome outcome = validate(cohort(), "--scheme", "eln2022", "--time-unit", "days");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("60 patients").contains("log-rank").contains("concordance");
        RiskValidation result = ResultJson.read(folder.resolve("out.json"), RiskValidation.class);
        assertThat(result.validation().categories())
                .extracting(CategorySurvival::label)
                .containsExactly("Favorable", "Intermediate", "Adverse");
        assertThat(result.validation().notComputed()).isEmpty();
        assertThat(Files.readString(folder.resolve("out.html")))
                .contains("Research use only")
                .contains("Usage de recherche uniquement")
                .contains("ELN 2022")
                .contains("Défavorable")
                .contains("Marrow " + MarrowVersion.current())
                .doesNotContain("<script")
                .doesNotContain("http://localhost");
        String svg = Files.readString(folder.resolve("out.svg"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("Favorable").contains("Patients at risk");
    }

    @Test
    void theOrderOfRowsChangesNoByte() throws Exception {
        List<String> rows = new ArrayList<>(cohort());
        rows.add("X1,NA,1,Adverse");
        rows.add("X2,5,NA,Adverse");
        rows.add("X3,300,1,Favorable to Adverse");
        validate(rows, "--scheme", "eln2022");
        List<byte[]> first = outputs();
        Collections.shuffle(rows, new Random(7));
        validate(rows, "--scheme", "eln2022");
        List<byte[]> second = outputs();
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).isEqualTo(first.get(i));
        }
    }

    @Test
    void nobodyIsLeftOutInSilence() throws Exception {
        List<String> rows = new ArrayList<>(cohort());
        rows.addAll(List.of(
                "no-time,,1,Adverse",
                "endless,-Inf,1,Adverse",
                "no-status,4,NA,Adverse",
                "open,40,1,not established",
                "range,40,0,Intermediate to Adverse",
                "empty,40,0,"));
        Outcome outcome = validate(rows, "--scheme", "eln2022");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("3 left out")
                .contains("not established: 3 patients")
                .contains("not given");
        RiskValidation result = ResultJson.read(folder.resolve("out.json"), RiskValidation.class);
        assertThat(result.leftOut())
                .containsExactly(
                        new RiskValidation.LeftOut("endless", RiskValidation.Reason.TIME_NOT_FINITE),
                        new RiskValidation.LeftOut("no-status", RiskValidation.Reason.STATUS_UNKNOWN),
                        new RiskValidation.LeftOut("no-time", RiskValidation.Reason.TIME_UNKNOWN));
        assertThat(result.validation().ranges()).containsExactly(Map.entry("Intermediate to Adverse", 1));
        assertThat(Files.readString(folder.resolve("out.html")))
                .contains("endless")
                .contains("no-status");
    }

    @Test
    void withoutACategoryTheSchemeComputesIt() throws Exception {
        List<String> rows = List.of(
                "ID,time,status,CYTO_IPSSR,BM_BLAST,HB,PLT,ANC",
                "a,900,0,Very Good,0,12,200,3",
                "b,100,1,Very Poor,20,6,20,0.1",
                "c,800,1,Very Good,0,12,200,3",
                "d,50,1,Very Poor,20,6,20,0.1",
                "e,70,1,Very Poor,,6,20,0.1");
        Outcome outcome = validate(rows, "--scheme", "ipssr");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        RiskValidation result = ResultJson.read(folder.resolve("out.json"), RiskValidation.class);
        assertThat(result.computed()).isTrue();
        assertThat(result.missingInputs()).containsKey("BM_BLAST");
        assertThat(outcome.out()).contains("Very Low: 2 patients").contains("Very High: 2 patients");
    }

    @Test
    void rangesCanBeGroupsOfTheirOwn() throws Exception {
        List<String> rows = new ArrayList<>(cohort());
        rows.add("r1,40,1,Favorable to Adverse");
        rows.add("r2,40,1,Intermediate to Adverse");
        Outcome outcome = validate(rows, "--scheme", "eln2022", "--split-not-established");
        assertThat(outcome.out()).contains("Favorable to Adverse: 1").contains("Intermediate to Adverse: 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,-5,1,Adverse|line 2, column time: expected a number from 0|'-5'",
                "a,soon,1,Adverse|line 2, column time: expected a number from 0|'soon'",
                "a,99999,1,Adverse|line 2, column time: expected a number from 0 to 43830|'99999'",
                "a,5,2,Adverse|line 2, column status: expected 1 or dead, 0 or alive|'2'",
                "a,5,1,Advers|line 2, column category: expected one of Favorable, Intermediate, Adverse|'Advers'",
                "a,5,1,Adverse to Favorable|line 2, column category: expected one of|'Adverse to Favorable'",
                ",5,1,Adverse|line 2, column ID: expected a value|''"
            })
    void aWrongCellIsNamedAndNothingIsWritten(String row, String expected, String found) throws Exception {
        Outcome outcome = validate(List.of(HEADER, row), "--scheme", "eln2022");
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains(expected).contains("found ").contains(found);
        assertThat(Stream.of("html", "json", "svg").map(end -> folder.resolve("out." + end)))
                .allSatisfy(file -> assertThat(file).doesNotExist());
    }

    @Test
    void aWrongTableIsRefused() throws Exception {
        assertThat(validate(List.of("ID,days,status,category", "a,5,1,x")).err())
                .contains("a column time")
                .contains("--time-column");
        assertThat(validate(List.of("ID,time,status", "a,5,1")).err()).contains("--scheme");
        assertThat(validate(List.of(HEADER, "a,5,1,x", "a,6,1,x")).err())
                .contains("line 3")
                .contains("each patient once");
        assertThat(validate(List.of(HEADER)).err()).contains("at least one patient");
        assertThat(validate(List.of(HEADER, "a,NA,1,x")).err()).contains("1 lack");
        assertThat(validate(cohort(), "--category-column", "interval").err()).contains("--category-order");
        assertThat(validate(cohort(), "--language", "de").err()).contains("en or fr");
        assertThat(validate(cohort(), "--scheme", "eln").err()).contains("eln2022");
        assertThat(validate(cohort(), "--conf-type", "logit").err()).contains("log-log");
        assertThat(validate(cohort(), "--horizon", "0").err()).contains("horizonYears");
        assertThat(folder.resolve("out.html")).doesNotExist();
    }

    @Test
    void smallCohortsAreDrawnAndSayWhatCouldNotBeComputed() throws Exception {
        assertThat(validate(List.of(HEADER, "a,0,0,x")).exit()).isZero();
        assertThat(validate(List.of(HEADER, "a,0,1,x")).exit()).isZero();
        Outcome outcome = validate(List.of(HEADER, "a,5,0,x", "b,6,alive,y"), "--category-order", "x,y,z");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("not computed: LOG_RANK (NO_EVENT)").contains("z: 0 patients");
        assertThat(Files.readString(folder.resolve("out.html")))
                .doesNotContain("NaN")
                .contains("nobody with a category died");
    }

    @Test
    void namesFromTheTableAreTextAndNotMarkup() throws Exception {
        Outcome outcome = validate(List.of(HEADER, "a,5,1,<script>alert(1)</script>", "b,9,1,\"R&D \"\"x\"\"\""));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(Files.readString(folder.resolve("out.html")))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(folder.resolve("out.svg")))));
    }

    @Test
    @Tag("real-data")
    void tcgaLamlIsReadAsItIs() throws Exception {
        Path table = SharedData.require("data/cohort/tcga_laml_annot.tsv");
        Outcome outcome = run(
                "risk",
                "validate",
                "--input",
                table.toString(),
                "--id-column",
                "Tumor_Sample_Barcode",
                "--time-column",
                "days_to_last_followup",
                "--status-column",
                "Overall_Survival_Status",
                "--category-column",
                "FAB_classification",
                "--time-unit",
                "days",
                "--json",
                folder.resolve("out.json").toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        RiskValidation result = ResultJson.read(folder.resolve("out.json"), RiskValidation.class);
        assertThat(result.leftOut())
                .hasSize(12)
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo(RiskValidation.Reason.TIME_NOT_FINITE));
        assertThat(result.validation().patients()).isEqualTo(188);
        assertThat(result.validation().open())
                .singleElement()
                .satisfies(open -> assertThat(open.patients()).isEqualTo(1));
    }

    private static List<String> cohort() {
        List<String> rows = new ArrayList<>();
        rows.add(HEADER);
        String[] categories = {"Favorable", "Intermediate", "Adverse"};
        for (int i = 0; i < 60; i++) {
            int category = i % 3;
            int time = (i * 37 % 60 + 1) * 40 / (1 + category) + 5;
            rows.add("P" + i + "," + time + "," + (i % 4 == 0 ? 0 : 1) + "," + categories[category]);
        }
        return rows;
    }

    private List<byte[]> outputs() throws Exception {
        List<byte[]> outputs = new ArrayList<>();
        for (String end : List.of("html", "json", "svg")) {
            outputs.add(Files.readAllBytes(folder.resolve("out." + end)));
        }
        return outputs;
    }

    private Outcome validate(List<String> rows, String... options) throws Exception {
        Path input = Files.write(folder.resolve("cohort.csv"), header(rows));
        List<String> arguments = new ArrayList<>(List.of("risk", "validate", "--input", input.toString()));
        arguments.addAll(List.of("--output", folder.resolve("out.html").toString()));
        arguments.addAll(List.of("--json", folder.resolve("out.json").toString()));
        arguments.addAll(List.of("--svg", folder.resolve("out.svg").toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    /** A shuffled table still begins with its header. */
    private static List<String> header(List<String> rows) {
        List<String> sorted = new ArrayList<>(rows);
        sorted.sort((one, other) -> Boolean.compare(other.startsWith("ID,"), one.startsWith("ID,")));
        return sorted;
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }

    private record Outcome(int exit, String out, String err) {}
}
