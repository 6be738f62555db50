package org.marrow.io.vcf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.UserException;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.guard.BgzfFiles;
import org.marrow.io.guard.BgzfInput;
import org.marrow.io.testing.SamtoolsPrograms;

class VcfSourceTest {
    private static final AssessedGenes UNSTATED = new AssessedGenes.Unstated();
    private static final String HEADER = "##fileformat=VCFv4.2\n";
    private static final String CSQ =
            "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl"
                    + " VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp|CANONICAL|MANE_SELECT|PICK\">\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // FORMAT, sample, depth, alternate reads, fraction; how each caller writes 20 of 100 reads
                "GT:AD:AF:DP 0/1:80,20:0.21:100 100 20 0.21", // Mutect2
                "GT:GQ:DP:AD:VAF 0/1:9:100:80,20:0.2 100 20 0.2", // DeepVariant
                "GT:GQ:DP:RD:AD:FREQ 0/1:9:100:80:20:20% 100 20 0.2", // VarScan
                "GT:GQ:DP:RD:AD:FREQ 0/1:9:100:80:20:20,5% 100 20 0.205", // VarScan, decimal comma
                "GT:DP:RO:AO 0/1:100:80:20 100 20 0.2", // freebayes
                "GT:RO:AO 0/1:80:20 100 20 0.2", // freebayes without DP
                "GT:DP:VD:AD:AF 0/1:100:20:80,20:0.2 100 20 0.2", // VarDict
                "GT:NR:NV 0/1:100:20 100 20 0.2", // Platypus
                "DP:AU:CU:GU:TU 100:80,81:0,0:0,0:20,21 100 20 0.2", // Strelka
                "GT:AD 0/1:80,20 100 20 0.2",
                "GT:AD:DP 0/1:.,20:100 100 20 0.2",
                "GT:DP 0/1:100 100 - -",
                "GT:AF 0/1:0.25 - - 0.25",
                "GT 0/1 - - -"
            })
    void readsAndFractionComeFromTheKeysOfEachCaller(
            String format, String sample, String depth, String altReads, String vaf) throws IOException {
        VariantCall call = only(record("A", "T", ".", format, sample));
        assertThat(text(call.depth())).isEqualTo(depth);
        assertThat(text(call.altReads())).isEqualTo(altReads);
        assertThat(call.vaf().isPresent() ? String.valueOf(call.vaf().getAsDouble()) : "-")
                .isEqualTo(vaf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GT:AD:DP 0/1:80,120:100 AD.*at.most.100",
                "GT:AF 0/1:1.5 fraction.from.0.to.1",
                "GT:AD:DP 0/1:80,20,3:100 AD.with.2.values",
                "GT:FREQ 0/1:abc fraction.from.0.to.1"
            })
    void valuesThatContradictEachOtherAreRefused(String format, String sample, String expected) throws IOException {
        // The order of words in the message is expected, then found.
        String lastWords = expected.replace("AD.*", "");
        assertThatThrownBy(() -> only(record("A", "T", ".", format, sample)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 3, column S1")
                .hasMessageMatching(".*" + lastWords + ".*");
    }

    @Test
    void theSampleMustCarryTheAllele() throws IOException {
        Path file = write(HEADER + columns("S1", "S2")
                + "1\t10\t.\tA\tT,G\t.\tPASS\t.\tGT:AD\t0/2:5,0,6\t1/2:0,4,5\n"
                + "1\t20\t.\tA\tT\t.\tPASS\t.\tGT:AD\t0/0:9,1\t./.:.\n");
        VcfSource source = VcfSource.open(file);
        assertThat(source.read("S1", UNSTATED).calls())
                .extracting(call -> call.variant().alt())
                .containsExactly("G");
        assertThat(source.read("S2", UNSTATED).calls())
                .extracting(call -> call.variant().alt())
                .containsExactly("T", "G");
        assertThat(source.sites()).hasSize(3);
        assertThat(source.read("S1", UNSTATED).calls().get(0).altReads()).hasValue(6);
    }

    @Test
    void withoutGenotypeAnAlleleCountsUnlessNothingSpeaksForIt() throws IOException {
        Path file = write(HEADER + columns("S1")
                + "1\t10\t.\tA\tT\t.\tPASS\t.\tDP:TU\t30:3,3\n"
                + "1\t20\t.\tA\tT\t.\tPASS\t.\tDP:TU\t30:0,0\n"
                + "1\t30\t.\tA\tT\t.\tPASS\t.\tDP\t30\n");
        assertThat(VcfSource.open(file).read(UNSTATED).calls())
                .extracting(call -> call.variant().position())
                .containsExactly(10, 30);
    }

    @Test
    void allelesThatStandForNoVariantAreLeftOut() throws IOException {
        Path file = write(HEADER + columns("S1")
                + "1\t0\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\n"
                + "1\t10\t.\tA\t.\t.\tPASS\t.\tGT\t0/0\n"
                + "1\t20\t.\tA\t*,<NON_REF>,T\t.\tPASS\t.\tGT\t1/3\n"
                + "1\t30\t.\ta\tt\t.\tPASS\t.\tGT\t0/1\n");
        List<VariantCall> calls = VcfSource.open(file).read(UNSTATED).calls();
        assertThat(calls).extracting(call -> call.variant().describe()).containsExactly("1:20 A>T", "1:30 A>T");
    }

    @Test
    void filtersOfTheRecordAndOfTheSampleAreKept() throws IOException {
        Path file = write(HEADER + columns("S1")
                + "1\t10\t.\tA\tT\t.\tgermline;PASS\t.\tGT:FT\t0/1:LowQual;germline\n"
                + "1\t20\t.\tA\tT\t.\tPASS\t.\tGT:FT\t0/1:PASS\n");
        assertThat(VcfSource.open(file).read(UNSTATED).calls())
                .extracting(VariantCall::filters)
                .containsExactly(List.of("germline", "LowQual"), List.of());
    }

    @Test
    void theTumourIsReadWhereNoNameIsGiven() throws IOException {
        String record = "1\t10\t.\tA\tT\t.\tPASS\t.\tGT\t0/0\t0/1\n";
        Path byHeader = write(HEADER + "##tumor_sample=P2\n##normal_sample=P1\n" + columns("P1", "P2") + record);
        assertThat(VcfSource.open(byHeader).read(UNSTATED).name()).isEqualTo("P2");
        Path byName = write(HEADER + columns("NORMAL", "TUMOR") + record);
        assertThat(VcfSource.open(byName).read(UNSTATED).name()).isEqualTo("TUMOR");
        Path unclear = write(HEADER + columns("P1", "P2") + record);
        assertThatThrownBy(() -> VcfSource.open(unclear).read(UNSTATED))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessageContaining("P1, P2");
        assertThatThrownBy(() -> VcfSource.open(unclear).read("P3", UNSTATED))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no sample P3");
    }

    @Test
    void theManeTranscriptSpeaksForItsGeneAndTheMostSevereGeneForTheVariant() throws IOException {
        String csq = String.join(
                ",",
                "T|stop_gained|KIT|NM_9.1|NM_9.1:c.9A>T|NP_9.1:p.Lys3Ter|||",
                "T|missense_variant&splice_region_variant|KIT|NM_1.2|NM_1.2:c.2447A>T|NP_1.1:p.Asp816Val||NM_1.2|",
                "T|downstream_gene_variant|OTHER|NM_5.5|||YES|NM_5.5|1");
        VariantCall call = only(HEADER + CSQ, record("A", "T", "CSQ=" + csq, "GT", "0/1"));
        assertThat(call.gene()).hasValue("KIT");
        assertThat(call.consequence()).isEqualTo(Consequence.MISSENSE);
        assertThat(call.hgvsC()).hasValue("c.2447A>T");
        assertThat(call.hgvsP()).hasValue("p.D816V");
        assertThat(call.transcript()).hasValue("NM_1.2");
    }

    @Test
    void eachAlleleHasItsOwnAnnotation() throws IOException {
        // VEP writes an insertion without the base before it.
        String csq = String.join(
                ",",
                "CTG|frameshift_variant|NPM1|NM_2.7|NM_2.7:c.860_863dup|NP_2.1:p.Trp288CysfsTer12|||",
                "-|inframe_deletion|NPM1|NM_2.7|NM_2.7:c.1_3del|NP_2.1:p.Leu1del|||");
        Path file = write(HEADER + CSQ + columns("S1") + "5\t10\t.\tCA\tC,CCTG\t.\tPASS\tCSQ=" + csq + "\tGT\t1/2\n");
        List<VariantCall> calls = VcfSource.open(file).read(UNSTATED).calls();
        assertThat(calls)
                .extracting(VariantCall::hgvsP)
                .containsExactly(Optional.of("p.L1del"), Optional.of("p.W288Cfs*12"));
    }

    @Test
    void snpEffIsReadByItsFixedFields() throws IOException {
        String ann = "T|missense_variant|MODERATE|IDH2|ENSG1|transcript|NM_002168.4|protein_coding|4/11"
                + "|c.419G>A|p.Arg140Gln|530/1842||140/452||,T|intron_variant|MODIFIER|X|E2|transcript|NM_3|a||c.1-5A>T|||||";
        VariantCall call = only(record("A", "T", "ANN=" + ann, "GT", "0/1"));
        assertThat(call.label()).isEqualTo("IDH2 p.R140Q");
        assertThat(call.consequence()).isEqualTo(Consequence.MISSENSE);
        assertThat(call.transcript()).hasValue("NM_002168.4");
    }

    @Test
    void annotationWhoseFieldsNobodyNamesIsRefused() {
        assertThatThrownBy(() -> only(record("A", "T", "CSQ=T|missense_variant|KIT", "GT", "0/1")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("Format of CSQ");
    }

    @Test
    void withoutAnnotationNothingIsClaimed() throws IOException {
        VariantCall call = only(record("A", "T", "GENE=FLT3_ENST0001;DP=4", "GT", "0/1"));
        assertThat(call.gene()).isEmpty();
        assertThat(call.consequence()).isEqualTo(Consequence.UNKNOWN);
        assertThat(call.consequence().altersProtein()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "p.Trp288CysfsTer12, p.W288Cfs*12",
        "NP_1.1:p.(Asp816Val), p.D816V",
        "ENSP1.2:p.Ter110GlnextTer17, p.*110Qext*17",
        "p.Leu287=, p.L287=",
        "p.Phe594_Asp600dup, p.F594_D600dup",
        "p.W288Cfs*12, p.W288Cfs*12",
        "p.Met1?, p.M1?"
    })
    void proteinNamesAreBroughtToOneLetter(String written, String expected) {
        assertThat(HgvsText.protein(written)).hasValue(expected);
    }

    @Test
    void percentEncodingIsItsOwnInverse() {
        String text = "p.L287=; 100% a,b:c ü";
        assertThat(HgvsText.encodePercent(text)).doesNotContain(";", "=", ",", " ", ":");
        assertThat(HgvsText.decodePercent(HgvsText.encodePercent(text))).isEqualTo(text);
        assertThat(HgvsText.decodePercent("100% 5%zz %3D")).isEqualTo("100% 5%zz =");
    }

    @Test
    void theAssemblyComesFromLengthsThenFromNames() throws IOException {
        Map<String, Assembly> cases = Map.of(
                "##contig=<ID=chr1,length=248956422>\n", Assembly.GRCH38,
                "##contig=<ID=1,length=249250621>\n", Assembly.GRCH37,
                "##contig=<ID=NPM1,length=300>\n", Assembly.OTHER,
                "##contig=<ID=1>\n", Assembly.UNKNOWN,
                "##reference=file:///refs/hg19.fa\n", Assembly.GRCH37,
                "##reference=GRCh38.d1.vd1.fa\n", Assembly.GRCH38,
                "##reference=/lifted/hg19ToHg38/x.fa\n", Assembly.UNKNOWN,
                "##contig=<ID=1,assembly=b37,length=249250621>\n##reference=hs37d5.fa\n", Assembly.GRCH37,
                "", Assembly.UNKNOWN);
        for (Map.Entry<String, Assembly> each : cases.entrySet()) {
            Path file = write(HEADER + each.getKey() + columns("S1"));
            assertThat(VcfSource.open(file).assembly()).as(each.getKey()).isEqualTo(each.getValue());
        }
    }

    @Test
    void aHeaderThatNamesTwoAssembliesIsRefused() throws IOException {
        for (String lines : List.of(
                "##contig=<ID=1,length=249250621>\n##contig=<ID=2,length=242193529>\n",
                "##contig=<ID=chr1,length=248956422>\n##reference=hg19.fa\n",
                "##reference=hg19.fa\n##contig=<ID=1,assembly=GRCh38>\n")) {
            Path file = write(HEADER + lines + columns("S1"));
            assertThatThrownBy(() -> VcfSource.open(file)).as(lines).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void aFileWithoutGenotypesIsCalledByItsOwnName() throws IOException {
        Path file = Files.writeString(
                folder.resolve("AML-7.vcf"),
                HEADER + String.join("\t", VcfHeader.FIXED_COLUMNS) + "\n1\t10\t.\tA\tT\t.\tPASS\t.\n");
        assertThat(VcfSource.open(file).read(UNSTATED).name()).isEqualTo("AML-7");
        assertThat(VcfSource.open(file).read(UNSTATED).calls()).hasSize(1);
    }

    @Test
    void filesOfAnotherKindAreCalledByTheirName() throws IOException {
        Path bam = Files.write(folder.resolve("x.vcf.gz"), BgzfFiles.bgzf("BAM\1\0\0\0\0".getBytes(US_ASCII), 100));
        assertThatThrownBy(() -> VcfSource.open(bam))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("found a BAM file");
        Path empty = Files.createFile(folder.resolve("empty.vcf"));
        assertThatThrownBy(() -> VcfSource.open(empty))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("an empty file");
        Path emptyGzip = Files.createFile(folder.resolve("empty.vcf.gz"));
        assertThatThrownBy(() -> VcfSource.open(emptyGzip)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> VcfSource.open(folder.resolve("absent.vcf")))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    @Test
    void contigsOfGrch38AreTakenWithTheirStarsAndColons() throws IOException {
        Path file = write(HEADER + "##contig=<ID=HLA-A*01:01:01:01,length=3503>\n" + columns("S1")
                + "HLA-A*01:01:01:01\t10\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\n");
        assertThat(VcfSource.open(file).read(UNSTATED).calls().get(0).variant().contig())
                .isEqualTo("HLA-A*01:01:01:01");
    }

    @Test
    void aPositionBeyondItsContigIsRefused() throws IOException {
        String contig = "##contig=<ID=1,length=100>\n";
        assertThat(only(HEADER + contig, "1\t100\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\n")
                        .variant()
                        .position())
                .isEqualTo(100);
        assertThatThrownBy(() -> only(HEADER + contig, "1\t102\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 4, column POS");
    }

    @Test
    void anythingMayBeWrittenIntoATextAndNothingButOurErrorComesOut() throws IOException {
        String text =
                HEADER + CSQ + "##contig=<ID=1,length=1000>\n##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"d\">\n"
                        + columns("S1", "TUMOR")
                        + "1\t10\t.\tA\tT,G\t30\tPASS\tDP=5;CSQ=T|missense_variant|KIT|N|N:c.1A>T|P:p.Lys1Ter|YES|N|1\tGT:AD:AF\t0/1:5,3,1:0.1,0.2\t1/2:0,3,4:0.3,0.4\n"
                        + "1\t20\t.\tAC\t<DEL>\t.\tq10\tEND=40\tGT\t0/1\t1|1\n";
        byte[] whole = text.getBytes(US_ASCII);
        Random random = new Random(41);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = whole.clone();
            for (int e = random.nextInt(3); e >= 0; e--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("mutated.vcf"), bytes);
            try {
                VcfSource.open(file).read("TUMOR", UNSTATED);
            } catch (UserException refusal) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void anythingMayBeWrittenIntoABcfAndNothingButOurErrorComesOut() throws IOException, InterruptedException {
        String text = HEADER + "##contig=<ID=1,length=1000>\n##INFO=<ID=DP,Number=1,Type=Integer,Description=\"d\">\n"
                + "##FILTER=<ID=PASS,Description=\"p\">\n##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n"
                + "##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"d\">\n"
                + columns("S1", "S2")
                + "1\t10\t.\tA\tT,G\t30\tPASS\tDP=5\tGT:AD\t0/1:5,3,1\t1/2:0,3,400\n"
                + "1\t20\tid7\tAC\t<DEL>\t.\tPASS\tDP=70000\tGT\t0/1\t1|1\n";
        Path vcf = write(text);
        Path bcf = folder.resolve("x.bcf");
        SamtoolsPrograms.run("bcftools", "view", "--no-version", "-Ob", "-o", bcf.toString(), vcf.toString());
        assertThat(VcfSource.open(bcf).read("S2", UNSTATED))
                .isEqualTo(VcfSource.open(vcf).read("S2", UNSTATED));
        byte[] content;
        try (BgzfInput in = BgzfInput.open(bcf)) {
            content = in.readAllBytes();
        }
        Random random = new Random(42);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = content.clone();
            for (int e = random.nextInt(3); e >= 0; e--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("mutated.bcf"), BgzfFiles.bgzf(bytes, 60000));
            try {
                VcfSource.open(file).read("S2", UNSTATED);
            } catch (UserException refusal) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private VariantCall only(String record) throws IOException {
        return only(HEADER, record);
    }

    private VariantCall only(String header, String record) throws IOException {
        List<VariantCall> calls = VcfSource.open(write(header + columns("S1") + record))
                .read(UNSTATED)
                .calls();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static String record(String ref, String alt, String info, String format, String sample) {
        return String.join("\t", "1", "10", ".", ref, alt, ".", "PASS", info, format, sample) + "\n";
    }

    private static String columns(String... samples) {
        return String.join("\t", VcfHeader.FIXED_COLUMNS) + "\tFORMAT\t" + String.join("\t", samples) + "\n";
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file.vcf"), text);
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? String.valueOf(value.getAsInt()) : "-";
    }
}
