package org.marrow.workflows.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marrow.core.error.BugException;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.io.table.TableHeader;
import org.marrow.variants.risk.RiskSchemes;
import org.marrow.variants.risk.ipssm.Ipssm;
import org.marrow.variants.risk.rules.RuleScheme;
import org.marrow.variants.risk.scheme.SchemeRules;

/** The columns that {@code marrow risk} writes for each scheme. Several names in one cell are separated by semicolons. */
final class RiskTable {
    static final String NOT_ESTABLISHED = "not established";
    private static final String SEPARATOR = "; ";
    private static final String AGE = "AGE";

    /** Part of a score that is worth a name in a table cell; the rest is in the JSON of {@code risk sample}. */
    private static final double WORTH_NAMING = 0.1;

    private final Layout layout;
    private final List<SchemeRules> rules;

    private RiskTable(Layout layout, List<SchemeRules> rules) {
        this.layout = layout;
        this.rules = rules;
    }

    /** What a scheme's table looks like; a table of IPSS-R inputs that has ages also gets the age-adjusted score. */
    static RiskTable of(SchemeRules main, TableHeader input) {
        return switch (main.description().scheme().id()) {
            case "ipssm" -> new RiskTable(Layout.SCORE_RANGE, List.of(main));
            case "ipssr" ->
                input.has(AGE)
                        ? new RiskTable(
                                Layout.SCORE_AND_AGE_ADJUSTED,
                                List.of(main, RiskSchemes.byId("ipssra").orElseThrow()))
                        : new RiskTable(Layout.SCORE, List.of(main));
            case "ipssra" -> new RiskTable(Layout.SCORE, List.of(main));
            default ->
                new RiskTable(
                        main instanceof RuleScheme scheme && scheme.isScore()
                                ? Layout.SCORE_AND_INTERVAL
                                : Layout.CATEGORY,
                        List.of(main));
        };
    }

    /** The schemes whose results make up a row, in the order that {@link #row} takes them. */
    List<SchemeRules> rules() {
        return rules;
    }

    List<String> header() {
        return layout.header;
    }

    List<Object> row(String id, List<RiskResult> results) {
        RiskResult main = results.getFirst();
        List<Object> cells = new ArrayList<>();
        cells.add(id);
        switch (layout) {
            case SCORE_RANGE -> {
                ScoreRange score = main.score()
                        .orElseThrow(
                                () -> new BugException("IPSS-M always has a score, for its missing inputs have means"));
                for (double one : new double[] {score.mean(), score.best(), score.worst()}) {
                    cells.add(BigDecimal.valueOf(one).setScale(2));
                    cells.add(Ipssm.categoryOf(one));
                }
                cells.add(main.category().orElse(NOT_ESTABLISHED));
                cells.add(drivers(main));
                cells.add(String.join(SEPARATOR, main.missing()));
            }
            case SCORE -> addScore(cells, main);
            case SCORE_AND_AGE_ADJUSTED -> {
                addScore(cells, main);
                addScore(cells, results.get(1));
            }
            case SCORE_AND_INTERVAL -> {
                cells.add(main.score().map(ScoreRange::mean));
                addCategory(cells, main);
            }
            case CATEGORY -> addCategory(cells, main);
        }
        return cells;
    }

    private static void addCategory(List<Object> cells, RiskResult result) {
        cells.add(result.category().orElse(NOT_ESTABLISHED));
        cells.add(interval(result));
        cells.add(drivers(result));
        cells.add(result.flags().stream().map(RiskFlag::code).collect(Collectors.joining(SEPARATOR)));
        cells.add(String.join(SEPARATOR, result.missing()));
    }

    /** From the best to the worst category; of classes without order all that are possible. */
    private static String interval(RiskResult result) {
        return result.range()
                .map(range -> range.isSettled() ? range.best() : range.best() + " to " + range.worst())
                .orElse(String.join(" or ", result.possible()));
    }

    /** A sum that lacks an input is no score, so both cells stay empty. */
    private static void addScore(List<Object> cells, RiskResult result) {
        Optional<Double> score = result.isEstablished() ? result.score().map(ScoreRange::mean) : Optional.empty();
        cells.add(score);
        cells.add(result.category());
    }

    private static String drivers(RiskResult result) {
        return result.drivers().stream()
                .filter(driver -> Math.abs(driver.contribution().orElse(1)) >= WORTH_NAMING)
                .map(driver -> driver.contribution().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%s %+.2f",
                                driver.name(),
                                driver.contribution().getAsDouble())
                        : driver.name())
                .distinct()
                .collect(Collectors.joining(SEPARATOR));
    }

    private enum Layout {
        SCORE_RANGE(
                "ID",
                "score_mean",
                "category_mean",
                "score_best",
                "category_best",
                "score_worst",
                "category_worst",
                "reported",
                "drivers",
                "missing"),
        SCORE("ID", "score", "category"),
        SCORE_AND_AGE_ADJUSTED("ID", "score", "category", "score_ra", "category_ra"),
        SCORE_AND_INTERVAL("ID", "score", "category", "interval", "drivers", "flags", "missing"),
        CATEGORY("ID", "category", "interval", "drivers", "flags", "missing");

        private final List<String> header;

        Layout(String... header) {
            this.header = List.of(header);
        }
    }
}
