package org.marrow.io.maf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;

class MafSourceTest {
    private static final AssessedGenes EXOME = new AssessedGenes.Exome();
    private static final String HEADER = "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tVariant_Classification"
            + "\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tTumor_Sample_Barcode";

    @TempDir
    Path folder;

    @Test
    void readsAVariantOfEachSample() throws IOException {
        Path file = write(
                "#version 2.4\n" + HEADER + "\tHGVSc\tHGVSp_Short\tTranscript_ID\tt_depth\tt_alt_count\tFILTER",
                "DNMT3A\tGRCh38\tchr2\t25234373\tMissense_Mutation\tC\tC\tT\tS2\tENST1.2:c.2645G>A\tp.R882H\tENST1.2\t200\t84\tPASS",
                "FLT3\tGRCh38\tchr13\t28018505\tMissense_Mutation\tC\tC\tA\tS1\t.\t\tNA\t\t.\tweak;strand");
        SortedMap<String, SampleVariants> samples = MafSource.read(file, EXOME);
        assertThat(samples.keySet()).containsExactly("S1", "S2");
        assertThat(samples.get("S2"))
                .isEqualTo(new SampleVariants(
                        "S2",
                        Assembly.GRCH38,
                        EXOME,
                        List.of(new VariantCall(
                                new Variant("chr2", 25234373, "C", "T"),
                                Optional.of("DNMT3A"),
                                Consequence.MISSENSE,
                                Optional.of("c.2645G>A"),
                                Optional.of("p.R882H"),
                                Optional.of("ENST1.2"),
                                OptionalInt.of(200),
                                OptionalInt.of(84),
                                OptionalDouble.of(0.42),
                                List.of()))));
        VariantCall bare = samples.get("S1").calls().getFirst();
        assertThat(bare.hgvsC()).isEmpty();
        assertThat(bare.hgvsP()).isEmpty();
        assertThat(bare.transcript()).isEmpty();
        assertThat(bare.depth()).isEmpty();
        assertThat(bare.vaf()).isEmpty();
        assertThat(bare.filters()).containsExactly("weak", "strand");
    }

    @ParameterizedTest
    @CsvSource({
        "100,A,A,G,100,A,G",
        "100,-,-,TG,100,N,NTG",
        "100,CA,CA,-,99,NCA,N",
        "2,C,C,-,1,NC,N",
        "100,AC,AC,G,100,AC,G",
        "100,AC,AC,TT,100,AC,TT",
        "100,A,G,A,100,A,G",
        "100,a,a,g,100,A,G",
    })
    void allelesAreWrittenAsVcfWritesThem(
            int start, String reference, String first, String second, int position, String ref, String alt)
            throws IOException {
        VariantCall call = only("G\t37\t1\t" + start + "\tSilent\t" + reference + "\t" + first + "\t" + second + "\tS");
        assertThat(call.variant()).isEqualTo(new Variant("1", position, ref, alt));
    }

    @ParameterizedTest
    @CsvSource({
        "Missense_Mutation,MISSENSE",
        "Frame_Shift_Del,FRAMESHIFT",
        "Frame_Shift_Ins,FRAMESHIFT",
        "In_Frame_Del,INFRAME_DELETION",
        "In_Frame_Ins,INFRAME_INSERTION",
        "Nonsense_Mutation,STOP_GAINED",
        "Nonstop_Mutation,STOP_LOST",
        "Translation_Start_Site,START_LOST",
        "Splice_Site,SPLICE_SITE",
        "Splice_Region,SPLICE_REGION",
        "Silent,SYNONYMOUS",
        "3'UTR,UTR",
        "5'UTR,UTR",
        "Intron,INTRON",
        "Unknown,UNKNOWN",
        "IGR,OTHER",
        "RNA,OTHER",
        "SomethingNew,OTHER",
        "NA,UNKNOWN",
    })
    void classificationsAreConsequences(String classification, Consequence expected) throws IOException {
        assertThat(only("G\t37\t1\t5\t" + classification + "\tA\tA\tG\tS").consequence())
                .isEqualTo(expected);
    }

    @Test
    void aStatedFractionIsInPercentAndAStatedZeroIsUnknown() throws IOException {
        Path file = write(
                HEADER + "\tProtein_Change\ti_TumorVAF_WU\ti_transcript_name",
                "NPM1\t37\t5\t1\tFrame_Shift_Ins\t-\t-\tTCTG\tS\tp.W288fs\t45.66\tNM_002520.1",
                "NPM1\t37\t5\t2\tFrame_Shift_Ins\t-\t-\tTCTG\tS\tp.W288fs\t0\tNM_002520.1",
                "NPM1\t37\t5\t3\tFrame_Shift_Ins\t-\t-\tTCTG\tS\tp.W288fs\tNA\tNM_002520.1");
        List<VariantCall> calls = MafSource.read(file, EXOME).get("S").calls();
        assertThat(calls)
                .extracting(VariantCall::vaf)
                .containsExactly(OptionalDouble.of(0.4566), OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(calls.getFirst().hgvsP()).contains("p.W288fs");
        assertThat(calls.getFirst().transcript()).contains("NM_002520.1");
    }

    @ParameterizedTest
    @CsvSource({
        "37,GRCH37",
        "GRCh37,GRCH37",
        "hg19,GRCH37",
        "38,GRCH38",
        "GRCh38,GRCH38",
        "hg38,GRCH38",
        "36,OTHER",
        "'',UNKNOWN"
    })
    void buildsAreAssemblies(String build, Assembly expected) throws IOException {
        Path file = write(HEADER, "G\t" + build + "\t1\t5\tSilent\tA\tA\tG\tS");
        assertThat(MafSource.read(file, EXOME).get("S").assembly()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "37,23,X",
        "37,24,Y",
        "38,chr23,chrX",
        "38,chr24,chrY",
        "37,22,22",
        "37,X,X",
        "'',23,X",
        "mm10,23,23",
    })
    void numberedSexChromosomesGetTheirLetters(String build, String written, String expected) throws IOException {
        VariantCall call = only("G\t" + build + "\t" + written + "\t5\tSilent\tA\tA\tG\tS");
        assertThat(call.variant().contig()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // A fraction is believed from 0 to 1, percent from 0 to 100; reads go before both.
        "0.37,,,0.37",
        "1,,,1",
        ",37,,0.37",
        "0.37,50,,0.37",
        "0,,,-",
        "0.37,,40,0.4",
    })
    void theFractionComesFromReadsThenFromTheFractionThenFromPercent(
            String fraction, String percent, String altReads, String expected) throws IOException {
        Path file = write(
                HEADER + "\tt_vaf\ti_TumorVAF_WU\tt_alt_count\tt_depth",
                "G\t37\t1\t5\tSilent\tA\tA\tG\tS\t" + orEmpty(fraction) + "\t" + orEmpty(percent) + "\t"
                        + orEmpty(altReads) + "\t100");
        OptionalDouble vaf =
                MafSource.read(file, EXOME).get("S").calls().getFirst().vaf();
        assertThat(vaf)
                .isEqualTo(
                        expected.equals("-")
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Double.parseDouble(expected)));
    }

    @ParameterizedTest
    @CsvSource({"t_vaf,37,0 to 1", "tumor_f,1.01,0 to 1", "t_vaf,-0.1,0 to 1", "i_TumorVAF_WU,101,0 to 100"})
    void aPercentageWhereAFractionIsWantedIsRefusedWithItsLine(String column, String value, String range)
            throws IOException {
        Path file = write(
                HEADER + "\t" + column,
                "G\t37\t1\t5\tSilent\tA\tA\tG\tS\t0.5",
                "G\t37\t1\t6\tSilent\tA\tA\tG\tS\t" + value);
        assertThatThrownBy(() -> MafSource.read(file, EXOME))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 3, column " + column)
                .hasMessageContaining("a number from " + range)
                .hasMessageContaining("'" + value + "'");
    }

    private static String orEmpty(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void linesOfTwoBuildsAreRefused() throws IOException {
        Path mixed = write(HEADER, "G\t37\t1\t5\tSilent\tA\tA\tG\tS1", "G\tGRCh38\t1\t5\tSilent\tA\tA\tG\tS2");
        assertThatThrownBy(() -> MafSource.read(mixed, EXOME))
                .isInstanceOfSatisfying(FormatException.class, refusal -> {
                    assertThat(refusal.location()).isEqualTo(Location.column(3, "NCBI_Build"));
                    assertThat(refusal.expected()).isEqualTo("'37' as on line 2");
                });
        assertThatThrownBy(() -> MafSource.readSample(mixed, "S1", EXOME)).isInstanceOf(FormatException.class);
        Path twoNames = write(HEADER, "G\t37\t1\t5\tSilent\tA\tA\tG\tS1", "G\thg19\t1\t5\tSilent\tA\tA\tG\tS2");
        assertThat(MafSource.read(twoNames, EXOME)).hasSize(2);
        Path others = write(HEADER, "G\t36\t1\t5\tSilent\tA\tA\tG\tS1", "G\tmm10\t1\t5\tSilent\tA\tA\tG\tS2");
        assertThatThrownBy(() -> MafSource.read(others, EXOME)).isInstanceOf(FormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'G\t37\t1\t0\tSilent\tA\tA\tG\tS',Start_Position",
        "'G\t37\t1\tx\tSilent\tA\tA\tG\tS',Start_Position",
        "'G\t37\t1\t5\tSilent\tA\tA\tA\tS',Tumor_Seq_Allele2",
        "'G\t37\t1\t5\tSilent\tA\tA\t<DEL>1\tS',Tumor_Seq_Allele2",
        "'G\t37\t1\t5\tSilent\tQ\tQ\tA\tS',Tumor_Seq_Allele2",
        "'G\t37\t1\t1\tSilent\tA\tA\t-\tS',Start_Position",
        "'G\t37\t1\t5\tSilent\t\tA\tG\tS',Reference_Allele",
        "'G\t37\t\t5\tSilent\tA\tA\tG\tS',Chromosome",
        "'G\t37\t1\t5\tSilent\tA\tA\tG\t',Tumor_Sample_Barcode",
    })
    void aWrongCellIsNamed(String line, String column) throws IOException {
        Path file = write(HEADER, line);
        assertThatThrownBy(() -> MafSource.read(file, EXOME))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        refusal -> assertThat(refusal.location()).isEqualTo(Location.column(2, column)));
    }

    @Test
    void moreVariantReadsThanReadsAreRefused() throws IOException {
        String header = HEADER + "\tt_depth\tt_alt_count";
        String line = "G\t37\t1\t5\tSilent\tA\tA\tG\tS\t10\t";
        assertThat(MafSource.read(write(header, line + "10"), EXOME)
                        .get("S")
                        .calls()
                        .getFirst()
                        .vaf())
                .hasValue(1);
        Path file = write(header, line + "11");
        assertThatThrownBy(() -> MafSource.read(file, EXOME))
                .hasMessageContaining("column t_alt_count: expected a number from 0 to the depth, found '11'");
    }

    @Test
    void missingColumnsAreNamedTogether() throws IOException {
        Path file = write("Hugo_Symbol\tChromosome\tStart_position", "");
        assertThatThrownBy(() -> MafSource.read(file, EXOME))
                .hasMessageContaining("no column Tumor_Sample_Barcode, Start_Position, Variant_Classification")
                .hasMessageContaining("nearest name is 'Start_position'");
    }

    @Test
    void oneSampleIsReadAloneAndAnUnknownOneIsRefused() throws IOException {
        Path file = write(
                HEADER,
                "G\t37\t1\t5\tSilent\tA\tA\tG\tTCGA-AB-2802",
                "H\t37\t1\t6\tSilent\tA\tA\tG\tTCGA-AB-2803",
                "I\t37\t1\t7\tSilent\tA\tA\tG\tTCGA-AB-2802");
        assertThat(MafSource.readSample(file, "TCGA-AB-2802", EXOME))
                .isEqualTo(MafSource.read(file, EXOME).get("TCGA-AB-2802"));
        assertThatThrownBy(() -> MafSource.readSample(file, "TCGA-AB-2813", EXOME))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("none among 2 samples; did you mean 'TCGA-AB-2803'?");
    }

    @Test
    void theOrderOfLinesDoesNotMatter() throws IOException {
        List<String> lines = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            String contig = List.of("1", "2", "10", "X", "chr3").get(random.nextInt(5));
            lines.add("G" + random.nextInt(3) + "\t37\t" + contig + "\t" + (2 + random.nextInt(20)) + "\tSilent\tA\tA\t"
                    + "CGT".charAt(random.nextInt(3)) + "\tS" + random.nextInt(4));
        }
        SortedMap<String, SampleVariants> one = MafSource.read(write(HEADER, lines.toArray(String[]::new)), EXOME);
        Collections.shuffle(lines, random);
        assertThat(MafSource.read(write(HEADER, lines.toArray(String[]::new)), EXOME))
                .isEqualTo(one);
        assertThat(one.get("S0").calls().stream()
                        .map(call -> call.variant().contig())
                        .distinct())
                .containsExactly("1", "2", "chr3", "10", "X");
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Random random = new Random(11);
        List<VariantCall> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            calls.add(randomCall(random, i));
        }
        SampleVariants sample = new SampleVariants("S", Assembly.GRCH37, EXOME, calls);
        Path file = folder.resolve("out.maf");
        MafSink.write(file, List.of(sample));
        assertThat(MafSource.read(file, EXOME).get("S")).isEqualTo(sample);
    }

    @Test
    void symbolicAllelesCannotBeWritten() {
        VariantCall call = call(new Variant("1", 5, "A", "<DUP>"), Consequence.OTHER, OptionalDouble.empty());
        SampleVariants sample = new SampleVariants("S", Assembly.GRCH37, EXOME, List.of(call));
        assertThatThrownBy(() -> MafSink.write(folder.resolve("out.maf"), List.of(sample)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void samplesOfTwoAssembliesCannotBeWrittenTogether() {
        assertThatThrownBy(() -> MafSink.write(
                        folder.resolve("out.maf"),
                        List.of(
                                new SampleVariants("A", Assembly.GRCH37, EXOME, List.of()),
                                new SampleVariants("B", Assembly.GRCH38, EXOME, List.of()))))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    @Tag("real-data")
    void readsTcgaLamlWholeAndWritesItSoThatItReadsBack() {
        Path file = SharedData.require("data/cohort/tcga_laml.maf.gz");
        SortedMap<String, SampleVariants> samples = MafSource.read(file, EXOME);
        assertThat(samples).hasSize(193);
        assertThat(samples.values().stream()
                        .mapToInt(sample -> sample.calls().size())
                        .sum())
                .isEqualTo(2207);
        assertThat(samples.values()).allMatch(sample -> sample.assembly() == Assembly.GRCH37);
        // The file numbers X as 23.
        assertThat(samples.values().stream()
                        .flatMap(sample -> sample.calls().stream())
                        .filter(call -> call.variant().contig().equals("X")))
                .hasSize(108);
        VariantCall npm1 = samples.values().stream()
                .flatMap(sample -> sample.calls().stream())
                .filter(call -> call.gene().equals(Optional.of("NPM1")))
                .filter(call -> call.variant().alt().equals("NTCTG"))
                .findFirst()
                .orElseThrow();
        assertThat(npm1.consequence()).isEqualTo(Consequence.FRAMESHIFT);
        assertThat(npm1.variant().ref()).isEqualTo("N");
        Path copy = folder.resolve("copy.maf");
        MafSink.write(copy, List.copyOf(samples.values()));
        assertThat(MafSource.read(copy, EXOME)).isEqualTo(samples);
    }

    @Test
    @Tag("real-data")
    void readsWhatVcf2mafWrites() {
        Path file = SharedData.require("data/variants/maf/test_b38_output.maf");
        SortedMap<String, SampleVariants> samples = MafSource.read(file, EXOME);
        assertThat(samples.keySet()).containsExactly("TUMOR");
        SampleVariants tumour = samples.get("TUMOR");
        assertThat(tumour.assembly()).isEqualTo(Assembly.GRCH38);
        assertThat(tumour.calls()).hasSize(25);
        assertThat(tumour.calls())
                .filteredOn(call -> call.variant().position() == 34792292)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.hgvsP()).contains("p.L429R");
                    assertThat(call.hgvsC()).contains("c.1286T>G");
                    assertThat(call.depth()).hasValue(54);
                    assertThat(call.altReads()).hasValue(21);
                });
    }

    private VariantCall only(String line) throws IOException {
        return MafSource.read(write(HEADER, line), EXOME).get("S").calls().getFirst();
    }

    private Path write(String header, String... lines) throws IOException {
        return Files.writeString(folder.resolve("t.maf"), header + "\n" + String.join("\n", lines) + "\n");
    }

    private static VariantCall randomCall(Random random, int i) {
        String bases = "ACGT";
        String inserted = "TTAGC".substring(random.nextInt(4));
        char base = bases.charAt(random.nextInt(4));
        char other = bases.charAt((bases.indexOf(base) + 1) % 4);
        Variant variant =
                switch (random.nextInt(4)) {
                    case 0 -> new Variant("7", 10 + i, "N", "N" + inserted);
                    case 1 -> new Variant("7", 10 + i, "N" + inserted, "N");
                    case 2 -> new Variant("7", 10 + i, "" + base + base, "" + other + other + other);
                    default -> new Variant("7", 10 + i, "" + base, "" + other);
                };
        Consequence consequence = Consequence.values()[random.nextInt(Consequence.values().length)];
        return call(
                variant,
                consequence,
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(1 - random.nextDouble()));
    }

    private static VariantCall call(Variant variant, Consequence consequence, OptionalDouble vaf) {
        return new VariantCall(
                variant,
                Optional.of("GENE"),
                consequence,
                // MAF tells the two untranslated ends apart, and only the position knows them.
                Optional.of("c.-1A>G"),
                Optional.empty(),
                Optional.of("NM_1.2"),
                OptionalInt.empty(),
                OptionalInt.empty(),
                vaf,
                List.of("f1", "f2"));
    }
}
