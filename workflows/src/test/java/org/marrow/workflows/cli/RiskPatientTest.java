package org.marrow.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.io.result.ResultJson;
import picocli.CommandLine;

/** {@code marrow risk --patient}: from one JSON file, a VCF and a karyotype to the results and the page. */
class RiskPatientTest {
    private static final String PATIENT = """
            {
              "patient": "P001",
              "disease": "AML",
              "values": { "AGE": 54, "SEX": "F", "BM_BLAST": 62, "FLT3_ITD": true, "FLT3_ITD_ratio": 0.3 }
            }
            """;

    private static final String VCF = """
            ##fileformat=VCFv4.3
            ##contig=<ID=chr5,length=180915260>
            ##FILTER=<ID=PASS,Description="All filters passed">
            ##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp">
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
            ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads by allele">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
            chr5\t170837543\t.\tC\tCTCTG\t90\tPASS\tCSQ=TCTG|frameshift_variant|NPM1|NM_002520.7|NM_002520.7:c.860_863dup|NP_002511.1:p.Trp288CysfsTer12\tGT:AD\t0/1:60,40
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static RiskResult of(AnalysisOutput output, String scheme) {
        return output.risks().stream()
                .filter(result -> result.scheme().id().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySchemeOfTheDiseaseSpeaksAsJsonAndOnThePage() throws IOException {
        Path json = folder.resolve("out.json");
        Path html = folder.resolve("out.html");

        Outcome outcome = run(
                "risk",
                "--patient",
                write("patient.json", PATIENT).toString(),
                "--vcf",
                write("variants.vcf", VCF).toString(),
                "--panel",
                "exome",
                "--karyotype",
                "46,XX[20]",
                "--date",
                "2018-03-01",
                "--output",
                json.toString(),
                "--html",
                html.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        AnalysisOutput output = ResultJson.read(json, AnalysisOutput.class);
        // The ratio of 0.3 is low by ELN 2017 and of no matter to ELN 2022.
        assertThat(of(output, "eln2017").category()).contains("Favorable");
        assertThat(of(output, "eln2022").category()).contains("Intermediate");
        assertThat(of(output, "who2022").category()).contains("AML with mutated NPM1");
        assertThat(of(output, "eln2022").flags()).extracting(RiskFlag::code).contains("EDITION_AFTER_DATE");
        assertThat(of(output, "eln2017").flags()).extracting(RiskFlag::code).doesNotContain("EDITION_AFTER_DATE");
        assertThat(of(output, "eln2022").inputs())
                .anySatisfy(input -> {
                    assertThat(input.name()).isEqualTo("NPM1");
                    assertThat(input.value())
                            .hasValueSatisfying(value ->
                                    assertThat(value).contains("p.W288Cfs*12").contains("VAF 0.4"));
                    assertThat(input.source()).isEqualTo(Optional.of("S1"));
                })
                .anySatisfy(input -> assertThat(input.source()).isEqualTo(Optional.of("karyotype")));
        assertThat(outcome.out()).contains("ELN 2017: Favorable").contains("Research use only");
        assertThat(html)
                .content()
                .contains("Risque de P001")
                .contains("Risk of P001")
                .contains("ELN 2022")
                .contains("Intermédiaire")
                .contains("Pour la recherche uniquement")
                .contains("Research use only")
                .contains("46,XX[20]")
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("<script");
    }

    @Test
    void thePageEscapesWhatTheFilesSay() throws IOException {
        Path html = folder.resolve("out.html");

        run("risk", "--patient", write("<b>.json", PATIENT).toString(), "--html", html.toString());

        assertThat(html).content().contains("&lt;b&gt;.json").doesNotContain("<b>");
    }

    @Test
    void whatIsMissingLeavesARangeAndNamesTheTest() throws IOException {
        Outcome outcome =
                run("risk", "--patient", write("patient.json", PATIENT).toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("ELN 2022: not established, Favorable to Adverse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What stands in place of the values' closing bracket; line and column; the message's parts.
                "'\"TP53_vaf\": 37' | line 1 | TP53_vaf [fraction] to be a number from 0 to 1 | 37",
                "'\"NPM2\": 1' | line 1 | a value that some scheme reads, as marrow risk --list names it; did you mean | NPM2",
                "'\"NPM1\": 2' | line 1 | NPM1 to be 0, 1 or NA | 2",
                "'\"SEX\": \"X\"' | line 1 | F, M | X",
                "'\"HB\": 91' | line 1 | HB [g/dL] to be a number from 0 to 30 | 91",
                "'\"NPM1\": 1, \"NPM1\": 0' | line 1 | each field once | NPM1",
                "'\"HB\": \"9,6\"' | line 1 | a number from 0 to 30 | 9,6",
                "'\"FLT3-ITD\": 1, \"FLT3_ITD\": 1' | line 1 | each value once | FLT3_ITD",
            })
    void aMistakeIsNamedWithItsPlaceAndNothingIsWritten(String values, String place, String expected, String found)
            throws IOException {
        Path json = folder.resolve("out.json");
        Path html = folder.resolve("out.html");
        Path patient =
                write("patient.json", "{\"patient\": \"P1\", \"disease\": \"AML\", \"values\": {" + values + "}}");

        Outcome outcome =
                run("risk", "--patient", patient.toString(), "--output", json.toString(), "--html", html.toString());

        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err())
                .contains("patient.json")
                .contains(place)
                .contains(expected)
                .contains(found);
        assertThat(json).doesNotExist();
        assertThat(html).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"patient\": \"P1\"}' | the field disease",
                "'{\"disease\": \"AML\"}' | the field patient",
                "'{\"patient\": \"P1\", \"disease\": \"LAM\"}' | AML, MDS, CML, ALL, MPN",
                "'{\"patient\": \"P1\", \"disease\": \"AML\", \"karyotyp\": \"46,XX\"}' | did you mean 'karyotype'",
                "'{\"patient\": \"P1\", \"disease\": \"AML\"' | the end of the file",
                "'{\"patient\": \"P1\", \"disease\": \"AML\"} 1' | nothing after the patient",
                "'[]' | an object",
                "'{\"patient\": 1, \"disease\": \"AML\"}' | a pseudonym",
                "'{\"patient\": \"a b\", \"disease\": \"AML\"}' | patient",
                "'{\"patient\": \"P1\", \"disease\": \"AML\", \"values\": {\"NPM1\": []}}' | true, false or null",
                "'{\"patient\": \"P1\", \"disease\": \"AML\", \"values\": 3}' | an object of values",
            })
    void aFileThatIsNoPatientIsRefused(String text, String expected) throws IOException {
        Outcome outcome = run("risk", "--patient", write("patient.json", text).toString());

        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("patient.json").contains(expected);
    }

    @Test
    void aKaryotypeWithATypoIsQuotedAtTheCharacter() throws IOException {
        Outcome outcome = run(
                "risk",
                "--patient",
                write("patient.json", PATIENT).toString(),
                "--karyotype",
                "46,XX,del(5)(q13q3x)[20]");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.err()).contains("46,XX,del(5)(q13q3x)[20]").contains("character 19");
    }

    @Test
    void twoKaryotypesAreOneTooMany() throws IOException {
        String with = PATIENT.replace("\"disease\"", "\"karyotype\": \"46,XX[20]\", \"disease\"");

        Outcome other = run("risk", "--patient", write("patient.json", with).toString(), "--karyotype", "45,XX,-7[20]");
        Outcome same = run("risk", "--patient", write("patient.json", with).toString(), "--karyotype", "46,XX[20]");

        assertThat(other.exit()).isNotZero();
        assertThat(other.err()).contains("another karyotype").contains("46,XX[20]");
        assertThat(same.exit()).isZero();
    }

    @Test
    void aPatientAndATableAreNotTakenTogether() throws IOException {
        Outcome outcome =
                run("risk", "--patient", write("patient.json", PATIENT).toString(), "--scheme", "eln2022");

        assertThat(outcome.exit()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(outcome.err()).contains("--patient is one patient");
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
