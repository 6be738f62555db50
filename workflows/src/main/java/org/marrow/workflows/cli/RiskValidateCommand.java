package org.marrow.workflows.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.survival.CategorySurvival;
import org.marrow.core.survival.CohortValidation;
import org.marrow.core.survival.FollowUpUnit;
import org.marrow.core.survival.IntervalType;
import org.marrow.core.survival.ValidationDefaults;
import org.marrow.core.survival.ValidationSettings;
import org.marrow.io.guard.AtomicFile;
import org.marrow.io.result.ResultJson;
import org.marrow.variants.risk.RiskSchemes;
import org.marrow.variants.risk.scheme.RiskLanguage;
import org.marrow.variants.risk.scheme.SchemeRules;
import org.marrow.workflows.report.RiskValidation;
import org.marrow.workflows.report.SurvivalPlot;
import org.marrow.workflows.report.SurvivalReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marrow risk validate}. */
@Command(
        name = "validate",
        description = {
            "Holds the categories of a scheme to the survival of a cohort: Kaplan-Meier curves, log-rank test,",
            "concordance index, hazard ratios and calibration, as a page, a picture and JSON."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RiskValidateCommand implements Callable<Integer> {
    private static final String CATEGORY = "category";

    /** The column of {@code marrow risk} that holds ranges. */
    private static final String RANGES = "interval";

    @Option(
            names = "--input",
            required = true,
            paramLabel = "CSV",
            description = "one row a patient: ID, time, status (1 or dead, 0 or alive) and category")
    private Path input = Path.of("");

    @Option(names = "--output", paramLabel = "HTML", description = "the report, in English and French")
    private @Nullable Path output;

    @Option(names = "--json", paramLabel = "JSON", description = "every number of the report, and the curves")
    private @Nullable Path json;

    @Option(names = "--svg", paramLabel = "SVG", description = "the Kaplan-Meier curves alone")
    private @Nullable Path svg;

    @Option(names = "--id-column", paramLabel = "NAME", description = "patient (default: ${DEFAULT-VALUE})")
    private String idColumn = RiskCommand.ID;

    @Option(
            names = "--time-column",
            paramLabel = "NAME",
            description = "time to death or last contact (default: ${DEFAULT-VALUE})")
    private String timeColumn = "time";

    @Option(names = "--time-unit", paramLabel = "UNIT", description = "days, months or years (default: days)")
    private @Nullable FollowUpUnit timeUnit;

    @Option(
            names = "--status-column",
            paramLabel = "NAME",
            description = "how that time ended (default: ${DEFAULT-VALUE})")
    private String statusColumn = "status";

    @Option(
            names = "--category-column",
            paramLabel = "NAME",
            description = "a category, a range such as \"Favorable to Adverse\", or \"not established\""
                    + " (default: category)")
    private @Nullable String categoryColumn;

    @Option(
            names = "--scheme",
            paramLabel = "NAME",
            description = "gives the categories their order; where the table has no category it is computed from the"
                    + " scheme's own columns, which marrow risk --list names")
    private @Nullable String scheme;

    @Option(
            names = "--category-order",
            paramLabel = "A,B,C",
            split = ",",
            description = "categories of no known scheme, the most favourable first")
    private List<String> categoryOrder = new ArrayList<>();

    @Option(
            names = "--split-not-established",
            description = "patients without a category form a group for each range, instead of one group")
    private boolean splitNotEstablished;

    @Option(
            names = "--horizon",
            paramLabel = "YEARS",
            description = "of calibration and restricted mean (default: ${DEFAULT-VALUE})")
    private double horizonYears = ValidationDefaults.HORIZON_YEARS;

    @Option(
            names = "--conf-type",
            paramLabel = "NAME",
            description = "scale of the curves' intervals: log, log-log or plain (default: log)")
    private String intervalType = "log";

    @Option(
            names = "--language",
            paramLabel = "en|fr",
            description = "of the picture, and the one that the page opens in (default: ${DEFAULT-VALUE})")
    private String language = RiskLanguage.ENGLISH.tag();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = requireSpec().commandLine();
        RiskLanguage reader = language(line);
        Optional<SchemeRules> rules = rules(line);
        List<String> order = order(line, rules);
        FollowUpUnit unit = timeUnit == null ? FollowUpUnit.DAYS : timeUnit;
        ValidationSettings settings = new ValidationSettings(
                unit, order, intervalType(line), ValidationDefaults.CONFIDENCE, horizonYears, splitNotEstablished);
        String category = categoryColumn == null ? CATEGORY : categoryColumn;
        CohortTable table = CohortTable.read(
                input,
                new CohortColumns(
                        idColumn, timeColumn, unit, statusColumn, category, categoryColumn != null, rules, order));
        RiskValidation result = new RiskValidation(
                MarrowVersion.current(),
                typed(),
                String.valueOf(input.getFileName()),
                columns(category, table.computed()),
                timeUnit != null,
                rules.map(one -> one.description().scheme()),
                table.computed(),
                table.leftOut(),
                table.missingInputs(),
                CohortValidation.of(table.members(), settings));
        write(result, reader);
        summarise(result, line.getOut());
        return CommandLine.ExitCode.OK;
    }

    /** The texts are all made before the first file is, so that a failure leaves none. */
    private void write(RiskValidation result, RiskLanguage reader) {
        String page = output == null ? "" : SurvivalReport.of(result, reader);
        String picture = svg == null ? "" : SurvivalPlot.standalone(result.validation(), reader);
        if (output != null) {
            AtomicFile.writeText(output, writer -> writer.write(page));
        }
        if (svg != null) {
            AtomicFile.writeText(svg, writer -> writer.write(picture));
        }
        if (json != null) {
            ResultJson.write(json, result);
        }
    }

    private static void summarise(RiskValidation result, PrintWriter out) {
        CohortValidation validation = result.validation();
        String unit = validation.settings().unit().name().toLowerCase(Locale.ROOT);
        out.println(validation.patients() + " patients, " + validation.events() + " deaths, "
                + result.leftOut().size() + " left out; times in " + unit
                + (result.unitStated() ? "" : " (--time-unit not given)"));
        List<CategorySurvival> groups = new ArrayList<>(validation.categories());
        groups.addAll(validation.open());
        for (CategorySurvival group : groups) {
            out.println("  " + group.label() + ": " + group.patients() + " patients, " + group.events() + " deaths"
                    + (group.median().estimate().isPresent()
                            ? ", median " + number(group.median().estimate().getAsDouble()) + " " + unit
                            : ", median not reached"));
        }
        validation
                .logRank()
                .flatMap(one -> one.test())
                .ifPresent(test -> out.println("log-rank: chi-squared " + number(test.statistic()) + " on "
                        + test.degreesOfFreedom() + " df, p " + number(test.pValue())));
        validation
                .concordance()
                .ifPresent(index -> out.println(
                        "concordance: " + number(index.index()) + ", standard error " + number(index.standardError())));
        validation.notComputed().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(gap -> out.println("not computed: " + gap.getKey() + " (" + gap.getValue() + ")"));
        out.flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private Optional<SchemeRules> rules(CommandLine line) {
        if (scheme == null) {
            return Optional.empty();
        }
        Optional<SchemeRules> rules = RiskSchemes.byId(scheme);
        if (rules.isEmpty()) {
            List<String> ids = RiskSchemes.all().stream()
                    .map(one -> one.description().scheme().id())
                    .toList();
            throw new ParameterException(
                    line, "--scheme: expected one of " + String.join(", ", ids) + ", found " + scheme);
        }
        return rules;
    }

    private List<String> order(CommandLine line, Optional<SchemeRules> rules) {
        List<String> named = categoryOrder.stream().map(String::strip).toList();
        if (rules.isPresent() && !named.isEmpty()) {
            throw new ParameterException(line, "--category-order: expected no --scheme beside it, found " + scheme);
        }
        if (new HashSet<>(named).size() < named.size() || named.contains("")) {
            throw new ParameterException(line, "--category-order: expected each name once, found " + named);
        }
        List<String> order =
                rules.map(one -> one.description().scheme().categories()).orElse(named);
        if (order.isEmpty() && RANGES.equals(categoryColumn)) {
            throw new ParameterException(
                    line,
                    "--category-column " + RANGES + ": expected --scheme or --category-order beside it, by which ranges"
                            + " are told from categories, found neither");
        }
        return order;
    }

    private RiskLanguage language(CommandLine line) {
        return Arrays.stream(RiskLanguage.values())
                .filter(one -> one.tag().equals(language))
                .findFirst()
                .orElseThrow(() -> new ParameterException(line, "--language: expected en or fr, found " + language));
    }

    private IntervalType intervalType(CommandLine line) {
        return switch (intervalType) {
            case "log" -> IntervalType.LOG;
            case "log-log" -> IntervalType.LOG_LOG;
            case "plain" -> IntervalType.PLAIN;
            default ->
                throw new ParameterException(
                        line, "--conf-type: expected log, log-log or plain, found " + intervalType);
        };
    }

    private Map<String, String> columns(String category, boolean computed) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", idColumn);
        columns.put("time", timeColumn);
        columns.put("status", statusColumn);
        if (!computed) {
            columns.put("category", category);
        }
        return columns;
    }

    private String typed() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id-column", idColumn);
        parameters.put("time-column", timeColumn);
        parameters.put("status-column", statusColumn);
        parameters.put("horizon", Double.toString(horizonYears));
        parameters.put("conf-type", intervalType);
        if (timeUnit != null) {
            parameters.put("time-unit", timeUnit.name().toLowerCase(Locale.ROOT));
        }
        if (categoryColumn != null) {
            parameters.put("category-column", categoryColumn);
        }
        if (scheme != null) {
            parameters.put("scheme", scheme);
        }
        if (!categoryOrder.isEmpty()) {
            parameters.put("category-order", "\"" + String.join(",", categoryOrder) + "\"");
        }
        String flags = splitNotEstablished ? " --split-not-established" : "";
        return TypedCommand.of("risk validate", Map.of("--input", input), parameters) + flags;
    }

    private CommandSpec requireSpec() {
        if (spec == null) {
            throw new UserException(ErrorCode.USAGE, "marrow risk validate is a command of marrow");
        }
        return spec;
    }
}
