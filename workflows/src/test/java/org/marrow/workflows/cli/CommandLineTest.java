package org.marrow.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.core.testing.SharedData;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;
import org.marrow.workflows.demo.Demo;
import picocli.CommandLine;

/** Each command from its options to its output file, on the inputs of the synthetic cohort and on real ones. */
final class CommandLineTest {
    @TempDir
    static Path folder;

    private static Path inputs;

    @BeforeAll
    static void writeInputs() {
        inputs = Demo.write(folder.resolve("demo"), 1, 24).getParent();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(CommandLine command) {
        String help = command.getUsageMessage();
        assertThat(help).contains("--help").contains(command.getCommandSpec().qualifiedName());
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        command.getCommandSpec()
                .options()
                .forEach(option -> assertThat(option.description())
                        .as(option.longestName())
                        .isNotEmpty());
    }

    static Stream<CommandLine> commands() {
        return all(Main.commandLine())
                .filter(command -> !command.getCommandName().equals("help"));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandLineTest::all));
    }

    @Test
    void aSamplesheetWithoutMistakesIsCounted() {
        Outcome outcome = run(
                "samplesheet",
                "check",
                "--input",
                inputs.resolve("samplesheet.csv").toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("24 patients, no mistakes");
    }

    @Test
    void trackingWritesARowForEachMarkerWithTheLimitOfThisSample() {
        Path output = folder.resolve("track.tsv");
        Outcome outcome = run(
                "mrd",
                "track",
                "--bam",
                inputs.resolve("SYN-AML-01-S4.bam").toString(),
                "--reference",
                inputs.resolve("targets.fa").toString(),
                "--markers",
                inputs.resolve("SYN-AML-01.markers.vcf").toString(),
                "--output",
                output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<TableRow> rows = TableSource.readAll(output);
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            // The true level at this visit is far below what some thousand molecules can show.
            assertThat(row.text("status")).isEqualTo("NOT_DETECTED_BELOW_LOD");
            assertThat(row.raw("vaf")).isEmpty();
            assertThat(row.number("lod95", 0, 1)).isBetween(1e-4, 2e-2);
            assertThat(row.integer("depth", 0, 100_000)).isGreaterThan(500);
        });
    }

    @Test
    void measurementsBecomeRowsWithTheirOwnLimit() {
        Path output = folder.resolve("measurements.tsv");
        Outcome outcome = run(
                "mrd",
                "measurements",
                "--input",
                inputs.resolve("SYN-CML-01.measurements.csv").toString(),
                "--output",
                output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(TableSource.readAll(output))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.text("scale")).isEqualTo("INTERNATIONAL_SCALE"));
    }

    @Test
    void clusteringWritesAnH5adAndAReport() {
        Path output = folder.resolve("cells.h5ad");
        Path report = folder.resolve("cells.html");
        Outcome outcome = run(
                "singlecell",
                "cluster",
                "--input",
                inputs.resolve("SYN-AML-01-S1.h5ad").toString(),
                "--output",
                output.toString(),
                "--report",
                report.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("in 5 clusters");
        assertThat(report).content().contains("Research use only").contains("MS4A1");
        assertThat(output).isNotEmptyFile();
    }

    @Test
    void ipssrGivesScoreAndCategoryAndWithAgeTheAdjustedOnes() throws Exception {
        Path input = Files.writeString(folder.resolve("ipssr.csv"), """
                ID,CYTO_IPSSR,BM_BLAST,HB,PLT,ANC,AGE
                a,Good,3,9,80,1,45
                b,Intermediate,5,7.9,49,0.8,60
                c,Good,,9,80,1,45
                """);
        Path output = folder.resolve("ipssr.out.csv");
        Outcome outcome = run("risk", "--scheme", "ipssr", "--input", input.toString(), "--output", output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(output).content().isEqualTo("""
                        ID,score,category,score_ra,category_ra
                        a,3.5,Intermediate,2.6875,Low
                        b,6.5,Very High,6.325,Very High
                        c,,,,
                        """);
    }

    @Test
    void eln2022SaysTheRangeThatUnknownsLeave() throws Exception {
        Path input = Files.writeString(
                folder.resolve("eln.csv"), "ID,karyotype,NPM1,FLT3_ITD\na,\"46,XX[20]\",1,0\nb,,1,0\n");
        Path output = folder.resolve("eln.out.csv");
        Outcome outcome =
                run("risk", "--scheme", "eln2022", "--input", input.toString(), "--output", output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<TableRow> rows = TableSource.readAll(output);
        assertThat(rows.get(0).text("missing")).contains("TP53").doesNotContain("complex");
        assertThat(rows.get(1).text("missing")).contains("TP53").contains("complex");
        assertThat(rows.get(1).text("category")).isEqualTo("not established");
        assertThat(rows.get(1).text("interval")).isEqualTo("Favorable to Adverse");
    }

    @Test
    void eln2017TellsWhatTheRatioLeavesOpen() throws Exception {
        Path input = Files.writeString(folder.resolve("eln17.csv"), """
                ID,karyotype,NPM1,FLT3_ITD,FLT3_ITD_ratio,CEBPA_BIALLELIC,RUNX1,ASXL1,TP53,TP53_vaf,note_centre
                a,"46,XX[20]",1,1,0.3,0,0,0,0,,x
                b,"46,XX[20]",1,1,,0,0,0,0,,y
                c,"46,XX[20]",1,0,,0,0,0,,0.02,z
                """);
        Path output = folder.resolve("eln17.out.csv");
        Outcome outcome =
                run("risk", "--scheme", "eln2017", "--input", input.toString(), "--output", output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(output).content().isEqualTo("""
                        ID,category,interval,drivers,flags,missing
                        a,Favorable,Favorable,NPM1; FLT3_ITD,,
                        b,not established,Favorable to Intermediate,NPM1; FLT3_ITD,,FLT3_ITD_ratio
                        c,Adverse,Adverse,TP53; NPM1,NPM1_WITH_TP53,
                        """);
    }

    @Test
    void aScoreHasItsIntervalToo() throws Exception {
        Path input = Files.writeString(folder.resolve("dipss.csv"), """
                ID,AGE,WBC,HB,PB_BLAST,CONSTITUTIONAL_SYMPTOMS
                a,70,30,9,2,1
                b,60,10,,0,0
                """);
        Path output = folder.resolve("dipss.out.csv");
        Outcome outcome = run("risk", "--scheme", "dipss", "--input", input.toString(), "--output", output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(output).content().isEqualTo("""
                        ID,score,category,interval,drivers,flags,missing
                        a,6,High,High,HB +2.00; AGE +1.00; WBC +1.00; PB_BLAST +1.00; CONSTITUTIONAL_SYMPTOMS +1.00,,
                        b,,not established,Low to Intermediate-1,,SCORE_BETWEEN,HB
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID,NMP1 | a,1 | line 1, column NMP1: expected an input | the nearest name is 'NPM1'",
                "ID,TP53_vaf | a,37 | line 2, column TP53_vaf: expected a number from 0 to 1 | found 37",
                "ID,TP53,TP53_MAXVAF | a,0,0.2 | line 2, column TP53_MAXVAF: expected 0 or NA where TP53 is absent | 0.2",
                "ID,karyotype | a,\"46,XX,t(8;21\" | line 2 | 46,XX,t(8;21",
            })
    void whatCannotBeMeantIsRefusedAndNothingIsWritten(String header, String row, String where, String what)
            throws Exception {
        Path input = Files.writeString(folder.resolve("refused.csv"), header + "\n" + row + "\n");
        Path output = folder.resolve("refused.out.csv");
        Outcome outcome =
                run("risk", "--scheme", "eln2022", "--input", input.toString(), "--output", output.toString());
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains(where).contains(what);
        assertThat(output).doesNotExist();
    }

    @Test
    void anInputOfAnotherSchemeIsToldOf() throws Exception {
        Path input = Files.writeString(folder.resolve("other.csv"), "ID,NPM1,SPLEEN,#mine\na,1,3,x\n");
        Outcome outcome =
                run("risk", "--scheme", "eln2022", "--input", input.toString(), "--output", folder + "/other.out.csv");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains("column SPLEEN is an input of other schemes, not of eln2022")
                .doesNotContain("#mine");
    }

    @Test
    void anOpenChoiceCanBeMadeOtherwise() throws Exception {
        Path input = Files.writeString(
                folder.resolve("option.csv"), "ID,karyotype,NPM1,FLT3_ITD,RUNX1,TP53\na,\"46,XX[20]\",1,1,1,0\n");
        Path output = folder.resolve("option.out.csv");
        Outcome outcome = run(
                "risk",
                "--scheme",
                "eln2022",
                "--option",
                "NPM1_ITD_EXEMPT_FROM_MR=on",
                "--input",
                input.toString(),
                "--output",
                output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        TableRow row = TableSource.readAll(output).getFirst();
        assertThat(row.text("interval")).isEqualTo("Favorable to Intermediate");
        assertThat(row.text("flags")).contains("NPM1_ITD_EXEMPT_FROM_MR");
        assertThat(run("risk", "--scheme", "eln2022", "--option", "X=on", "--input", "i.csv", "--output", "o.csv")
                        .exit())
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("risk", "--list").out())
                .contains("option NPM1_ITD_EXEMPT_FROM_MR=off")
                .contains("FLT3_ITD_ratio")
                .contains("published: 2017-01-26");
    }

    @Test
    void lsc17DividesATableAtItsMedianAndClassesNameWhatIsPossible() throws Exception {
        String genes =
                "DNMT3B,ZBTB46,NYNRIN,ARHGAP22,LAPTM4B,MMRN1,DPYSL3,FAM30A,CDK6,CPXM1,SOCS2,SMIM24,EMP1,BEX3,CD34,AKR1C3,ADGRG1";
        Path input = Files.writeString(
                folder.resolve("lsc17.csv"),
                "ID,EXPRESSION_KIND," + genes + "\n"
                        + "a,log2(TPM+1)" + ",1".repeat(17) + "\n"
                        + "b,log2(TPM+1)" + ",5".repeat(17) + "\n"
                        + "c,log2(TPM+1)," + ",5".repeat(16) + "\n");
        Path output = folder.resolve("lsc17.out.csv");
        Outcome outcome = run("risk", "--scheme", "lsc17", "--input", input.toString(), "--output", output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<TableRow> rows = TableSource.readAll(output);
        assertThat(rows.get(0).text("score")).isEqualTo("0.14027");
        assertThat(rows.get(0).text("category")).isEqualTo("Low");
        assertThat(rows.get(1).text("category")).isEqualTo("High");
        assertThat(rows.get(1).text("flags")).isEqualTo("COHORT_MEDIAN");
        assertThat(rows.get(2).raw("score")).isEmpty();
        assertThat(rows.get(2).text("category")).isEqualTo("not established");
        assertThat(rows.get(2).text("missing")).isEqualTo("EXPR_DNMT3B");

        Path classes = Files.writeString(folder.resolve("who.csv"), "ID,BM_BLAST,PML::RARA\na,40,1\nb,40,\n");
        Path classed = folder.resolve("who.out.csv");
        Outcome who = run("risk", "--scheme", "who2022", "--input", classes.toString(), "--output", classed.toString());
        assertThat(who.exit()).as(who.err()).isZero();
        assertThat(TableSource.readAll(classed).get(0).text("category")).isEqualTo("APL with PML::RARA");
        assertThat(TableSource.readAll(classed).get(1).text("interval"))
                .startsWith("APL with PML::RARA or AML with RUNX1::RUNX1T1 or ")
                .contains("AML-MR")
                .doesNotContain("MDS-");
    }

    @Test
    void aWrongCellIsNamedByLineAndColumn() throws Exception {
        Path input = Files.writeString(
                folder.resolve("wrong.csv"), "ID,CYTO_IPSSR,BM_BLAST,HB,PLT,ANC\na,Good,3,\"9,6\",80,1\n");
        Path output = folder.resolve("wrong.out.csv");
        Outcome outcome = run("risk", "--scheme", "ipssr", "--input", input.toString(), "--output", output.toString());
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains("line 2").contains("HB").contains("9,6");
        assertThat(output).doesNotExist();
    }

    @Test
    void anUnknownSchemeNamesTheKnownOnes() {
        Outcome outcome = run("risk", "--scheme", "ipss", "--input", "x.csv", "--output", "y.csv");
        assertThat(outcome.exit()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(outcome.err()).contains("ipssm").contains("ipssr").contains("eln2022");
    }

    @Test
    @Tag("real-data")
    void ipssmEqualsTheReferenceImplementationForAll63Patients() {
        compareIpssm("synthetic60_input.csv", "synthetic60_R_expected.csv", 60);
        compareIpssm("IPSSMexample_input_R.csv", "IPSSMexample_R_out.csv", 3);
    }

    private static void compareIpssm(String input, String expected, int patients) {
        Path shared = SharedData.require("clinical/ipssm");
        Path output = folder.resolve(input);
        Outcome outcome = run(
                "risk",
                "--scheme",
                "ipssm",
                "--input",
                shared.resolve(input).toString(),
                "--output",
                output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<TableRow> got = TableSource.readAll(output);
        List<TableRow> wanted = TableSource.readAll(shared.resolve(expected));
        assertThat(got).hasSize(patients).hasSameSizeAs(wanted);
        for (int i = 0; i < patients; i++) {
            TableRow one = got.get(i);
            TableRow other = wanted.get(i);
            assertThat(one.text("ID")).isEqualTo(other.text("ID"));
            for (String kind : List.of("best", "mean", "worst")) {
                assertThat(one.number("score_" + kind, -10, 20))
                        .as(one.text("ID") + " " + kind)
                        .isEqualTo(other.number("IPSSMscore_" + kind, -10, 20));
                assertThat(one.text("category_" + kind)).isEqualTo(other.text("IPSSMcat_" + kind));
            }
            assertThat(one.text("reported"))
                    .isEqualTo(other.optionalText("IPSSMcat").orElse("not established"));
        }
    }

    @Test
    @Tag("real-data")
    void pbmc68kReducedIsClusteredWholeFromItsNormalisedValues() {
        Path input = SharedData.require("data/single_cell/pbmc68k_reduced.h5ad");
        Outcome outcome = run(
                "singlecell",
                "cluster",
                "--input",
                input.toString(),
                "--output",
                folder.resolve("pbmc.h5ad").toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("700 of 700 cells");
    }

    @Test
    @Tag("real-data")
    void readsWithoutBasesAreNotCoveredRatherThanNegative() throws Exception {
        Path bam = SharedData.require("data/reads/umi/chr19.bam");
        Path markers = Files.writeString(
                folder.resolve("chr19.vcf"),
                "##fileformat=VCFv4.3\n##contig=<ID=chr19>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
                        + "chr19\t4078316\t.\tA\tC\t.\t.\t.\n");
        Path output = folder.resolve("chr19.tsv");
        Outcome outcome = run(
                "mrd",
                "track",
                "--bam",
                bam.toString(),
                "--markers",
                markers.toString(),
                "--output",
                output.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        TableRow row = TableSource.readAll(output).getFirst();
        assertThat(row.text("status")).isEqualTo("NOT_COVERED");
        assertThat(row.text("notes")).isNotBlank();
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
