package org.marrow.variants.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.core.risk.TriState.ABSENT;
import static org.marrow.core.risk.TriState.PRESENT;
import static org.marrow.core.risk.TriState.UNKNOWN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marrow.variants.risk.scheme.InputCatalog;

class LesionTableTest {

    @Test
    void anySourceThatShowsALesionDecides() {
        LesionTable table = new LesionTable(List.of(
                LesionFinding.of("A", UNKNOWN, "one"),
                LesionFinding.of("A", ABSENT, "two"),
                LesionFinding.of("A", PRESENT, "three"),
                LesionFinding.of("B", UNKNOWN, "one"),
                LesionFinding.of("B", ABSENT, "two"),
                LesionFinding.of("C", UNKNOWN, "one")));

        assertThat(table.state("A")).isEqualTo(PRESENT);
        assertThat(table.deciding("A")).map(LesionFinding::source).contains("three");
        assertThat(table.state("B")).isEqualTo(ABSENT);
        assertThat(table.deciding("B")).map(LesionFinding::source).contains("two");
        assertThat(table.state("C")).isEqualTo(UNKNOWN);
        assertThat(table.state("D")).isEqualTo(UNKNOWN);
        assertThat(table.deciding("D")).isEmpty();
        assertThat(table.disagreements())
                .containsExactly(Map.entry("A", "A: present by three, absent by two; taken as present"));
    }

    @Test
    void spellingsOfTablesAreRecognised() {
        assertThat(InputCatalog.standard().canonical("MLL_PTD")).isEqualTo("KMT2A_PTD");
        assertThat(InputCatalog.standard().canonical("FLT3-ITD")).isEqualTo("FLT3_ITD");
        assertThat(InputCatalog.standard().canonical("monosomy7")).isEqualTo("-7");
        assertThat(InputCatalog.standard().canonical("FLT3ITD")).isEqualTo("FLT3ITD");
        assertThat(LesionNames.known()).contains("RUNX1::RUNX1T1", "complex", "-7", "del7_7q", "ASXL1");
    }
}
