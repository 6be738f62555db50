package org.marrow.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> NAMES = List.of("patient", "sample", "date", "maf_sample");

    @Test
    void findsTheNameWithTheFewestSlips() {
        assertThat(NearestName.of("patiant", NAMES)).contains("patient");
        assertThat(NearestName.of("Sample", NAMES)).contains("sample");
        assertThat(NearestName.of("maf-sample", NAMES)).contains("maf_sample");
        assertThat(NearestName.of("MAF sampel", NAMES)).contains("maf_sample");
    }

    @Test
    void oneSlipInThreeLettersIsForgivenAndNoMore() {
        assertThat(NearestName.of("dat", NAMES)).contains("date");
        assertThat(NearestName.of("daily", NAMES)).isEmpty();
        assertThat(NearestName.of("comment", NAMES)).isEmpty();
    }

    @Test
    void theHintIsEmptyWhenNothingIsNear() {
        assertThat(NearestName.hint("dates", NAMES)).isEqualTo("; did you mean 'date'?");
        assertThat(NearestName.hint("zzz", NAMES)).isEmpty();
    }
}
