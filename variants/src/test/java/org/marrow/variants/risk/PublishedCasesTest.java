package org.marrow.variants.risk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.variants.testing.ValidationPage;

/** Every case of the specification's tables, and the pages of docs/validation that show them. */
@Tag("real-data")
class PublishedCasesTest {
    @Test
    void everyCaseIsAsPublished() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (PublishedCase one : PublishedCases.all()) {
            softly.assertThat(one.got())
                    .as("%s, %s: %s", one.scheme(), one.name(), one.findings())
                    .isEqualTo(one.expected());
        }
        softly.assertAll();
    }

    @Test
    void thePagesShowWhatTheTestsSee() throws IOException {
        Map<String, List<PublishedCase>> byScheme = new TreeMap<>();
        for (PublishedCase one : PublishedCases.all()) {
            byScheme.computeIfAbsent(one.scheme(), scheme -> new ArrayList<>()).add(one);
        }
        for (Map.Entry<String, List<PublishedCase>> scheme : byScheme.entrySet()) {
            String notes = "The rules are in `" + scheme.getKey()
                    + ".rules`; `RuleCasesTest` tries each threshold from both sides.";
            ValidationPage.check(notes, scheme.getValue());
        }
    }
}
