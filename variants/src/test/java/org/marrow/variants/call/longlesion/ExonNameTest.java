package org.marrow.variants.call.longlesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExonNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "KMT2A_e3",
                "KMT2A:exon 3",
                "KMT2A exon 3",
                "kmt2a-EX03",
                "KMT2A.exon_3.tile12",
                "KMT2A_NM_001197104_ex3",
                "KMT2A|exon3|exon:3",
                "KMT2A_e003"
            })
    void aGeneAndItsExonAreRead(String name) {
        assertThat(ExonName.of(name)).contains(new ExonName("KMT2A", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KMT2A",
                "KMT2A_3",
                "KMT2A_intron 3",
                "KMT2A_e3_e4",
                "KMT2A_e3a",
                "KMT2A_e0",
                "KMT2Ae3",
                "e3",
                "_e3",
                "",
                "KMT2A_e1234"
            })
    void whatNamesNoExonOrMoreThanOneIsNone(String name) {
        assertThat(ExonName.of(name)).isEqualTo(Optional.empty());
    }
}
