package org.marrow.variants.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeukaemiaTranscriptsTest {
    @Test
    void genesAreOnTheTranscriptsThatTheirMutationsAreNumberedBy() {
        assertThat(LeukaemiaTranscripts.accessions())
                // BRAF V600E, SRSF2 P95H, FLT3 D835Y, NPM1 W288fs
                .contains("NM_004333", "NM_003016", "NM_004119", "NM_002520", "ENST00000296930")
                // MANE Select of BRAF, on which V600E is V640E
                .doesNotContain("NM_001374258")
                .allMatch(accession -> accession.matches("NM_[0-9]+|ENST[0-9]{11}"));
    }
}
