package org.marrow.variants.testing;

import java.math.BigDecimal;
import java.util.List;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;

/**
 * A case of a scheme with what it is expected to give.
 *
 * @param usual values of every case of the scheme, where {@code findings} does not say otherwise
 * @param findings as {@link SchemeRow#with} takes them; what they do not name was not found
 * @param expected category; with {@code flag X} after it where a flag is expected too, or {@code out of scope: X}, or
 *     {@code score 0.1}
 */
public record SchemeCase(String scheme, String name, String usual, String findings, String expected, String source)
        implements WorkedCase {

    private static final String SCORE = "score ";

    /** Of the page: what holds where a case does not say otherwise. */
    public static String assumption(List<SchemeCase> cases) {
        String usual = cases.getFirst().usual();
        return "What a case does not name was looked for and not found"
                + (usual.isEmpty() ? "" : ";\nvalues are `" + usual + "` where it does not say otherwise") + ".";
    }

    @Override
    public RiskResult result() {
        return SchemeRow.nothingFound(scheme).with(usual).with(findings).assess();
    }

    @Override
    public String got() {
        RiskResult result = result();
        if (expected.startsWith(SCORE)) {
            return SCORE
                    + result.score()
                            .map(score -> BigDecimal.valueOf(score.mean()).toPlainString())
                            .orElse("not computed");
        }
        String category = result.category()
                .orElseGet(() -> result.possible().isEmpty()
                        ? "out of scope: " + result.flags().getFirst().code()
                        : String.join(" or ", result.possible()));
        int flag = expected.indexOf(", flag ");
        if (flag < 0) {
            return category;
        }
        String wanted = expected.substring(flag + ", flag ".length());
        boolean told = result.flags().stream().map(RiskFlag::code).anyMatch(wanted::equals);
        return told ? category + ", flag " + wanted : category;
    }

    @Override
    public String toString() {
        return name + ": " + findings;
    }
}
