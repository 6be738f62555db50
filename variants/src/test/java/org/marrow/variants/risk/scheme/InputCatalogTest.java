package org.marrow.variants.risk.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.FormatException;
import org.marrow.core.risk.ClinicalColumn;
import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.risk.scheme.CatalogInput.Kind;

class InputCatalogTest {
    private static final String SMALL = """
            # comment
            WBC | number | 10^9/L | 0 to 2000 | BLOOD_COUNT | | white cells | leucocytes
            SEX | choice | | F, M | CLINICAL_EXAMINATION | | sex | sexe
            TP53 | gene | | | GENE_PANEL | | |
            TP53_vaf | number | fraction | 0 to 1 | TP53_VAF | of TP53 | fraction | fraction
            whole | lesion | | | KARYOTYPE | any of -7, del7q | whole | tout
            -7 | lesion | | | KARYOTYPE | | loss | perte
            del7q | lesion | | | KARYOTYPE | | loss | perte
            spelling | TP53_MAXVAF | TP53_vaf
            """;

    private static InputCatalog parse(String text) {
        return InputCatalog.parse(text, Path.of("small.catalog"));
    }

    @Test
    void eachLineIsAnInputOrAnotherSpelling() {
        InputCatalog catalog = parse(SMALL);

        assertThat(catalog.all())
                .extracting(CatalogInput::name)
                .containsExactly("WBC", "SEX", "TP53", "TP53_vaf", "whole", "-7", "del7q");
        CatalogInput wbc = catalog.find("WBC").orElseThrow();
        assertThat(wbc.kind()).isEqualTo(Kind.NUMBER);
        assertThat(wbc.unit()).isEqualTo("10^9/L");
        assertThat(wbc.range()).contains(NumberRange.of("0", "2000"));
        assertThat(wbc.test()).isEqualTo(LaboratoryTest.BLOOD_COUNT);
        assertThat(wbc.isLesion()).isFalse();
        assertThat(wbc.allowed()).isEqualTo("0 to 2000, NA");
        assertThat(wbc.french()).isEqualTo("leucocytes");
        assertThat(catalog.find("SEX").orElseThrow().values()).containsExactly("F", "M");
        assertThat(catalog.find("SEX").orElseThrow().allowed()).isEqualTo("F, M, NA");
        CatalogInput tp53 = catalog.find("TP53").orElseThrow();
        assertThat(tp53.isLesion()).isTrue();
        assertThat(tp53.english()).isEqualTo("pathogenic or likely pathogenic mutation");
        assertThat(tp53.allowed()).isEqualTo("0, 1, NA");
        assertThat(catalog.find("TP53_MAXVAF").orElseThrow().of()).contains("TP53");
        assertThat(catalog.canonical("TP53_MAXVAF")).isEqualTo("TP53_vaf");
        assertThat(catalog.canonical("other")).isEqualTo("other");
        assertThat(catalog.spellingsOf("TP53_vaf")).containsExactly("TP53_MAXVAF");
        assertThat(catalog.find("whole").orElseThrow().anyOf()).containsExactly("-7", "del7q");
        assertThat(catalog.find("nothing")).isEmpty();
    }

    @Test
    void clinicalTablesMayHaveTheirColumns() {
        assertThat(parse(SMALL).clinicalColumns())
                .containsEntry("WBC", new ClinicalColumn.Number(BigDecimal.ZERO, new BigDecimal("2000")))
                .containsEntry("TP53_MAXVAF", new ClinicalColumn.Number(BigDecimal.ZERO, BigDecimal.ONE))
                .containsEntry("SEX", new ClinicalColumn.Choice(List.of("F", "M")))
                .containsEntry("TP53", new ClinicalColumn.Lesion())
                .containsEntry("-7", new ClinicalColumn.Lesion())
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A | lesion | | | GENE_PANEL | | x; expected 8 cells separated by bars, found 7 cells",
                "A b | lesion | | | GENE_PANEL | | x | y; expected a name of letters",
                "WBC | lesion | | | GENE_PANEL | | x | y; expected each name once, found WBC",
                "A | thing | | | GENE_PANEL | | x | y; expected one of gene, lesion, number, choice, found 'thing'",
                "A | lesion | | | ORACLE | | x | y; expected one of BLOOD_COUNT",
                "A | lesion | | 0 to 1 | GENE_PANEL | | x | y; expected no values for a lesion, found '0 to 1'",
                "A | lesion | | | GENE_PANEL | part of TP53 | x | y; expected 'of X' or 'any of X, Y'",
                "A | lesion | | | GENE_PANEL | of TP53, SEX | x | y; expected 'of' one input",
                "A | lesion | | | GENE_PANEL | of WBC | x | y; expected a relation to a lesion, found WBC",
                "A | lesion | | | GENE_PANEL | of A | x | y; expected a relation to a lesion, found A",
                "A | lesion | | | GENE_PANEL | of none | x | y; expected a relation to a lesion, found none",
                "A | number | | 0 to 1 | GENE_PANEL | any of TP53 | x | y; expected 'any of' for a lesion alone",
                "A | choice | | a, b | GENE_PANEL | of TP53 | x | y; expected 'of' for a lesion or a number",
                "A | number | | 1 to 2 | GENE_PANEL | of TP53 | x | y; expected a range from 0, for a number of a lesion",
                "A | number | | 0-1 | GENE_PANEL | | x | y; expected a range such as '0 to 100', found '0-1'",
                "A | number | | 1 to 0 | GENE_PANEL | | x | y; expected the lower number first",
                "A | number | | 1 to 1 | GENE_PANEL | | x | y; expected the lower number first",
                "A | choice | | a, a | GENE_PANEL | | x | y; expected each value once",
                "A | choice | | a, | GENE_PANEL | | x | y; expected values separated by commas",
                "A | lesion | | | GENE_PANEL | | x |; expected a meaning in both languages",
                "spelling | B | none; expected the name of an input above, found none",
                "spelling | WBC | SEX; expected each name once, found WBC",
                "spelling | B; expected spelling | other name | name",
            })
    void aMistakeIsNamedByItsLine(String line, String message) {
        assertThatThrownBy(() -> parse(SMALL + line + "\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("small.catalog, line 10: ")
                .hasMessageContaining(message);
    }

    @Test
    void theStandardCatalogHasEveryNameThatLesionsHave() {
        InputCatalog catalog = InputCatalog.standard();

        assertThat(LesionNames.known())
                .allMatch(name ->
                        catalog.find(name).filter(CatalogInput::isLesion).isPresent());
        for (CytogeneticLesion lesion : CytogeneticLesion.values()) {
            // IGH and MYC have many partners, so that a test for fusions is what finds them all.
            boolean manyPartners = lesion == CytogeneticLesion.IGH_R || lesion == CytogeneticLesion.MYC_R;
            assertThat(catalog.find(lesion.label()).orElseThrow().test())
                    .as(lesion.label())
                    .isEqualTo(manyPartners ? LaboratoryTest.FUSION_ASSAY : LaboratoryTest.KARYOTYPE);
        }
        for (String gene : LesionNames.GENES) {
            assertThat(catalog.find(gene).orElseThrow().kind()).isEqualTo(Kind.GENE);
        }
        // Tables are matched whatever their case.
        assertThat(catalog.clinicalColumns().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRangeHoldsItsEnds() {
        NumberRange range = NumberRange.of("0.5", "2");

        assertThat(range.contains(new BigDecimal("0.5"))).isTrue();
        assertThat(range.contains(new BigDecimal("2.00"))).isTrue();
        assertThat(range.contains(new BigDecimal("0.49"))).isFalse();
        assertThat(range.contains(new BigDecimal("2.01"))).isFalse();
        assertThat(range).hasToString("0.5 to 2");
        assertThatThrownBy(() -> NumberRange.of("2", "1")).hasMessageContaining("the lower number first");
    }
}
