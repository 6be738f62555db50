package org.marrow.io.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.testing.CutAndFlip;
import org.marrow.io.testing.SamtoolsPrograms;

class VcfRoundTripTest {
    private static final AssessedGenes UNSTATED = new AssessedGenes.Unstated();

    private static final VariantCall NPM1 = call(
            new Variant("chr5", 171410539, "C", "CTCTG"),
            Consequence.FRAMESHIFT,
            "NPM1",
            "c.860_863dup",
            "p.W288Cfs*12",
            "NM_002520.7");
    private static final VariantCall SILENT = call(
            new Variant("chr13", 28018505, "C", "T"),
            Consequence.SYNONYMOUS,
            "FLT3",
            "c.2503G>A",
            "p.D835=",
            "NM_004119.3");
    private static final VariantCall BARE = new VariantCall(
            new Variant("chr2", 25234373, "C", "<DUP>"),
            Optional.empty(),
            Consequence.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.of(3),
            OptionalDouble.empty(),
            List.of("germline", "weak_evidence"));

    @TempDir
    Path folder;

    @Test
    void oneSampleComesBackTheSameFromTextAndFromBgzf() {
        SampleVariants sample = new SampleVariants("AML-001", Assembly.GRCH38, UNSTATED, List.of(BARE, NPM1, SILENT));
        for (String name : List.of("a.vcf", "a.vcf.gz")) {
            Path file = folder.resolve(name);
            VcfSink.write(file, List.of(sample), VcfSink.Options.none());
            VcfSource source = VcfSource.open(file);
            assertThat(source.assembly()).isEqualTo(Assembly.GRCH38);
            assertThat(source.sampleNames()).containsExactly("AML-001");
            assertThat(source.read(UNSTATED)).isEqualTo(sample);
        }
    }

    @Test
    void severalSamplesKeepTheirOwnCallsAndFilters() {
        SampleVariants first = new SampleVariants("first", Assembly.GRCH37, UNSTATED, List.of(BARE, NPM1));
        SampleVariants second = new SampleVariants("second", Assembly.GRCH37, UNSTATED, List.of(NPM1, SILENT));
        Path file = folder.resolve("both.vcf.gz");
        VcfSink.write(file, List.of(first, second), VcfSink.Options.none());
        VcfSource source = VcfSource.open(file);
        assertThat(source.read("first", UNSTATED)).isEqualTo(first);
        assertThat(source.read("second", UNSTATED)).isEqualTo(second);
        assertThat(source.sites()).extracting(site -> site.variant().contig()).containsExactly("chr2", "chr5", "chr13");
    }

    @Test
    void sitesOfPanelContigsKeepTheirOrderAndAssembly() {
        VariantCall late =
                call(new Variant("FLT3", 90, "G", "A"), Consequence.MISSENSE, "FLT3", "c.1A>G", "p.X1Y", "T.1");
        VariantCall early =
                call(new Variant("NPM1", 7, "C", "CTCTG"), Consequence.FRAMESHIFT, "NPM1", "c.1A>G", "p.X1Y", "T.1");
        Path file = folder.resolve("markers.vcf");
        VcfSink.Options options = new VcfSink.Options(
                List.of(new ContigLength("NPM1", 300), new ContigLength("FLT3", 200)), Map.of("SYNTHETIC", "true"));
        VcfSink.writeSites(file, Assembly.OTHER, List.of(late, early), options);
        VcfSource source = VcfSource.open(file);
        assertThat(source.assembly()).isEqualTo(Assembly.OTHER);
        assertThat(source.sites()).extracting(VariantCall::variant).containsExactly(early.variant(), late.variant());
        assertThat(file).content().contains("##SYNTHETIC=true\n");
        assertThat(source.read(UNSTATED).name()).isEqualTo("markers");
    }

    @Test
    void theOrderOfTheInputAndTheLocaleDoNotChangeAByte() throws IOException {
        Path one = folder.resolve("one.vcf.gz");
        Path other = folder.resolve("other.vcf.gz");
        VcfSink.write(one, List.of(sample(List.of(BARE, NPM1, SILENT))), VcfSink.Options.none());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            VcfSink.write(other, List.of(sample(List.of(SILENT, BARE, NPM1))), VcfSink.Options.none());
        } finally {
            Locale.setDefault(before);
        }
        assertThat(other).hasSameBinaryContentAs(one);
        assertThat(folder.resolve("other.vcf.gz.tbi")).hasSameBinaryContentAs(folder.resolve("one.vcf.gz.tbi"));
    }

    @Test
    void bcftoolsReadsTheFileAndItsIndex() throws IOException, InterruptedException {
        Path file = folder.resolve("a.vcf.gz");
        VcfSink.write(file, List.of(sample(List.of(BARE, NPM1, SILENT))), VcfSink.Options.none());
        String query = "%CHROM %POS %REF %ALT %FILTER %INFO/GENE [%GT %AD %DP]\n";
        assertThat(SamtoolsPrograms.run("bcftools", "query", "-f", query, file.toString()))
                .isEqualTo("""
                        chr2 25234373 C <DUP> germline;weak_evidence . 0/1 .,3 .
                        chr5 171410539 C CTCTG PASS NPM1 0/1 60,40 100
                        chr13 28018505 C T PASS FLT3 0/1 60,40 100
                        """);
        assertThat(SamtoolsPrograms.run("bcftools", "query", "-r", "chr5", "-f", "%POS\n", file.toString()))
                .isEqualTo("171410539\n");
    }

    @Test
    void bcfOfBcftoolsReadsAsTheVcfThatItCameFrom() throws IOException, InterruptedException {
        Path vcf = folder.resolve("a.vcf");
        Path bcf = folder.resolve("a.bcf");
        // 0.4 has no exact 32-bit form, which is what BCF keeps.
        SampleVariants sample = sample(List.of(BARE, NPM1, SILENT));
        VcfSink.write(vcf, List.of(sample), VcfSink.Options.none());
        SamtoolsPrograms.run("bcftools", "view", "--no-version", "-Ob", "-o", bcf.toString(), vcf.toString());
        assertThat(VcfSource.open(bcf).read(UNSTATED))
                .isEqualTo(VcfSource.open(vcf).read(UNSTATED));
        assertThat(VcfSource.open(bcf).assembly()).isEqualTo(Assembly.GRCH38);
    }

    @Test
    void aFailedWriteLeavesNothing() {
        Path file = folder.resolve("a.vcf.gz");
        SampleVariants twice = sample(List.of(NPM1, NPM1));
        assertThatThrownBy(() -> VcfSink.write(file, List.of(twice), VcfSink.Options.none()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("each variant once");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfOneAssemblyIsNotMixedWithAnother() {
        SampleVariants one = new SampleVariants("one", Assembly.GRCH37, UNSTATED, List.of(NPM1));
        SampleVariants other = new SampleVariants("other", Assembly.GRCH38, UNSTATED, List.of(NPM1));
        assertThatThrownBy(() -> VcfSink.write(folder.resolve("a.vcf"), List.of(one, other), VcfSink.Options.none()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("assembly");
    }

    @Test
    void everyCutOfABgzfFileIsRefused() throws IOException {
        Path whole = folder.resolve("whole.vcf.gz");
        VcfSink.write(whole, List.of(sample(manyCalls(3000))), VcfSink.Options.none());
        CutAndFlip cut = new CutAndFlip(Files.readAllBytes(whole), folder.resolve("cut.vcf.gz"));
        assertThat(cut.blocks()).isGreaterThan(4);
        cut.everyBlockAndRandomBytes(300, 11, this::readAll);
    }

    @Test
    void everyFlippedBitIsRefusedOrHarmless() throws IOException {
        Path whole = folder.resolve("whole.vcf.gz");
        VcfSink.write(whole, List.of(sample(manyCalls(60))), VcfSink.Options.none());
        CutAndFlip flip = new CutAndFlip(Files.readAllBytes(whole), folder.resolve("flipped.vcf.gz"));
        flip.flips(2000, 12, this::readAll, 60);
    }

    private static List<VariantCall> manyCalls(int count) {
        List<VariantCall> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Variant variant = new Variant("chr1", 1000 + i * 7, "A", "G");
            calls.add(call(variant, Consequence.MISSENSE, "GENE" + i * 31 % 977, "c.1A>G", "p.X1Y", "T.1"));
        }
        return calls;
    }

    private int readAll(Path file) {
        return VcfSource.open(file).read(UNSTATED).calls().size();
    }

    private static SampleVariants sample(List<VariantCall> calls) {
        return new SampleVariants("AML-001", Assembly.GRCH38, UNSTATED, calls);
    }

    private static VariantCall call(
            Variant variant, Consequence consequence, String gene, String hgvsC, String hgvsP, String transcript) {
        return new VariantCall(
                variant,
                Optional.of(gene),
                consequence,
                Optional.of(hgvsC),
                Optional.of(hgvsP),
                Optional.of(transcript),
                OptionalInt.of(100),
                OptionalInt.of(40),
                OptionalDouble.of(0.375),
                List.of());
    }
}
