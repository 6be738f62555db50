package org.marrow.variants.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.KnownVariant;
import org.marrow.core.variant.PopulationFrequency;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.variants.known.KnownMatch.By;

final class KnownVariantsTest {
    private static final KnownVariants ON_37 = new KnownVariants(BuiltInHotspots.read(), Assembly.GRCH37);
    private static final KnownVariants ON_38 = new KnownVariants(BuiltInHotspots.read(), Assembly.GRCH38);

    @Test
    void everyBuiltInHotspotIsFoundInBothAssembliesByItsPositionAndAllelesAlone() {
        List<KnownVariant> list = BuiltInHotspots.read();
        assertThat(list).hasSize(43);
        for (KnownVariant variant : list) {
            for (Assembly assembly : List.of(Assembly.GRCH37, Assembly.GRCH38)) {
                Variant at = new Variant(
                        "chr" + variant.contig(), variant.positions().get(assembly), variant.ref(), variant.alt());
                KnownVariants known = assembly == Assembly.GRCH37 ? ON_37 : ON_38;
                assertThat(known.match(call(at, null, Consequence.UNKNOWN, null)))
                        .as(variant.toString())
                        .hasValue(new KnownMatch(variant.gene(), variant.change(), By.ALLELE, variant.mark()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Another assembly's position, another base, a base beside it.
        "GRCH38,2,25457242,C,T,",
        "GRCH37,2,25234373,C,T,",
        "GRCH38,2,25234373,C,A,",
        "GRCH38,2,25234372,C,T,",
        "GRCH38,3,25234373,C,T,",
        // The same change in a longer record.
        "GRCH38,chr2,25234372,GC,GT,DNMT3A|R882H|ALLELE",
        "GRCH38,NC_000002.12,25234373,CG,TG,DNMT3A|R882H|ALLELE",
        // JAK2 lies at one position in both.
        "GRCH37,9,5073770,G,T,JAK2|V617F|ALLELE",
        "GRCH38,9,5073770,G,T,JAK2|V617F|ALLELE"
    })
    void positionAndAllelesAreThoseOfOneAssembly(
            Assembly assembly, String contig, int position, String ref, String alt, @Nullable String expected) {
        KnownVariants known = assembly == Assembly.GRCH37 ? ON_37 : ON_38;
        assertThat(known.match(call(new Variant(contig, position, ref, alt), null, Consequence.UNKNOWN, null))
                        .map(KnownMatch::describe)
                        .orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DNMT3A,p.R882H,DNMT3A|R882H|PROTEIN",
        "DNMT3A,p.(Arg882His),DNMT3A|R882H|PROTEIN",
        "RUNX1,p.Arg201Ter,RUNX1|R201*|PROTEIN",
        "DNMT3A,p.R882S,",
        "DNMT3B,p.R882H,",
        "DNMT3A,R882H,",
    })
    void theSameProteinChangeByOtherBasesIsKnownToo(String gene, String hgvsP, @Nullable String expected) {
        Variant elsewhere = new Variant("2", 7, "CG", "TA");
        assertThat(ON_38.match(call(elsewhere, gene, Consequence.MISSENSE, hgvsP))
                        .map(KnownMatch::describe)
                        .orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // NPM1 type A where VCF puts it, where a MAF of TCGA puts it, and another type elsewhere in the exon.
        "GRCH38,5,171410539,C,CTCTG,NPM1,FRAMESHIFT,p.W288Cfs*12,NPM1|last_exon_frameshift",
        "GRCH37,5,170837547,N,NTCTG,NPM1,FRAMESHIFT,p.W288fs,NPM1|last_exon_frameshift",
        "GRCH38,5,171410542,G,GCATG,NPM1,FRAMESHIFT,p.W288Cfs*12,NPM1|last_exon_frameshift",
        "GRCH38,5,171390000,C,CTCTG,NPM1,FRAMESHIFT,p.K100fs,",
        "GRCH38,5,171410539,C,CTC,NPM1,FRAMESHIFT,p.W288fs,",
        "GRCH38,5,171410539,C,T,NPM1,MISSENSE,p.W288C,",
        "GRCH37,13,28608250,T,TACGTAC,FLT3,INFRAME_INSERTION,p.F594_D600dup,FLT3|ITD",
        "GRCH38,13,28034113,T,TACGTAC,FLT3,INFRAME_INSERTION,p.F594_D600dup,FLT3|ITD",
        "GRCH37,13,28608250,T,TA,FLT3,FRAMESHIFT,p.F594fs,",
        "GRCH38,13,28018505,TAC,T,FLT3,FRAMESHIFT,p.D835fs,",
        "GRCH37,19,33792395,GTTG,G,CEBPA,INFRAME_DELETION,p.N307del,CEBPA|bZIP_in_frame",
        "GRCH37,19,33792395,GT,G,CEBPA,FRAMESHIFT,p.N307fs,",
        "GRCH37,19,33793000,GTTG,G,CEBPA,INFRAME_DELETION,p.N107del,",
        "GRCH37,19,13054627,A,ATTGTC,CALR,FRAMESHIFT,p.K385Nfs*47,CALR|exon9_frameshift",
        "GRCH38,19,12943813,A,ATTGTC,,UNKNOWN,,CALR|exon9_frameshift",
        "OTHER,target,13,A,ATTGTC,CALR,FRAMESHIFT,p.K385Nfs*47,CALR|exon9_frameshift",
        "OTHER,target,13,A,ATTGTC,CALR,FRAMESHIFT,p.K352fs,CALR|exon9_frameshift",
        "OTHER,target,13,A,ATTGTC,CALR,FRAMESHIFT,p.K351fs,",
        "GRCH38,19,12943813,A,AT,CALR,FRAMESHIFT,p.K385fs,",
        // Exon 9 ends, a base on each side.
        "GRCH37,19,13054526,A,ATTGTC,CALR,FRAMESHIFT,p.K351fs,",
        "GRCH37,19,13054527,A,ATTGTC,CALR,FRAMESHIFT,p.K352fs,CALR|exon9_frameshift",
        "GRCH37,19,13054726,A,ATTGTC,CALR,FRAMESHIFT,p.K418fs,CALR|exon9_frameshift",
        "GRCH37,19,13054727,A,ATTGTC,CALR,FRAMESHIFT,p.K418fs,"
    })
    void lesionsOfManyVariantsAreKnownByWhatTheyDo(
            Assembly assembly,
            String contig,
            int position,
            String ref,
            String alt,
            @Nullable String gene,
            Consequence consequence,
            @Nullable String hgvsP,
            @Nullable String expected) {
        KnownVariants known = new KnownVariants(BuiltInHotspots.read(), assembly);
        assertThat(known.match(call(new Variant(contig, position, ref, alt), gene, consequence, hgvsP))
                        .map(KnownMatch::describe)
                        .orElse(null))
                .isEqualTo(expected == null ? null : expected + "|CONSEQUENCE");
    }

    @Test
    void calrTypeOneIsKnownByItsDeletion() {
        String deleted = "A" + "C".repeat(52);
        assertThat(ON_37.match(call(
                        new Variant("19", 13054564, deleted, "A"), "CALR", Consequence.FRAMESHIFT, "p.L367Tfs*46")))
                .map(KnownMatch::change)
                .hasValue("exon9_frameshift");
    }

    @Test
    void aFilterDoesNotHideWhatACallIs() {
        VariantCall call =
                call(new Variant("5", 171410539, "C", "CTCTG"), "NPM1", Consequence.FRAMESHIFT, "p.W288Cfs*12");
        VariantCall filtered = new VariantCall(
                call.variant(),
                call.gene(),
                call.consequence(),
                call.hgvsC(),
                call.hgvsP(),
                call.transcript(),
                call.depth(),
                call.altReads(),
                call.vaf(),
                List.of("population"));
        assertThat(ON_38.match(filtered)).isPresent();
    }

    @Test
    void symbolicAllelesAreNoKnownPosition() {
        assertThat(ON_38.match(call(new Variant("2", 25234373, "C", "<DEL>"), null, Consequence.UNKNOWN, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.0009,false", "0.001,false", "0.0010001,true", "1,true", ",false"})
    void aFrequencyAboveTheLimitFailsAndTheLimitItselfPasses(@Nullable Double frequency, boolean fails) {
        Optional<PopulationFrequency> found =
                Optional.ofNullable(frequency).map(value -> new PopulationFrequency("AF", value));
        PopulationFilter filter = new PopulationFilter(PopulationFilter.DEFAULT_HIGHEST);
        assertThat(filter.fails(found, Optional.empty())).isEqualTo(fails);
        // Whatever the file says, a known variant stays.
        KnownMatch known = new KnownMatch("JAK2", "V617F", By.ALLELE, EvidenceMark.VERIFIED);
        assertThat(filter.fails(found, Optional.of(known))).isFalse();
    }

    @Test
    void theLimitIsAFraction() {
        assertThat(PopulationFilter.DEFAULT_HIGHEST).isEqualTo(0.001);
        assertThatThrownBy(() -> new PopulationFilter(37)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PopulationFilter(Double.NaN)).isInstanceOf(InvalidValueException.class);
        assertThat(new PopulationFilter(0).highest()).isZero();
    }

    @Test
    @Tag("real-data")
    void theBuiltInListAgreesWithTheClinicalTable() throws IOException {
        Map<String, String> table = new HashMap<>();
        for (String line : Files.readAllLines(SharedData.require("clinical/hotspots_b37_b38.tsv"))) {
            String[] cells = line.split("\t", -1);
            table.put(
                    String.join(" ", cells[0], cells[1], cells[2], cells[3]),
                    String.join(" ", cells[4], cells[5], cells[6]));
        }
        List<String> absent = new ArrayList<>();
        for (KnownVariant variant : BuiltInHotspots.read()) {
            String key = String.join(" ", variant.gene(), variant.change(), variant.ref(), variant.alt());
            String place = variant.contig() + " " + variant.positions().get(Assembly.GRCH37) + " "
                    + variant.positions().get(Assembly.GRCH38);
            if (table.containsKey(key)) {
                assertThat(place).as(key).isEqualTo(table.get(key));
            } else {
                absent.add(variant.gene());
            }
        }
        // MPL, CSF3R, JAK2 and ABL1 are in the rules' table alone.
        assertThat(absent).containsOnly("MPL", "CSF3R", "JAK2", "ABL1");
    }

    private static VariantCall call(
            Variant variant, @Nullable String gene, Consequence consequence, @Nullable String hgvsP) {
        return new VariantCall(
                variant,
                Optional.ofNullable(gene),
                consequence,
                Optional.empty(),
                Optional.ofNullable(hgvsP),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                List.of());
    }
}
