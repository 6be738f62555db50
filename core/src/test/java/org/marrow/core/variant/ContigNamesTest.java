package org.marrow.core.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContigNamesTest {
    @Test
    void aChromosomeHasOneNameBehindAll() {
        assertThat(ContigNames.canonical("13")).isEqualTo("13");
        assertThat(ContigNames.canonical("chr13")).isEqualTo("13");
        assertThat(ContigNames.canonical("NC_000013.10")).isEqualTo("13");
        assertThat(ContigNames.canonical("NC_000023.11")).isEqualTo("X");
        assertThat(ContigNames.canonical("NC_000024.10")).isEqualTo("Y");
        assertThat(ContigNames.canonical("chrM")).isEqualTo("MT");
        assertThat(ContigNames.canonical("NC_012920.1")).isEqualTo("MT");
    }

    @Test
    void everyOtherContigKeepsItsName() {
        assertThat(ContigNames.canonical("chr13_KI270838v1_alt")).isEqualTo("chr13_KI270838v1_alt");
        assertThat(ContigNames.canonical("NC_000025.1")).isEqualTo("NC_000025.1");
        assertThat(ContigNames.canonical("chr23")).isEqualTo("chr23");
        assertThat(ContigNames.aliases("FLT3_amplicon")).containsExactly("FLT3_amplicon");
    }

    @Test
    void theVersionOfAnAccessionTellsTheAssembly() {
        assertThat(ContigNames.assemblyOf("NC_000001.10")).contains(Assembly.GRCH37);
        assertThat(ContigNames.assemblyOf("NC_000001.11")).contains(Assembly.GRCH38);
        assertThat(ContigNames.assemblyOf("NC_000007.13")).contains(Assembly.GRCH37);
        assertThat(ContigNames.assemblyOf("NC_000007.14")).contains(Assembly.GRCH38);
        assertThat(ContigNames.assemblyOf("NC_000007.12")).isEmpty();
        assertThat(ContigNames.assemblyOf("NC_000024.9")).contains(Assembly.GRCH37);
        assertThat(ContigNames.assemblyOf("chr1")).isEmpty();
        assertThat(ContigNames.assemblyOf("NC_012920.1")).isEmpty();
    }

    @Test
    void aliasesHoldTheNamesOfOtherFiles() {
        assertThat(ContigNames.aliases("chr7")).containsExactly("chr7", "7", "chr7", "NC_000007.13", "NC_000007.14");
        assertThat(ContigNames.aliases("MT")).contains("chrM", "NC_012920.1");
    }

    @Test
    void lengthsAreKnownByAccessionToo() {
        assertThat(ChromosomeLengths.identify(Map.of("NC_000013.11", 114_364_328L)))
                .isEqualTo(Assembly.GRCH38);
        assertThat(ChromosomeLengths.identify(Map.of("NC_000013.10", 115_169_878L)))
                .isEqualTo(Assembly.GRCH37);
        assertThat(ChromosomeLengths.rank("NC_000023.11")).isEqualTo(22);
        assertThat(ChromosomeLengths.rank("MT")).isEqualTo(24);
    }
}
