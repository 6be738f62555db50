package org.marrow.io.maf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.Variant;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;
import org.marrow.io.vcf.VcfSource;

/** MAF from annotated VCF, against what vcf2maf itself made of the same variants. */
final class VcfToMafTest {
    private static final String CSQ_HEADER = "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations"
            + " from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Gene|Feature|BIOTYPE|EXON|HGVSc|HGVSp|CANONICAL"
            + "|MANE_SELECT|PICK|Existing_variation|cDNA_position|Protein_position|Amino_acids|ALLELE_NUM\">\n";
    private static final String HEADER = "##fileformat=VCFv4.2\n##contig=<ID=chr5,length=181538259>\n" + CSQ_HEADER;

    /** Columns that vcf2maf fills and that Marrow fills too; of the others Marrow knows nothing. */
    private static final List<String> COMPARED = List.of(
            "Hugo_Symbol",
            "Entrez_Gene_Id",
            "NCBI_Build",
            "Chromosome",
            "Start_Position",
            "End_Position",
            "Strand",
            "Variant_Classification",
            "Variant_Type",
            "Reference_Allele",
            "Tumor_Seq_Allele1",
            "Tumor_Seq_Allele2",
            "Tumor_Sample_Barcode",
            "Matched_Norm_Sample_Barcode",
            "HGVSc",
            "HGVSp",
            "HGVSp_Short",
            "Transcript_ID",
            "Exon_Number",
            "t_depth",
            "t_ref_count",
            "t_alt_count",
            "n_depth",
            "n_ref_count",
            "n_alt_count");

    @TempDir
    Path folder;

    @Test
    @Tag("real-data")
    void annotatedVariantsGiveTheLinesThatVcf2mafExpects() throws IOException {
        Path expectedFile = SharedData.require("data/variants/maf/test_b38_output.maf");
        List<TableRow> expected = rows(expectedFile);
        assertThat(expected).hasSize(25);
        for (int seed = 0; seed < 5; seed++) {
            Path vcf = annotate(SharedData.require("data/variants/maf/test_b38.vcf"), expected, new Random(seed));
            Path maf = folder.resolve("out" + seed + ".maf");
            MafSink.writeRecords(maf, convert(vcf, "TUMOR", entrezOf(expected)));
            List<TableRow> written = rows(maf);
            assertThat(written).hasSize(25);
            for (int i = 0; i < 25; i++) {
                for (String column : COMPARED) {
                    assertThat(known(written.get(i), column))
                            .as("line " + (i + 2) + " " + column)
                            .isEqualTo(known(expected.get(i), column));
                }
                // vcf2maf says "novel" where Marrow says nothing.
                assertThat(written.get(i).raw("dbSNP_RS"))
                        .isEqualTo(expected.get(i).raw("dbSNP_RS").replace("novel", ""));
                PortalRules.check(written.get(i));
            }
        }
    }

    /**
     * The VCF that vcf2maf read from VEP, made anew: the expected MAF carries the fields of the chosen transcript and, in
     * {@code all_effects}, the others with what they say. The entries are put in any order.
     */
    private Path annotate(Path bare, List<TableRow> expected, Random random) throws IOException {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (String line : Files.readAllLines(bare)) {
            if (line.startsWith("#CHROM")) {
                text.append(CSQ_HEADER);
            }
            if (line.startsWith("#")) {
                text.append(line).append('\n');
                continue;
            }
            TableRow row = expected.get(next++);
            String[] cells = line.split("\t", -1);
            List<String> entries = new ArrayList<>();
            for (String effect : row.raw("all_effects").split(";")) {
                entries.add(entry(row, effect.split(",", -1)));
            }
            Collections.shuffle(entries, random);
            cells[7] = "CSQ=" + String.join(",", entries).replace("=,", "%3D,").replace("=|", "%3D|");
            text.append(String.join("\t", cells)).append('\n');
        }
        return Files.writeString(folder.resolve("annotated" + random.nextInt() + ".vcf"), text);
    }

    private static String entry(TableRow row, String[] effect) {
        boolean chosen = effect[3].equals(row.raw("Transcript_ID"));
        boolean coding = effect[0].equals(row.raw("Hugo_Symbol"));
        String transcript = effect[3] + ".1:";
        return String.join(
                "|",
                row.raw("Allele"),
                chosen ? row.raw("Consequence").replace(',', '&') : effect[1],
                effect[0],
                chosen ? row.raw("Gene") : "",
                effect[3],
                chosen ? row.raw("BIOTYPE") : coding ? "protein_coding" : "lncRNA",
                chosen ? row.raw("EXON") : "",
                chosen && !row.raw("HGVSc").isEmpty() ? transcript + row.raw("HGVSc") : "",
                effect[2].isEmpty() ? "" : "ENSP1.1:" + effect[2],
                // The main transcript of RUNX1-AS1 is not known from here; being canonical must not make it win.
                chosen || !coding ? "YES" : "",
                "",
                chosen ? row.raw("PICK") : "",
                chosen ? row.raw("Existing_variation").replace(',', '&') : "",
                chosen ? row.raw("cDNA_position") : "",
                chosen ? row.raw("Protein_position") : "",
                chosen ? row.raw("Amino_acids") : "",
                "1");
    }

    @Test
    void insertionsAndDeletionsGetTheCoordinatesOfTheGdc() throws IOException {
        List<TableRow> rows = written(
                // NPM1 type A: between 171410543 and ...44, by the base before it in VCF.
                record(171410539, "C", "CTCTG", "1|frameshift_variant|NPM1"),
                record(171410600, "CAG", "C", "1|frameshift_variant|NPM1"),
                // The second allele of a record that needs the longer REF for its first.
                record(171410700, "CA", "CTA", "1|intron_variant|NPM1"),
                record(171410710, "CAAT", "CAGT", "1|intron_variant|NPM1"),
                record(171410720, "CA", "TG", "1|missense_variant|NPM1"),
                record(171410730, "CAC", "TGT", "1|missense_variant|NPM1"),
                record(171410740, "CACA", "TGTG", "1|protein_altering_variant|NPM1"),
                record(171410750, "CAC", "CTG", "1|protein_altering_variant|NPM1"),
                record(171410760, "CACT", "CTG", "1|protein_altering_variant|NPM1"),
                record(171410770, "CACTG", "CT", "1|protein_altering_variant|NPM1"));
        assertThat(rows)
                .extracting(row -> String.join(
                        " ",
                        row.raw("Start_Position"),
                        row.raw("End_Position"),
                        row.raw("Variant_Type"),
                        row.raw("Reference_Allele"),
                        row.raw("Tumor_Seq_Allele2"),
                        row.raw("Variant_Classification")))
                .containsExactly(
                        "171410539 171410540 INS - TCTG Frame_Shift_Ins",
                        "171410601 171410602 DEL AG - Frame_Shift_Del",
                        "171410700 171410701 INS - T Intron",
                        "171410712 171410712 SNP A G Intron",
                        "171410720 171410721 DNP CA TG Missense_Mutation",
                        "171410730 171410732 TNP CAC TGT Missense_Mutation",
                        "171410740 171410743 ONP CACA TGTG Missense_Mutation",
                        "171410751 171410752 DNP AC TG Missense_Mutation",
                        "171410761 171410763 DEL ACT TG Frame_Shift_Del",
                        "171410771 171410774 DEL ACTG T In_Frame_Del");
        rows.forEach(PortalRules::check);
    }

    @ParameterizedTest
    @CsvSource({
        "stop_gained,Nonsense_Mutation",
        "splice_donor_variant,Splice_Site",
        "splice_region_variant&synonymous_variant,Splice_Region",
        "start_lost,Translation_Start_Site",
        "stop_lost,Nonstop_Mutation",
        "stop_retained_variant,Silent",
        "5_prime_UTR_variant,5'UTR",
        "3_prime_UTR_variant,3'UTR",
        "non_coding_transcript_exon_variant,RNA",
        "upstream_gene_variant,5'Flank",
        "downstream_gene_variant,3'Flank",
        "intergenic_variant,IGR",
        "regulatory_region_variant,IGR",
        "coding_sequence_variant,Missense_Mutation",
        "TFBS_ablation,Targeted_Region",
        "'',Unknown"
    })
    void termsOfTheSequenceOntologyAreWordsOfMaf(String terms, String word) throws IOException {
        assertThat(written(record(171410539, "C", "T", "1|" + terms + "|NPM1"))
                        .getFirst()
                        .raw("Variant_Classification"))
                .isEqualTo(word);
    }

    @Test
    void whatTheAnnotationDoesNotKnowIsLeftOutOrCalledUnknown() throws IOException {
        Path vcf = Files.writeString(
                folder.resolve("bare.vcf"),
                "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=156040895>\n"
                        + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tP1\n"
                        + "chrX\t100\trs5;COSV1\tA\tG\t.\tweak\t.\tGT:AF\t0/1:0.25\n"
                        + "chrX\t200\t.\tA\t<DUP>\t.\tPASS\t.\tGT\t0/1\n");
        Path maf = folder.resolve("bare.maf");
        MafSink.writeRecords(maf, convert(vcf, "P1", Map.of()));
        assertThat(rows(maf)).singleElement().satisfies(row -> {
            PortalRules.check(row);
            assertThat(row.raw("Hugo_Symbol")).isEqualTo("Unknown");
            assertThat(row.raw("Variant_Classification")).isEqualTo("Unknown");
            assertThat(row.raw("Chromosome")).isEqualTo("X");
            assertThat(row.raw("dbSNP_RS")).isEqualTo("rs5");
            assertThat(row.raw("t_vaf")).isEqualTo("0.25");
            assertThat(row.raw("FILTER")).isEqualTo("weak");
            assertThat(row.raw("Entrez_Gene_Id") + row.raw("t_alt_count") + row.raw("HGVSp"))
                    .isEmpty();
        });
        MafRecord record = MafSource.readRecords(maf).getFirst();
        assertThat(record.call().gene()).isEmpty();
        assertThat(record.classification()).isEmpty();
    }

    @Test
    void entrezNumbersComeFromTheAnnotationThenFromTheTable() {
        assertThat(entrez("|7157|", Map.of("NPM1", 4869))).hasValue(7157);
        assertThat(entrez("|ENSG00000181163|", Map.of("NPM1", 4869))).hasValue(4869);
        assertThat(entrez("||", Map.of("FLT3", 2322))).isEmpty();
    }

    private OptionalInt entrez(String gene, Map<String, Integer> table) {
        try {
            Path vcf = write(record(171410539, "C", "T", "1|missense_variant|NPM1" + gene));
            return convert(vcf, "P1", table).getFirst().entrezGene();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void linesReadBackAndAreWrittenAgainAsTheyWere() throws IOException {
        Path vcf = write(
                record(
                        171410539,
                        "C",
                        "CTCTG",
                        "1|frameshift_variant|NPM1|ENSG1|ENST1|protein_coding|11/11|ENST1.4:c.860_863dup|ENSP1.1:p.Trp288CysfsTer12"),
                record(171410600, "C", "G", "1|splice_donor_variant|NPM1|||||ENST1.4:c.847-1C>G"),
                record(171410601, "C", "G", ""));
        List<MafRecord> records = convert(vcf, "P1", Map.of("NPM1", 4869));
        assertThat(records)
                .extracting(record -> record.call().hgvsP().orElse("-"))
                .containsExactly("p.W288Cfs*12", "p.X283_splice", "-");
        Path first = folder.resolve("first.maf");
        Path second = folder.resolve("second.maf");
        MafSink.writeRecords(first, records);
        List<MafRecord> back = MafSource.readRecords(first);
        MafSink.writeRecords(second, back);
        assertThat(second).hasSameTextualContentAs(first);
        assertThat(MafSource.readRecords(second)).isEqualTo(back);
        // Only the base before an insertion is lost on the way.
        assertThat(back.getFirst().call().variant().alt()).isEqualTo("NTCTG");
        assertThat(back.get(1)).isEqualTo(records.get(1));
    }

    @Test
    @Tag("real-data")
    void mafsOfOthersReadBackFromWhatIsWritten() {
        for (String file : List.of("data/cohort/tcga_laml.maf.gz", "data/variants/maf/test_b38_output.maf")) {
            List<MafRecord> records = MafSource.readRecords(SharedData.require(file));
            Path copy = folder.resolve("copy.maf");
            MafSink.writeRecords(copy, records);
            assertThat(MafSource.readRecords(copy)).as(file).isEqualTo(records);
            assertThat(rows(copy)).allSatisfy(PortalRules::check);
        }
    }

    @Test
    void anInsertionBeforeTheFirstBaseHasNoPlace() {
        assertThatThrownBy(() -> MafAlleles.of(new Variant("1", 1, "A", "GA")))
                .isInstanceOf(InvalidValueException.class);
    }

    private static Map<String, Integer> entrezOf(List<TableRow> rows) {
        Map<String, Integer> numbers = new HashMap<>();
        rows.forEach(
                row -> numbers.put(row.raw("Hugo_Symbol"), (int) row.integer("Entrez_Gene_Id", 1, Integer.MAX_VALUE)));
        return numbers;
    }

    private static List<MafRecord> convert(Path vcf, String sample, Map<String, Integer> entrez) {
        VcfSource source = VcfSource.open(vcf);
        assertThat(source.assembly()).isEqualTo(Assembly.GRCH38);
        Optional<String> normal = source.normalSample();
        return new VcfToMaf(new VcfToMaf.Samples(sample, normal, Optional.empty()), source.assembly(), entrez)
                .records(source.readAnnotated(sample, normal));
    }

    private static String known(TableRow row, String column) {
        String cell = row.raw(column);
        return cell.equals(".") ? "" : cell;
    }

    private static List<TableRow> rows(Path maf) {
        List<TableRow> rows = new ArrayList<>();
        try (TableSource source = TableSource.open(maf, TableFormat.TSV_WITH_COMMENTS, TableLimits.BY_PROGRAM)) {
            source.forEach(rows::add);
        }
        return rows;
    }

    private List<TableRow> written(String... records) throws IOException {
        Path maf = folder.resolve("written.maf");
        MafSink.writeRecords(maf, convert(write(records), "P1", Map.of()));
        return rows(maf);
    }

    private Path write(String... records) throws IOException {
        String columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tP1\n";
        return Files.writeString(
                folder.resolve("in.vcf"),
                HEADER + columns + String.join("", Stream.of(records).toList()));
    }

    private static String record(int position, String ref, String alt, String csq) {
        String info = csq.isEmpty() ? "." : "CSQ=" + csq;
        return "chr5\t" + position + "\t.\t" + ref + "\t" + alt + "\t.\tPASS\t" + info + "\tGT:AD:DP\t0/1:60,40:100\n";
    }
}
