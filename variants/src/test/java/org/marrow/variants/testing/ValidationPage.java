package org.marrow.variants.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskScheme;
import org.marrow.variants.risk.RiskSchemes;

/**
 * The page of docs/validation that lists the cases of a scheme. It is written by the tests that run them, with
 * {@code -Dmarrow.validation.write=true}; without it they check that the page is what they would write.
 */
public final class ValidationPage {
    private static final String WRITE = "marrow.validation.write";

    private ValidationPage() {}

    /** @param notes paragraphs between the head and the table */
    public static void check(String notes, List<? extends WorkedCase> cases) throws IOException {
        String id = cases.getFirst().scheme();
        Path page = Path.of("..", "docs", "validation", id + ".md");
        String text = text(id, notes, cases);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, text);
        }
        assertThat(page).as("write it with -D" + WRITE + "=true").exists();
        assertThat(Files.readString(page)).isEqualTo(text);
    }

    private static String text(String id, String notes, List<? extends WorkedCase> cases) {
        RiskScheme scheme = RiskSchemes.byId(id).orElseThrow().description().scheme();
        StringBuilder text = new StringBuilder("# " + scheme.edition() + ": worked cases\n\n");
        text.append("Scheme `").append(id).append("`: ").append(scheme.source()).append(". Not a medical device.\n\n");
        text.append(notes.strip()).append("\n\n");
        long agree =
                cases.stream().filter(one -> one.got().equals(one.expected())).count();
        text.append("The table is written by the tests that run these cases (`-D")
                .append(WRITE)
                .append("=true`). ");
        text.append(agree).append(" of ").append(cases.size()).append(" agree.\n\n");
        text.append("| case | findings | expected | Marrow | first driver | source |\n|---|---|---|---|---|---|\n");
        for (WorkedCase one : cases) {
            String driver = one.result().drivers().stream()
                    .findFirst()
                    .map(ValidationPage::shown)
                    .orElse("");
            text.append("| ")
                    .append(String.join(
                            " | ", one.name(), one.findings(), one.expected(), one.got(), driver, one.source()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String shown(RiskDriver driver) {
        return driver.name() + " `" + driver.rule() + "`";
    }
}
