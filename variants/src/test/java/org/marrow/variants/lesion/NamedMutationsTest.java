package org.marrow.variants.lesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.variants.risk.scheme.CatalogInput;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.testing.Calls;

class NamedMutationsTest {
    private static final Calls TYPE_1 = Calls.in("CALR")
            .at("19", 1000, "A" + "C".repeat(52), "A")
            .is(Consequence.FRAMESHIFT)
            .protein("p.L367fs");
    private static final Calls TYPE_2 = Calls.in("CALR")
            .at("19", 1000, "A", "ATTGTC")
            .is(Consequence.FRAMESHIFT)
            .protein("p.K385fs");

    private static LesionFinding finding(SampleVariants sample, String name) {
        return new MolecularLesions(sample)
                .named().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static TriState state(SampleVariants sample, String name) {
        return finding(sample, name).state();
    }

    @ParameterizedTest
    @CsvSource({
        "JAK2, p.V617F, JAK2_V617F, PRESENT",
        "JAK2, p.(Val617Phe), JAK2_V617F, PRESENT",
        "JAK2, p.V617L, JAK2_V617F, ABSENT",
        "JAK2, p.V618F, JAK2_V617F, ABSENT",
        "U2AF1, p.Q157P, U2AF1_Q157, PRESENT",
        "U2AF1, p.Gln157Arg, U2AF1_Q157, PRESENT",
        "U2AF1, p.S34F, U2AF1_Q157, ABSENT",
        "PAX5, p.P80R, PAX5_P80R, PRESENT",
        "PAX5, p.P80L, PAX5_P80R, ABSENT",
    })
    void aResidueIsToldByTheProteinChange(String gene, String protein, String name, TriState expected) {
        assertThat(state(Calls.exome(Calls.in(gene).protein(protein)), name)).isEqualTo(expected);
    }

    @Test
    void whatIsNotLookedAtOrNotNamedIsUnknown() {
        assertThat(state(Calls.exome(), "JAK2_V617F")).isEqualTo(TriState.ABSENT);
        assertThat(state(Calls.unstated(), "JAK2_V617F")).isEqualTo(TriState.UNKNOWN);
        assertThat(state(Calls.panel(Set.of("TP53")), "JAK2_V617F")).isEqualTo(TriState.UNKNOWN);
        assertThat(state(Calls.exome(Calls.in("JAK2")), "JAK2_V617F")).isEqualTo(TriState.UNKNOWN);
        assertThat(state(Calls.exome(Calls.in("JAK2").is(Consequence.INFRAME_DELETION)), "JAK2_V617F"))
                .isEqualTo(TriState.ABSENT);
        LesionFinding found =
                finding(Calls.exome(Calls.in("JAK2"), Calls.in("JAK2").protein("p.V617F")), "JAK2_V617F");
        assertThat(found.state()).isEqualTo(TriState.PRESENT);
        assertThat(found.evidence()).contains("JAK2 p.V617F");
    }

    @Test
    void calrIsToldByExonAndType() {
        assertThat(state(Calls.exome(TYPE_1), "CALR")).isEqualTo(TriState.PRESENT);
        assertThat(state(Calls.exome(TYPE_1), "CALR_TYPE1")).isEqualTo(TriState.PRESENT);
        assertThat(state(Calls.exome(TYPE_2), "CALR")).isEqualTo(TriState.PRESENT);
        assertThat(state(Calls.exome(TYPE_2), "CALR_TYPE1")).isEqualTo(TriState.ABSENT);
        Calls other = Calls.in("CALR").at("19", 1000, "AC", "A").is(Consequence.FRAMESHIFT);
        assertThat(state(Calls.exome(other.protein("p.E364fs")), "CALR_TYPE1")).isEqualTo(TriState.UNKNOWN);
        assertThat(state(Calls.exome(other.protein("p.E352fs")), "CALR")).isEqualTo(TriState.PRESENT);
        assertThat(state(Calls.exome(other.protein("p.E351fs")), "CALR")).isEqualTo(TriState.ABSENT);
        assertThat(state(Calls.exome(other.protein("p.E351fs")), "CALR_TYPE1")).isEqualTo(TriState.ABSENT);
        assertThat(state(Calls.exome(Calls.in("CALR").is(Consequence.FRAMESHIFT)), "CALR"))
                .isEqualTo(TriState.UNKNOWN);
        assertThat(state(Calls.exome(Calls.in("CALR").protein("p.E380K")), "CALR"))
                .isEqualTo(TriState.ABSENT);
    }

    @Test
    void anNTerminalAndABzipVariantOfCebpaAreBiallelic() {
        Calls one =
                Calls.in("CEBPA").protein("p.P23fs").is(Consequence.FRAMESHIFT).vaf(0.44);
        Calls other = Calls.in("CEBPA")
                .protein("p.K313dup")
                .is(Consequence.INFRAME_INSERTION)
                .vaf(0.46);
        assertThat(finding(Calls.exome(one, other), "CEBPA_BIALLELIC").evidence())
                .contains("CEBPA p.P23fs, VAF 0.44; CEBPA p.K313dup, VAF 0.46");
        assertThat(state(Calls.exome(one, other), "CEBPA_BIALLELIC")).isEqualTo(TriState.PRESENT);
        assertThat(state(Calls.exome(one), "CEBPA_BIALLELIC")).isEqualTo(TriState.ABSENT);
        assertThat(state(Calls.exome(one.vaf(0.6)), "CEBPA_BIALLELIC")).isEqualTo(TriState.ABSENT);
        assertThat(state(Calls.exome(one.vaf(0.61)), "CEBPA_BIALLELIC")).isEqualTo(TriState.UNKNOWN);
        assertThat(state(Calls.exome(Calls.in("CEBPA").protein("p.P23L")), "CEBPA_BIALLELIC"))
                .isEqualTo(TriState.UNKNOWN);
        assertThat(state(Calls.exome(), "CEBPA_BIALLELIC")).isEqualTo(TriState.ABSENT);
        assertThat(state(Calls.unstated(), "CEBPA_BIALLELIC")).isEqualTo(TriState.UNKNOWN);
    }

    @Test
    void everyNameIsALesionOfTheCatalog() {
        Calls missense = Calls.in("CEBPA").protein("p.R300C");
        assertThat(new MolecularLesions(Calls.exome(missense)).named())
                .hasSize(7)
                .allMatch(one -> InputCatalog.standard()
                        .find(one.name())
                        .filter(CatalogInput::isLesion)
                        .isPresent());
        assertThat(finding(Calls.exome(missense), "CEBPA_BZIP_MISSENSE").evidence())
                .isEqualTo(Optional.of("CEBPA p.R300C"));
    }
}
