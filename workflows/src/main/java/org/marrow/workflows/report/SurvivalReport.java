package org.marrow.workflows.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.marrow.core.risk.RiskScheme;
import org.marrow.core.statistics.Normal;
import org.marrow.core.survival.Calibration;
import org.marrow.core.survival.CategorySurvival;
import org.marrow.core.survival.ChiSquaredTest;
import org.marrow.core.survival.CohortValidation;
import org.marrow.core.survival.Concordance;
import org.marrow.core.survival.HazardRatios;
import org.marrow.core.survival.SurvivalAt;
import org.marrow.core.survival.SurvivalTime;
import org.marrow.core.survival.ValidationPart;
import org.marrow.variants.risk.scheme.RiskLanguage;

/** The validation of a scheme in a cohort as one page that needs nothing else, in every language, one of them shown at a time. */
public final class SurvivalReport {
    static final String TEXTS = "survival";

    private static final String STYLE = """
            body { font: 15px/1.55 system-ui, 'Segoe UI', sans-serif; color: #1a1a1a; max-width: 62rem; margin: 1.5rem auto; padding: 0 1rem; }
            h1 { font-size: 1.7rem; line-height: 1.2; margin: .6rem 0 .2rem; }
            h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid #1a1a1a; padding-bottom: .2rem; }
            h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
            th, td { text-align: left; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid #ddd; vertical-align: top; }
            td:first-child { white-space: nowrap; }
            thead th { font-weight: 600; border-bottom: 1px solid #888; }
            .wide { overflow-x: auto; }
            .notice { border-left: 4px solid #b8a800; padding: .3rem .8rem; background: #fbfaf0; }
            .note, figcaption { color: #444; font-size: .9rem; }
            .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.2rem, 1fr)); gap: .6rem; margin: 1rem 0; padding: 0; list-style: none; }
            .facts li { border: 1px solid #ccc; border-radius: 6px; padding: .5rem .8rem; }
            .facts b { display: block; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
            .facts span { color: #444; font-size: .85rem; }
            figure { margin: .5rem 0; }
            svg { max-width: 100%; height: auto; }
            .key { width: 2.2rem; max-width: none; height: .7rem; margin-right: .5rem; vertical-align: baseline; }
            code { font-size: .88rem; overflow-wrap: anywhere; }
            .choice { position: absolute; opacity: 0; }
            .languages { float: right; }
            .languages label { border: 1px solid #888; padding: .15rem .7rem; cursor: pointer; border-radius: 4px; margin-left: .3rem; }
            @media print { .languages { display: none; } h2 { break-after: avoid; } figure, table { break-inside: avoid; } body { margin: 0; font-size: 11pt; } }
            """;

    private final RiskValidation result;
    private final CohortValidation validation;
    private final ReportTexts texts;
    private final String tag;
    private final String confidence;
    private final StringBuilder out = new StringBuilder();

    private SurvivalReport(RiskValidation result, ReportTexts texts) {
        this.result = result;
        this.validation = result.validation();
        this.texts = texts;
        this.tag = texts.language().tag();
        this.confidence = texts.percent(validation.settings().confidence(), 0);
    }

    /** The page as text. */
    public static String of(RiskValidation result, RiskLanguage first) {
        List<ReportTexts> languages = new ArrayList<>();
        for (RiskLanguage language : RiskLanguage.values()) {
            languages.add(ReportTexts.of(SurvivalReport.TEXTS, language));
        }
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"" + first.tag() + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>"
                + Markup.escape(ReportTexts.of(SurvivalReport.TEXTS, first).text("title") + " – " + result.table())
                + "</title>\n<style>\n" + STYLE);
        for (ReportTexts one : languages) {
            String tag = one.language().tag();
            page.append("#")
                    .append(tag)
                    .append(":not(:checked) ~ .")
                    .append(tag)
                    .append(" { display: none; }\n");
            page.append("#")
                    .append(tag)
                    .append(":checked ~ .languages label[for=")
                    .append(tag)
                    .append("] { background: #1a1a1a; color: #fff; }\n#")
                    .append(tag)
                    .append(":focus-visible ~ .languages label[for=")
                    .append(tag)
                    .append("] { outline: 3px solid #0072b2; }\n");
        }
        page.append("</style>\n</head>\n<body>\n");
        for (ReportTexts one : languages) {
            String tag = one.language().tag();
            page.append("<input type=\"radio\" class=\"choice\" name=\"language\" id=\"" + tag + "\" aria-label=\""
                    + one.text("language") + "\"" + (one.language() == first ? " checked" : "") + ">\n");
        }
        page.append("<div class=\"languages\">");
        for (ReportTexts one : languages) {
            String tag = one.language().tag();
            page.append("<label for=\"" + tag + "\" lang=\"" + tag + "\">" + one.text("language") + "</label>");
        }
        page.append("</div>\n");
        for (ReportTexts one : languages) {
            page.append(new SurvivalReport(result, one).write());
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private String write() {
        out.append("<main class=\"" + tag + "\" lang=\"" + tag + "\">\n");
        head();
        facts();
        out.append("<h2>" + words("plot.heading") + "</h2>\n<figure>\n");
        out.append(SurvivalPlot.inside(validation, texts, "curves-" + tag));
        out.append("<figcaption>" + words("plot.caption", confidence) + "</figcaption>\n</figure>\n");
        categories();
        tests();
        validation.hazardRatios().ifPresent(this::hazardRatios);
        validation.calibration().ifPresent(this::calibration);
        missing();
        made();
        return out.append("</main>\n").toString();
    }

    private void head() {
        String title = result.scheme()
                .map(scheme -> texts.text("titleOf", scheme.edition()))
                .orElse(texts.text("title"));
        out.append("<h1>" + escape(title) + "</h1>\n");
        out.append("<p class=\"note\">" + words("cohort") + colon() + escape(result.table()));
        if (result.scheme().isPresent()) {
            RiskScheme scheme = result.scheme().get();
            out.append("<br>" + words("scheme") + colon() + escape(scheme.edition()) + " (<code>" + escape(scheme.id())
                    + "</code>). " + words("source") + colon() + escape(scheme.source()));
        }
        out.append("</p>\n<p class=\"notice\">" + words("researchUse") + "</p>\n");
    }

    private void facts() {
        out.append("<ul class=\"facts\">\n");
        fact(Integer.toString(validation.patients()), texts.text("evaluated"));
        fact(Integer.toString(validation.events()), texts.text("deaths"));
        fact(Integer.toString(result.leftOut().size()), texts.text("leftOutCount"));
        fact(
                time(validation.followUp().estimate()).orElse(texts.text("notReached")),
                texts.text("followUp", texts.unit(validation.settings().unit())));
        fact(
                validation
                        .logRank()
                        .flatMap(one -> one.test())
                        .map(test -> texts.p(test.pValue()))
                        .orElse(texts.text("notComputed")),
                texts.text("logRank"));
        fact(
                validation
                        .concordance()
                        .map(one -> texts.number(one.index(), 3))
                        .orElse(texts.text("notComputed")),
                texts.text("concordance"));
        out.append("</ul>\n");
    }

    private void fact(String value, String meaning) {
        out.append("<li><b>" + escape(value) + "</b><span>" + escape(meaning) + "</span></li>\n");
    }

    private void categories() {
        List<String> header = new ArrayList<>();
        String unit = texts.unit(validation.settings().unit());
        header.add(texts.text("table.category"));
        header.add(texts.text("table.patients"));
        header.add(texts.text("table.events"));
        header.add(texts.text("table.median", unit, confidence));
        for (CategorySurvival.AtYear one : allGroups().getFirst().survival()) {
            header.add(texts.text("table.year", one.years(), confidence));
        }
        header.add(texts.text(
                "table.restricted", texts.shortNumber(validation.settings().horizonYears()), unit));
        out.append("<h2>" + words("table.heading") + "</h2>\n<div class=\"wide\">");
        tableHead(header);
        List<CategorySurvival> groups = allGroups();
        for (int i = 0; i < groups.size(); i++) {
            CategorySurvival group = groups.get(i);
            out.append("<tr><td>" + key(style(i)) + escape(texts.category(group.label())) + "</td>");
            cell(Integer.toString(group.patients()));
            cell(Integer.toString(group.events()));
            cell(group.patients() == 0 ? ReportTexts.noValue() : median(group.median()));
            for (CategorySurvival.AtYear one : group.survival()) {
                cell(one.survival().map(this::survival).orElse(ReportTexts.noValue()));
            }
            cell(group.restrictedMean()
                    .map(one ->
                            texts.text("valueWithInterval", timeNumber(one.mean()), timeNumber(one.standardError())))
                    .orElse(ReportTexts.noValue()));
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n<p class=\"note\">"
                + words(
                        "table.note",
                        texts.text("interval." + validation.settings().intervalType()))
                + "</p>\n");
    }

    private String median(SurvivalTime median) {
        String never = texts.text("notReachedShort");
        return texts.text(
                "valueWithInterval",
                time(median.estimate()).orElse(never),
                time(median.lower()).orElse(never)
                        + texts.text("to")
                        + time(median.upper()).orElse(never));
    }

    private String survival(SurvivalAt at) {
        String interval = at.lower().isPresent() && at.upper().isPresent()
                ? texts.number(100 * at.lower().getAsDouble(), 0)
                        + texts.text("to")
                        + texts.number(100 * at.upper().getAsDouble(), 0)
                : ReportTexts.noValue();
        return texts.text("valueWithInterval", texts.percent(at.survival(), 0), interval);
    }

    private void tests() {
        out.append("<h2>" + words("tests.heading") + "</h2>\n<div class=\"wide\">");
        tableHead(List.of(texts.text("tests.test"), texts.text("tests.result"), texts.text("tests.meaning")));
        test("logRank", validation.logRank().flatMap(one -> one.test()), ValidationPart.LOG_RANK);
        test("trend", validation.trend(), ValidationPart.TREND);
        testRow("concordance", validation.concordance().map(this::concordance), ValidationPart.CONCORDANCE);
        test("likelihood", validation.hazardRatios().map(HazardRatios::likelihoodRatio), ValidationPart.HAZARD_RATIOS);
        test(
                "proportional",
                validation.hazardRatios().flatMap(HazardRatios::proportional),
                ValidationPart.PROPORTIONAL_HAZARDS);
        out.append("</tbody></table></div>\n");
    }

    private void test(String key, Optional<ChiSquaredTest> test, ValidationPart part) {
        testRow(
                key,
                test.map(one -> texts.text(
                        "tests.chi", texts.number(one.statistic(), 2), one.degreesOfFreedom(), texts.p(one.pValue()))),
                part);
    }

    private void testRow(String key, Optional<String> result, ValidationPart part) {
        out.append("<tr>");
        cell(texts.text("tests." + key));
        cell(result.orElseGet(() -> texts.text("notComputed")
                + Optional.ofNullable(validation.notComputed().get(part))
                        .map(gap -> colon() + texts.text("gap." + gap))
                        .orElse("")));
        cell(texts.text("tests." + key + ".meaning"));
        out.append("</tr>\n");
    }

    private String concordance(Concordance found) {
        double z = Normal.quantile(1 - (1 - validation.settings().confidence()) / 2);
        double lower = Math.max(0, found.index() - z * found.standardError());
        double upper = Math.min(1, found.index() + z * found.standardError());
        return texts.text(
                "tests.concordance.value",
                texts.number(found.index(), 3),
                confidence,
                texts.interval(OptionalDouble.of(lower), OptionalDouble.of(upper), 3));
    }

    private void hazardRatios(HazardRatios ratios) {
        List<CurveStyle> styles =
                ratios.ratios().stream().map(one -> styleOf(one.category())).toList();
        out.append("<h2>" + words("hazard.heading") + "</h2>\n<figure>\n");
        out.append(HazardRatioPlot.draw(ratios, styles, texts, "hazards-" + tag));
        out.append("</figure>\n<div class=\"wide\">");
        tableHead(
                List.of(texts.text("hazard.category"), texts.text("hazard.ratio", confidence), texts.text("hazard.p")));
        for (HazardRatios.Ratio ratio : ratios.ratios()) {
            out.append("<tr>");
            cell(texts.category(ratio.category()));
            cell(HazardRatioPlot.words(ratio, texts));
            cell(ratio.pValue().isPresent() ? texts.p(ratio.pValue().getAsDouble()) : ReportTexts.noValue());
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n<p class=\"note\">"
                + words("hazard.note", texts.category(ratios.reference())) + "</p>\n");
    }

    private void calibration(Calibration calibration) {
        List<CurveStyle> styles = calibration.points().stream()
                .map(one -> styleOf(one.category()))
                .toList();
        out.append("<h2>" + words("calibration.heading", texts.shortNumber(calibration.years())) + "</h2>\n<figure>\n");
        out.append(CalibrationPlot.draw(calibration, styles, texts, "calibration-" + tag));
        out.append("</figure>\n<div class=\"wide\">");
        tableHead(List.of(
                texts.text("calibration.category"),
                texts.text("calibration.patients"),
                texts.text("calibration.predicted"),
                texts.text("calibration.observed", confidence)));
        for (Calibration.Point point : calibration.points()) {
            out.append("<tr>");
            cell(texts.category(point.category()));
            cell(Integer.toString(point.patients()));
            cell(texts.percent(point.predicted(), 1));
            cell(point.observed().map(this::survival).orElse(ReportTexts.noValue()));
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n<p class=\"note\">");
        calibration
                .meanDifference()
                .ifPresent(mean -> out.append(words("calibration.mean", texts.percent(mean, 1)) + " "));
        out.append(words("calibration.note." + calibration.method()) + "</p>\n");
    }

    private void missing() {
        out.append("<h2>" + words("missing.heading") + "</h2>\n");
        int open = validation.patients() - validation.established();
        boolean nothing = result.leftOut().isEmpty()
                && open == 0
                && result.missingInputs().isEmpty()
                && validation.notComputed().isEmpty();
        if (nothing) {
            out.append("<p>" + words("missing.nothing") + "</p>\n");
        }
        if (!result.leftOut().isEmpty()) {
            Map<RiskValidation.Reason, List<String>> byReason = new LinkedHashMap<>();
            for (RiskValidation.LeftOut one : result.leftOut()) {
                byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                        .add(one.id());
            }
            out.append("<h3>" + words("missing.leftOut", result.leftOut().size()) + "</h3>\n<ul>\n");
            byReason.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> item(texts.text("missing.reason." + one.getKey())
                            + colon()
                            + String.join(", ", one.getValue())));
            out.append("</ul>\n");
        }
        if (open > 0) {
            out.append("<h3>" + words("missing.open", open) + "</h3>\n<ul>\n");
            int known = 0;
            for (Map.Entry<String, Integer> range : validation.ranges().entrySet()) {
                item(texts.category(range.getKey()) + colon() + range.getValue());
                known += range.getValue();
            }
            if (known < open) {
                item(texts.text("missing.rangeUnknown") + colon() + (open - known));
            }
            out.append("</ul>\n");
        }
        if (!result.missingInputs().isEmpty()) {
            out.append("<h3>" + words("missing.inputs") + "</h3>\n<p>"
                    + escape(result.missingInputs().entrySet().stream()
                            .map(one -> one.getKey() + "\u00a0" + one.getValue())
                            .collect(Collectors.joining(", ")))
                    + "</p>\n");
        }
        if (!validation.notComputed().isEmpty()) {
            out.append("<h3>" + words("missing.parts") + "</h3>\n<ul>\n");
            validation.notComputed().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one ->
                            item(texts.text("part." + one.getKey()) + colon() + texts.text("gap." + one.getValue())));
            out.append("</ul>\n");
        }
    }

    private void item(String text) {
        out.append("<li>" + escape(text) + "</li>\n");
    }

    private void made() {
        String columns = result.columns().entrySet().stream()
                .map(one -> texts.text("made.column", one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
        out.append("<h2>" + words("made.heading") + "</h2>\n<p>" + words("made.columns", columns) + " ");
        if (result.computed()) {
            result.scheme().ifPresent(scheme -> out.append(words("made.computed", scheme.edition()) + " "));
        }
        out.append(
                result.unitStated()
                        ? words("made.unit", texts.unit(validation.settings().unit()))
                        : words("made.unitAssumed"));
        out.append("</p>\n<p>" + words("made.methods") + " " + words("made.version", result.toolVersion()) + "</p>\n<p>"
                + words("made.command") + colon() + "<code>" + escape(result.command()) + "</code></p>\n");
    }

    private List<CategorySurvival> allGroups() {
        List<CategorySurvival> groups = new ArrayList<>(validation.categories());
        groups.addAll(validation.open());
        return groups;
    }

    private CurveStyle style(int place) {
        int categories = validation.categories().size();
        return place < categories ? CurveStyle.ofCategory(place, categories) : CurveStyle.ofOpen(place - categories);
    }

    private CurveStyle styleOf(String category) {
        List<String> labels =
                validation.categories().stream().map(CategorySurvival::label).toList();
        return style(labels.indexOf(category));
    }

    private static String key(CurveStyle style) {
        return "<svg class=\"key\" viewBox=\"0 0 36 10\" aria-hidden=\"true\"><path d=\"M0 5H36\" " + style.stroke(2.4)
                + "/></svg>";
    }

    /** Days as whole ones, larger units with a digit after the point. */
    private String timeNumber(double time) {
        return texts.number(time, validation.settings().unit().perYear() > 300 ? 0 : 1);
    }

    private Optional<String> time(OptionalDouble time) {
        return time.isPresent() ? Optional.of(timeNumber(time.getAsDouble())) : Optional.empty();
    }

    private String colon() {
        return texts.language() == RiskLanguage.FRENCH ? "\u00a0: " : ": ";
    }

    private void tableHead(List<String> names) {
        out.append("<table>\n<thead><tr>");
        names.forEach(name -> out.append("<th scope=\"col\">" + escape(name) + "</th>"));
        out.append("</tr></thead>\n<tbody>\n");
    }

    private void cell(String text) {
        out.append("<td>" + escape(text) + "</td>");
    }

    private String words(String key, Object... arguments) {
        return escape(texts.text(key, arguments));
    }

    private static String escape(String text) {
        return Markup.escape(text);
    }
}
