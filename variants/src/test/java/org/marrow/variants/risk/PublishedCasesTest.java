package org.marrow.variants.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.risk.RiskScheme;

/** Every case of the specification's tables, and the pages of docs/validation that show them. */
@Tag("real-data")
class PublishedCasesTest {
    /** Set to write the pages anew: {@code mvn -pl variants -am test -Dtest=PublishedCasesTest -Dmarrow.write-validation=true}. */
    private static final boolean WRITE = Boolean.getBoolean("marrow.write-validation");

    private static final Path PAGES = Path.of("..", "docs", "validation");

    /** Longer tables keep their first rows on the page; all of them are compared. */
    private static final int ROWS_SHOWN = 40;

    @Test
    void everyCaseIsAsPublished() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (PublishedCase one : PublishedCases.all()) {
            softly.assertThat(one.got())
                    .as("%s, %s: %s", one.scheme(), one.name(), one.inputs())
                    .isEqualTo(one.expected());
        }
        softly.assertAll();
    }

    @Test
    void thePagesShowWhatTheTestsSee() throws IOException {
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Path file = PAGES.resolve(page.getKey() + ".md");
            if (WRITE) {
                Files.writeString(file, page.getValue());
            }
            assertThat(file).as("write it by -Dmarrow.write-validation=true").hasContent(page.getValue());
        }
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, List<PublishedCase>> byScheme = new TreeMap<>();
        for (PublishedCase one : PublishedCases.all()) {
            byScheme.computeIfAbsent(one.scheme(), scheme -> new ArrayList<>()).add(one);
        }
        Map<String, String> pages = new TreeMap<>();
        byScheme.forEach((id, cases) -> pages.put(id, page(id, cases)));
        return pages;
    }

    private static String page(String id, List<PublishedCase> cases) {
        RiskScheme scheme = RiskSchemes.byId(id).orElseThrow().description().scheme();
        long agree =
                cases.stream().filter(one -> one.got().equals(one.expected())).count();
        StringBuilder text =
                new StringBuilder("# Validation of " + scheme.edition() + "\n\n" + scheme.source() + "\n\n");
        text.append(agree)
                .append(" of ")
                .append(cases.size())
                .append(" published or derived cases agree. The rules are in `")
                .append(id)
                .append(".rules`; its own cases, each threshold from both sides, in `")
                .append(id)
                .append(".cases`. Written by `PublishedCasesTest`.\n\n");
        text.append("| case | inputs | expected | got | source |\n|---|---|---|---|---|\n");
        for (PublishedCase one : cases.subList(0, Math.min(cases.size(), ROWS_SHOWN))) {
            text.append("| ")
                    .append(one.name())
                    .append(" | ")
                    .append(one.inputs())
                    .append(" | ")
                    .append(one.expected())
                    .append(" | ")
                    .append(one.got())
                    .append(" | ")
                    .append(one.source())
                    .append(" |\n");
        }
        if (cases.size() > ROWS_SHOWN) {
            text.append("\nThe other ")
                    .append(cases.size() - ROWS_SHOWN)
                    .append(" rows are compared by the test and not printed.\n");
        }
        return text.toString();
    }
}
