package org.marrow.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.testing.SharedData;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;
import picocli.CommandLine;

/** {@code marrow variants maf} and {@code classify} from their options to their files, and what they refuse. */
final class VariantsCommandTest {
    private static final String CSQ =
            "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: Allele|Consequence|SYMBOL"
                    + "|Feature|BIOTYPE|CANONICAL|HGVSc|HGVSp\">\n";
    private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tP1\n";
    private static final String LENGTHS_38 =
            "##contig=<ID=chr2,length=242193529>\n##contig=<ID=chr5,length=181538259>\n"
                    + "##contig=<ID=chr9,length=138394717>\n";
    private static final String LENGTHS_37 = "##contig=<ID=2,length=243199373>\n##contig=<ID=5,length=180915260>\n";
    private static final String DNMT3A = "chr2\t25234373\t.\tC\tT\t.\tPASS\tCSQ=T|missense_variant|DNMT3A|ENST1"
            + "|protein_coding|YES|ENST1.1:c.2645G>A|ENSP1.1:p.Arg882His\tGT:AD:DP\t0/1:230,170:400\n";
    private static final String NPM1 = "chr5\t171410539\t.\tC\tCTCTG\t.\tPASS\tCSQ=TCTG|frameshift_variant|NPM1|ENST2"
            + "|protein_coding|YES|ENST2.1:c.860_863dup|ENSP2.1:p.Trp288CysfsTer12\tGT:AD:DP\t0/1:200,150:350\n";
    private static final String COMMON = "chr5\t171411000\t.\tA\tG\t.\tPASS\tDP=7\tGT:AD:DP\t0/1:50,50:100\n";
    private static final String WEAK = "chr9\t5073770\trs77375493\tG\tT\t.\tweak\tDP=8\tGT:AD:DP\t0/1:98,2:100\n";
    private static final String POPULATION =
            "##fileformat=VCFv4.2\n%s##INFO=<ID=AF,Number=A,Type=Float,Description=\"x\">\n"
                    + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

    @TempDir
    Path folder;

    @Test
    void classifyTellsHotspotsFromCommonVariantsAndKeepsTheRest() throws IOException {
        String header = "##fileformat=VCFv4.2\n" + LENGTHS_38 + "##FILTER=<ID=weak,Description=\"Weak\">\n" + CSQ;
        Path input = write("in.vcf", header + COLUMNS + DNMT3A + NPM1 + COMMON + WEAK);
        Path population = write(
                "population.vcf",
                POPULATION.formatted(LENGTHS_38) + "chr5\t171411000\t.\tA\tC,G\t.\tPASS\tAF=0.5,0.0011\n"
                        + "chr9\t5073770\t.\tG\tT\t.\tPASS\tAF=0.002\n");
        Path output = folder.resolve("out.vcf");
        Outcome outcome = run("variants", "classify", "--input", input, "--output", output, "--population", population);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("4 records, 3 with a known variant, 1 above the population's limit");
        List<String> records = Files.readAllLines(output).stream()
                .filter(line -> !line.startsWith("##"))
                .toList();
        assertThat(records)
                .containsExactly(
                        COLUMNS.strip(),
                        DNMT3A.strip().replace("His\tGT", "His;MARROW_HOTSPOT=DNMT3A|R882H|ALLELE\tGT"),
                        NPM1.strip().replace("12\tGT", "12;MARROW_HOTSPOT=NPM1|last_exon_frameshift|CONSEQUENCE\tGT"),
                        COMMON.strip().replace("PASS\tDP=7", "population\tDP=7;MARROW_POPAF=0.0011"),
                        // JAK2 V617F is in population files, since clonal haematopoiesis is common.
                        WEAK.strip().replace("DP=8", "DP=8;MARROW_HOTSPOT=JAK2|V617F|ALLELE;MARROW_POPAF=0.002"));
        // The limit itself passes, and the result of one run can be classified anew.
        Path again = folder.resolve("again.vcf.gz");
        outcome = run(
                "variants",
                "classify",
                "--input",
                output,
                "--output",
                again,
                "--population",
                population,
                "--max-population-af",
                "0.0011");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("0 above the population's limit");
        assertThat(folder.resolve("again.vcf.gz.tbi")).exists();
    }

    @Test
    void aListOfTheUsersOwnTakesThePlaceOfTheBuiltInOne() throws IOException {
        Path input = write("in.vcf", "##fileformat=VCFv4.2\n" + LENGTHS_38 + CSQ + COLUMNS + DNMT3A + COMMON);
        Path hotspots = write(
                "hotspots.tsv", "gene\tprotein\tref\talt\tchr\tpos_GRCh38\nDOCK2\tp.K1E\tA\tG\tchr5\t171411000\n");
        Path output = folder.resolve("out.vcf");
        Outcome outcome = run("variants", "classify", "--input", input, "--output", output, "--hotspots", hotspots);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(output).content().contains("MARROW_HOTSPOT=DOCK2|K1E|ALLELE").doesNotContain("=DNMT3A|R882H");
    }

    @Test
    @Tag("real-data")
    void theClinicalTableIsReadAsItIs() throws IOException {
        Path input = write("in.vcf", "##fileformat=VCFv4.2\n" + LENGTHS_38 + CSQ + COLUMNS + DNMT3A);
        Path output = folder.resolve("out.vcf");
        Outcome outcome = run(
                "variants",
                "classify",
                "--input",
                input,
                "--output",
                output,
                "--hotspots",
                SharedData.require("clinical/hotspots_b37_b38.tsv"));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(output).content().contains("DNMT3A|R882H|ALLELE");
    }

    @Test
    void anotherAssemblyIsRefusedWithBothNamedAndNothingIsWritten() throws IOException {
        Path on38 = write("on38.vcf", "##fileformat=VCFv4.2\n" + LENGTHS_38 + CSQ + COLUMNS + DNMT3A);
        Path on37 = write("population37.vcf", POPULATION.formatted(LENGTHS_37) + "2\t100\t.\tA\tG\t.\t.\tAF=0.1\n");
        Path unknown = write("unknown.vcf", POPULATION.formatted("") + "2\t100\t.\tA\tG\t.\t.\tAF=0.1\n");
        Path hotspots37 =
                write("hotspots37.tsv", "gene\tprotein\tref\talt\tchr\tpos_GRCh37\nKIT\tD816V\tA\tT\t4\t55599321\n");
        refused(ErrorCode.MISMATCH, List.of("GRCH38", "GRCH37"), "classify", on38, "--population", on37);
        refused(ErrorCode.MISMATCH, List.of("GRCH38", "header without"), "classify", on38, "--population", unknown);
        refused(
                ErrorCode.FORMAT,
                List.of("line 1", "pos_GRCh38", "only pos_GRCh37"),
                "classify",
                on38,
                "--hotspots",
                hotspots37);
        refused(ErrorCode.MISMATCH, List.of("GRCh37", "GRCH38"), "classify", on38, "--assembly", "GRCh37");
        refused(ErrorCode.MISMATCH, List.of("GRCh37", "GRCH38"), "maf", on38, "--assembly", "GRCh37");
        Path bare = write("bare.vcf", "##fileformat=VCFv4.2\n" + CSQ + COLUMNS + DNMT3A);
        refused(ErrorCode.MISMATCH, List.of("contig lengths"), "classify", bare);
        refused(ErrorCode.MISMATCH, List.of("contig lengths"), "maf", bare);
        refused(ErrorCode.USAGE, List.of("GRCh37 or GRCh38", "hg19"), "maf", bare, "--assembly", "hg19");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gene,protein,ref,alt,chr,pos_GRCh38;KIT,D816V,A,T,4,x|line 2, column pos_GRCh38",
                "gene,protein,ref,alt,chr,pos_GRCh38;KIT,D816V,A,Q,4,5|line 2, column alt",
                "gene,protein,ref,alt,chr,pos_GRCh38;,D816V,A,T,4,5|line 2, column gene",
                "gene,protein,ref,alt,chr,pos_GRCh38|one hotspot a line",
                "gene,ref,alt,chr,pos_GRCh38;KIT,A,T,4,5|no column protein"
            })
    void aWrongListOfHotspotsIsRefused(String table, String expected) throws IOException {
        Path input = write("on38.vcf", "##fileformat=VCFv4.2\n" + LENGTHS_38 + CSQ + COLUMNS + DNMT3A);
        Path hotspots = write("hotspots.tsv", table.replace(',', '\t').replace(';', '\n') + "\n");
        refused(ErrorCode.FORMAT, List.of(expected), "classify", input, "--hotspots", hotspots);
    }

    @Test
    void aFractionOf37IsRefusedWhereverItStands() throws IOException {
        String vcf =
                "##fileformat=VCFv4.2\n" + LENGTHS_38 + COLUMNS + "chr2\t25234373\t.\tC\tT\t.\t.\t.\tGT:AF\t0/1:37\n";
        Path input = write("percent.vcf", vcf);
        refused(
                ErrorCode.FORMAT,
                List.of("line 6, column P1", "AF as a fraction from 0 to 1", "found 37"),
                "maf",
                input);
        Path population =
                write("population.vcf", POPULATION.formatted(LENGTHS_38) + "chr2\t25234373\t.\tC\tT\t.\t.\tAF=37\n");
        Path right = write("right.vcf", "##fileformat=VCFv4.2\n" + LENGTHS_38 + CSQ + COLUMNS + DNMT3A);
        refused(
                ErrorCode.FORMAT,
                List.of("line 7, column INFO", "0 to 1", "AF=37"),
                "classify",
                right,
                "--population",
                population);
        refused(ErrorCode.VALUE, List.of("0 to 1", "37"), "classify", right, "--max-population-af", "37");

        Path json = folder.resolve("risk.json");
        Path maf = write(
                "percent.maf",
                "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tVariant_Classification\tReference_Allele"
                        + "\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tt_vaf\n"
                        + "TP53\tGRCh38\t17\t7674220\tMissense_Mutation\tC\tT\tP1\t37\n");
        Outcome outcome = risk("--maf", maf, json);
        assertThat(outcome.exit()).isEqualTo(ErrorCode.FORMAT.exitStatus());
        assertThat(outcome.err()).contains("line 2, column t_vaf", "a number from 0 to 1", "'37'");
        outcome = risk("--vcf", input, json);
        assertThat(outcome.exit()).isEqualTo(ErrorCode.FORMAT.exitStatus());
        assertThat(outcome.err()).contains("line 6, column P1", "AF as a fraction from 0 to 1", "found 37");
        assertThat(json).doesNotExist();
    }

    private Outcome risk(String option, Path variants, Path json) {
        return run(
                "risk",
                "sample",
                "--patient",
                "P1",
                "--sample",
                "P1",
                "--disease",
                "AML",
                option,
                variants,
                "--output",
                json);
    }

    @Test
    void theMafHasWhatTheOptionsSay() throws IOException {
        String header = "##fileformat=VCFv4.2\n" + LENGTHS_38 + "##FILTER=<ID=weak,Description=\"Weak\">\n" + CSQ;
        Path input = write("in.vcf", header + COLUMNS + DNMT3A + NPM1 + COMMON + WEAK);
        Path genes = write("genes.tsv", "Hugo_Symbol\tEntrez_Gene_Id\nDNMT3A\t1788\nNPM1\t4869\n");
        Path output = folder.resolve("out.maf");
        Outcome outcome = run(
                "variants",
                "maf",
                "--input",
                input,
                "--output",
                output,
                "--barcode",
                "TCGA-1",
                "--center",
                "CHU",
                "--genes",
                genes,
                "--passed");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("3 variants");
        assertThat(outcome.err()).contains("1 variants have no gene");
        List<TableRow> rows = rows(output);
        assertThat(rows)
                .extracting(row -> String.join(
                        " ",
                        row.raw("Hugo_Symbol"),
                        row.raw("Entrez_Gene_Id"),
                        row.raw("Center"),
                        row.raw("Tumor_Sample_Barcode"),
                        row.raw("Chromosome"),
                        row.raw("HGVSp_Short"),
                        row.raw("t_ref_count"),
                        row.raw("t_alt_count")))
                .containsExactly(
                        "DNMT3A 1788 CHU TCGA-1 2 p.R882H 230 170",
                        "NPM1 4869 CHU TCGA-1 5 p.W288Cfs*12 200 150",
                        "Unknown  CHU TCGA-1 5  50 50");
        outcome = run("variants", "maf", "--input", input, "--output", output);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(rows(output)).hasSize(4);
        assertThat(rows(output).getLast().raw("FILTER")).isEqualTo("weak");
    }

    @Test
    void aTableThatNumbersAGeneTwiceIsRefused() throws IOException {
        Path input = write("in.vcf", "##fileformat=VCFv4.2\n" + LENGTHS_38 + CSQ + COLUMNS + DNMT3A);
        Path genes = write("genes.tsv", "Hugo_Symbol\tEntrez_Gene_Id\nDNMT3A\t1788\nDNMT3A\t1789\n");
        refused(
                ErrorCode.FORMAT,
                List.of("line 3, column Entrez_Gene_Id", "1788", "1789"),
                "maf",
                input,
                "--genes",
                genes);
        refused(ErrorCode.USAGE, List.of("no sample P2", "P1"), "maf", input, "--sample", "P2");
        refused(ErrorCode.USAGE, List.of("no sample N", "P1"), "maf", input, "--normal", "N");
    }

    private void refused(ErrorCode code, List<String> words, String command, Path input, Object... options) {
        Path output = folder.resolve("refused.out");
        List<Object> arguments = new ArrayList<>(List.of("variants", command, "--input", input, "--output", output));
        arguments.addAll(Arrays.asList(options));
        Outcome outcome = run(arguments.toArray());
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(code.exitStatus());
        assertThat(outcome.err()).contains(words).hasLineCount(1);
        assertThat(folder.toFile().list((_, name) -> name.contains("refused"))).isEmpty();
    }

    private static List<TableRow> rows(Path maf) {
        List<TableRow> rows = new ArrayList<>();
        try (TableSource source = TableSource.open(maf, TableFormat.TSV_WITH_COMMENTS, TableLimits.BY_PROGRAM)) {
            source.forEach(rows::add);
        }
        return rows;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private record Outcome(int exit, String out, String err) {}
}
