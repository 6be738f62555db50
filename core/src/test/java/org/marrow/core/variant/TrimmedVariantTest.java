package org.marrow.core.variant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrimmedVariantTest {
    //                                    10        20
    //                           12345678901234567890
    private static final String BASES = "GGCACACACATTTTTGACGA";

    @ParameterizedTest
    @CsvSource({
        "chr5,100,C,CTCTG,5,101,'',TCTG",
        "5,99,NC,NCTCTG,5,101,'',TCTG",
        "NC_000005.10,100,CAG,C,5,101,AG,''",
        "X,100,A,G,X,100,A,G",
        "X,100,CAT,CGT,X,101,A,G",
        "chrX,100,CA,CTA,X,101,'',T",
        "1,100,CA,TG,1,100,CA,TG",
        // A change at the end of a repeat: bases at the end go first.
        "1,100,CAA,CA,1,101,A,''"
    })
    void oneChangeHasOneForm(
            String contig, int position, String ref, String alt, String name, int start, String left, String right) {
        assertThat(TrimmedVariant.of(new Variant(contig, position, ref, alt)))
                .isEqualTo(new TrimmedVariant(name, start, left, right));
    }

    @ParameterizedTest
    @CsvSource({
        // CA put in or taken out anywhere of CACACACA, with the unit in either phase.
        "10,A,ACA,3,'',CA",
        "9,C,CAC,3,'',CA",
        "2,G,GCA,3,'',CA",
        "8,ACA,A,3,CA,''",
        "3,CAC,C,3,CA,''",
        "14,T,TT,11,'',T",
        // What repeats nothing stays.
        "16,G,GT,17,'',T",
        "16,G,T,16,G,T",
        "16,GA,TT,16,GA,TT"
    })
    void insertionsAndDeletionsMoveToTheLeftEndOfTheirRepeat(
            int position, String ref, String alt, int start, String left, String right) {
        TrimmedVariant variant = TrimmedVariant.of(new Variant("chr1", position, ref, alt));
        assertThat(variant.leftAligned(BASES.substring(0, variant.position() - 1)))
                .isEqualTo(new TrimmedVariant("1", start, left, right));
    }

    @Test
    void nothingMovesFurtherThanTheBasesThatAreKnown() {
        TrimmedVariant variant = TrimmedVariant.of(new Variant("1", 10, "A", "ACA"));
        assertThat(variant.leftAligned("")).isEqualTo(variant);
        assertThat(variant.leftAligned("AC")).isEqualTo(new TrimmedVariant("1", 8, "", "AC"));
        assertThat(TrimmedVariant.of(new Variant("1", 2, "G", "GG")).leftAligned("G"))
                .isEqualTo(new TrimmedVariant("1", 1, "", "G"));
    }
}
