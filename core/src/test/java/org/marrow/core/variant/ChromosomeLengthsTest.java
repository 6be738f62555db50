package org.marrow.core.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;

class ChromosomeLengthsTest {
    @Test
    void noChromosomeHasOneLengthInBothAssemblies() {
        for (int rank = 0; rank < 24; rank++) {
            String name = rank < 22 ? String.valueOf(rank + 1) : rank == 22 ? "X" : "Y";
            assertThat(ChromosomeLengths.rank("chr" + name)).isEqualTo(rank);
            assertThat(ChromosomeLengths.length(Assembly.GRCH37, name))
                    .isPresent()
                    .isNotEqualTo(ChromosomeLengths.length(Assembly.GRCH38, "chr" + name));
        }
        assertThat(ChromosomeLengths.rank("chrM")).isEqualTo(24);
    }

    @Test
    void oneChromosomeNamesTheAssembly() {
        assertThat(ChromosomeLengths.identify(Map.of("chr13", 114_364_328L))).isEqualTo(Assembly.GRCH38);
        assertThat(ChromosomeLengths.identify(Map.of("13", 115_169_878L, "GL1", 5L)))
                .isEqualTo(Assembly.GRCH37);
        assertThat(ChromosomeLengths.identify(Map.of("13", 115_169_877L))).isEqualTo(Assembly.OTHER);
        assertThat(ChromosomeLengths.identify(Map.of())).isEqualTo(Assembly.UNKNOWN);
    }

    @Test
    void lengthsOfBothAssembliesContradictEachOther() {
        assertThatThrownBy(() -> ChromosomeLengths.identify(Map.of("13", 115_169_878L, "chr1", 248_956_422L)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("lengths of one assembly");
    }
}
