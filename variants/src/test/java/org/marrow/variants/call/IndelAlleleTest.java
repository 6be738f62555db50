package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IndelAlleleTest {
    //                                                 0         1
    //                                                 0123456789012345
    private static final ReferenceWindow WINDOW = window("GCATATATCGGGGTCA");

    private static ReferenceWindow window(String bases) {
        return new ReferenceWindow("t", 101, bases.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 1, '', 8, 1, ''",
        "8, 1, '', 8, 1, ''",
        "12, 0, G, 8, 0, G",
        "7, 0, AT, 1, 0, AT",
        "5, 2, '', 1, 2, ''",
        "6, 0, TA, 1, 0, AT",
        "4, 3, TA, 6, 1, ''",
        "13, 0, A, 13, 0, A"
    })
    void anAlleleMovesToItsLeftmostPlace(
            int anchor, int deleted, String inserted, int leftAnchor, int leftDeleted, String leftInserted) {
        assertThat(new IndelAllele(anchor, deleted, inserted).normalised(WINDOW))
                .isEqualTo(new IndelAllele(leftAnchor, leftDeleted, leftInserted));
    }

    @Test
    void theRightmostPlaceIsAtTheEndOfTheRepeat() {
        assertThat(new IndelAllele(8, 1, "").rightmostAnchor(WINDOW)).isEqualTo(11);
        assertThat(new IndelAllele(1, 0, "AT").rightmostAnchor(WINDOW)).isEqualTo(7);
        assertThat(new IndelAllele(13, 0, "A").rightmostAnchor(WINDOW)).isEqualTo(13);
    }

    @Test
    void allelesAreWrittenWithTheBaseBeforeThem() {
        assertThat(new IndelAllele(8, 1, "").reference(WINDOW)).isEqualTo("CG");
        assertThat(new IndelAllele(8, 1, "").alternate(WINDOW)).isEqualTo("C");
        assertThat(new IndelAllele(13, 0, "A").alternate(WINDOW)).isEqualTo("TA");
    }
}
