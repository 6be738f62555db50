package org.marrow.core.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every value that R's package survival printed for the made-up cohorts; {@code docs/validation/survival.R} says by which call. */
class RAgreementTest {
    @Test
    void everyQuantityEqualsThatOfR() throws IOException {
        Agreement agreement = new Agreement(Agreement.TestCohort.read(lines("cohorts.tsv")));
        agreement.compare(lines("oracle.tsv"));
        System.out.println(agreement.table());
        assertThat(agreement.failures()).isEmpty();
        assertThat(agreement.compared()).isGreaterThan(20_000);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream stream = RAgreementTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
