package org.marrow.workflows.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.variants.risk.scheme.RiskMessages;

/** One scheme's word on one patient: the category on its scale, the reasons, what is missing and what would settle it. */
final class RiskCard {
    /** The tones of the scale in the style sheet, from the most favourable. */
    private static final int TONES = 6;

    /** Of scores, after the point. */
    private static final int DIGITS = 2;

    private final RiskResult result;
    private final ReportTexts words;

    RiskCard(RiskResult result, ReportTexts words) {
        this.result = result;
        this.words = words;
    }

    void writeSummaryRow(Writer writer) throws IOException {
        String tests = result.settledBy().stream().map(this::textOf).collect(Collectors.joining("; "));
        writer.write("<tr><th scope=\"row\"><a href=\"#" + anchor() + "\">"
                + Markup.escape(result.scheme().edition()) + "</a></th><td>" + chip() + "</td><td>"
                + Markup.escape(tests) + "</td></tr>\n");
    }

    void write(Writer writer) throws IOException {
        writer.write("<section class=\"card\" id=\"" + anchor() + "\">\n<h2>"
                + Markup.escape(result.scheme().edition()) + " " + chip() + "</h2>\n");
        writeScale(writer);
        writeScore(writer);
        if (!result.settledBy().isEmpty()) {
            writer.write("<div class=\"settled\"><h3>" + words.text("settles") + "</h3>\n<ul>"
                    + result.settledBy().stream()
                            .map(test -> "<li>" + Markup.escape(textOf(test)) + "</li>")
                            .collect(Collectors.joining())
                    + "</ul></div>\n");
        }
        writeReasons(writer);
        writeFlags(writer);
        writeMissing(writer);
        writeInputs(writer);
        writer.write("<p class=\"small\">" + words.text("citation") + " <span lang=\"en\">"
                + Markup.escape(result.scheme().source()) + "</span></p>\n</section>\n");
    }

    private String anchor() {
        return words.language().tag() + "-" + result.scheme().id();
    }

    /** The category, or between which ones it lies, or that there is none; never a blank. */
    private String standing() {
        if (result.category().isPresent()) {
            return categoryName(result.category().get());
        }
        if (result.range().isEmpty()) {
            return result.possible().isEmpty()
                    ? words.text("established.not")
                    : words.text(
                            "established.kinds",
                            result.possible().stream().map(this::categoryName).collect(Collectors.joining("; ")));
        }
        CategoryRange range = result.range().get();
        return words.text("established.range", categoryName(range.best()), categoryName(range.worst()));
    }

    private String chip() {
        String tone = result.category().isPresent() ? tone(result.category().get()) : "open";
        return "<span class=\"chip " + tone + "\">" + Markup.escape(standing()) + "</span>";
    }

    private String tone(String category) {
        if (result.range().isEmpty()) {
            return "kind";
        }
        List<String> categories = result.scheme().categories();
        double place = categories.size() < 2 ? 0 : (double) result.scheme().rank(category) / (categories.size() - 1);
        return "tone-" + Math.round(place * (TONES - 1));
    }

    /** Classifications without order, and results without a range, have no scale. */
    private void writeScale(Writer writer) throws IOException {
        if (result.range().isEmpty()) {
            return;
        }
        writer.write("<ol class=\"scale\" aria-label=\"" + words.text("scale.label") + "\">");
        for (String category : result.scheme().categories()) {
            String state = !isPossible(category) ? "" : result.isEstablished() ? "here " : "possible ";
            writer.write(
                    "<li class=\"" + state + tone(category) + "\"" + (state.isEmpty() ? "" : " aria-current=\"true\"")
                            + ">" + Markup.escape(categoryName(category)) + "</li>");
        }
        writer.write("</ol>\n<p class=\"ends small\"><span>← " + words.text("scale.better") + "</span><span>"
                + words.text("scale.worse") + " →</span></p>\n");
    }

    private boolean isPossible(String category) {
        return result.possible().contains(category);
    }

    private void writeScore(Writer writer) throws IOException {
        if (result.score().isEmpty()) {
            return;
        }
        ScoreRange score = result.score().get();
        boolean exact = score.best() == score.worst();
        writer.write("<p class=\"score\">"
                + (exact
                        ? words.text("score") + " <strong>" + number(score.mean()) + "</strong>"
                        : words.text("score.range", number(score.best()), number(score.mean()), number(score.worst())))
                + "</p>\n");
    }

    private void writeReasons(Writer writer) throws IOException {
        writer.write("<h3>" + words.text("reasons") + "</h3>\n");
        if (result.drivers().isEmpty()) {
            writer.write("<p>" + words.text("reasons.none") + "</p>\n");
            return;
        }
        boolean sums = result.drivers().stream()
                .anyMatch(driver -> driver.contribution().isPresent());
        writer.write("<table>\n<thead><tr><th scope=\"col\">" + words.text("reason.name") + "</th>"
                + (sums ? "<th scope=\"col\" class=\"number\">" + words.text("reason.points") + "</th>" : "")
                + "<th scope=\"col\">" + words.text("reason.text") + "</th></tr></thead>\n<tbody>\n");
        for (RiskDriver driver : result.drivers()) {
            String points = driver.contribution().isPresent()
                    ? signed(driver.contribution().getAsDouble())
                    : "";
            writer.write("<tr><th scope=\"row\">" + Markup.escape(driver.name()) + "</th>"
                    + (sums ? "<td class=\"number\">" + points + "</td>" : "") + "<td>"
                    + sentence(driver.rule(), driver.reason()) + " " + mark(driver.mark()) + "</td></tr>\n");
        }
        writer.write("</tbody>\n</table>\n");
    }

    private void writeFlags(Writer writer) throws IOException {
        if (result.flags().isEmpty()) {
            return;
        }
        writer.write("<h3>" + words.text("notes") + "</h3>\n<ul>\n");
        for (RiskFlag flag : result.flags()) {
            writer.write("<li>" + sentence(flag.code(), flag.explanation()) + " " + mark(flag.mark()) + "</li>\n");
        }
        writer.write("</ul>\n");
    }

    private void writeMissing(Writer writer) throws IOException {
        if (!result.missing().isEmpty()) {
            writer.write("<p><strong>"
                    + words.text("missing", Integer.toString(result.missing().size())) + "</strong> "
                    + Markup.escape(String.join(", ", result.missing())) + "</p>\n");
        }
    }

    private void writeInputs(Writer writer) throws IOException {
        if (result.inputs().isEmpty()) {
            return;
        }
        writer.write("<details><summary>"
                + words.text("inputs", Integer.toString(result.inputs().size()))
                + "</summary>\n<table>\n<thead><tr><th scope=\"col\">" + words.text("input") + "</th><th scope=\"col\">"
                + words.text("value") + "</th><th scope=\"col\">" + words.text("source")
                + "</th></tr></thead>\n<tbody>\n");
        for (RiskInput input : result.inputs()) {
            writer.write("<tr><th scope=\"row\">" + Markup.escape(input.name()) + "</th><td>"
                    + input.value().map(Markup::escape).orElse("<em>" + words.text("not.given") + "</em>") + "</td><td>"
                    + Markup.escape(input.source().orElse("")) + "</td></tr>\n");
        }
        writer.write("</tbody>\n</table></details>\n");
    }

    private String mark(EvidenceMark mark) {
        return "<span class=\"mark " + mark.name() + "\">" + words.text("mark." + mark.name()) + "</span>";
    }

    private String sentence(String code, String english) {
        return Markup.escape(RiskMessages.translate(words.language(), code, english));
    }

    private String textOf(String code) {
        return RiskMessages.text(words.language(), code);
    }

    private String categoryName(String category) {
        return RiskMessages.text(words.language(), RiskMessages.categoryCode(category));
    }

    private String number(double value) {
        return words.number(value, DIGITS);
    }

    private String signed(double value) {
        return (value < 0 ? "−" : "+") + words.number(Math.abs(value), DIGITS);
    }
}
