package org.marrow.workflows.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marrow.core.error.BugException;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.run.InputFile;
import org.marrow.io.guard.AtomicFile;
import org.marrow.variants.risk.scheme.RiskLanguage;

/** Everything that the schemes say of one patient as one page in French and English that needs nothing beside itself. */
public final class RiskReport {
    static final String TEXTS = "risk-report";
    private static final String STYLE = "risk-report.css";

    private RiskReport() {}

    /**
     * What a report is made of.
     *
     * @param date of the findings, where the user gave one
     * @param karyotype as it was given
     * @param inputs the files that were read
     */
    public record Content(
            Pseudonym patient,
            Disease disease,
            Optional<LocalDate> date,
            Optional<String> karyotype,
            List<RiskResult> results,
            List<InputFile> inputs,
            String toolVersion) {
        public Content {
            requireNonNull(patient, "patient");
            requireNonNull(disease, "disease");
            requireNonNull(date, "date");
            requireNonNull(karyotype, "karyotype");
            results = List.copyOf(results);
            inputs = List.copyOf(inputs);
            requireNonNull(toolVersion, "toolVersion");
        }
    }

    /** Writes the page; the reader changes the language on it, and French comes first. */
    public static void write(Path file, Content content) {
        AtomicFile.writeText(file, writer -> {
            writer.write("<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
                    + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Marrow: "
                    + Markup.escape(content.patient().toString()) + "</title>\n<style>\n" + style()
                    + "</style>\n</head>\n<body>\n");
            // Without a script: each language is a whole page, and the buttons choose which of them is shown.
            writer.write(
                    "<input type=\"radio\" name=\"language\" id=\"show-fr\" checked><label for=\"show-fr\" lang=\"fr\">Français</label>\n"
                            + "<input type=\"radio\" name=\"language\" id=\"show-en\"><label for=\"show-en\" lang=\"en\">English</label>\n");
            for (RiskLanguage language : List.of(RiskLanguage.FRENCH, RiskLanguage.ENGLISH)) {
                writePage(writer, content, ReportTexts.of(TEXTS, language));
            }
            writer.write("</body>\n</html>\n");
        });
    }

    private static void writePage(Writer writer, Content content, ReportTexts words) throws IOException {
        writer.write("<main lang=\"" + words.language().tag() + "\">\n");
        writer.write("<h1>" + Markup.escape(words.text("title", content.patient())) + "</h1>\n");
        writer.write("<p class=\"notice\">" + words.text("notice") + "</p>\n<dl class=\"facts\">\n");
        fact(writer, words.text("disease"), content.disease().name());
        if (content.date().isPresent()) {
            fact(writer, words.text("date"), content.date().get().toString());
        }
        if (content.karyotype().isPresent()) {
            fact(writer, words.text("karyotype"), content.karyotype().get());
        }
        fact(
                writer,
                words.text("files"),
                content.inputs().stream().map(InputFile::name).collect(Collectors.joining(", ")));
        writer.write("</dl>\n");
        if (content.results().isEmpty()) {
            writer.write("<p>" + words.text("none") + "</p>\n");
        } else {
            List<RiskCard> cards = new ArrayList<>();
            content.results().forEach(result -> cards.add(new RiskCard(result, words)));
            writeSummary(writer, cards, words);
            for (RiskCard card : cards) {
                card.write(writer);
            }
            writer.write("<p class=\"small\">" + words.text("marks") + "</p>\n");
        }
        writer.write("<footer class=\"small\"><p>" + Markup.escape(words.text("made", content.toolVersion())) + " "
                + words.text("notice") + "</p></footer>\n</main>\n");
    }

    private static void writeSummary(Writer writer, List<RiskCard> cards, ReportTexts words) throws IOException {
        writer.write("<h2>" + words.text("summary") + "</h2>\n<table class=\"summary\">\n<thead><tr><th scope=\"col\">"
                + words.text("scheme") + "</th><th scope=\"col\">" + words.text("result") + "</th><th scope=\"col\">"
                + words.text("settles") + "</th></tr></thead>\n<tbody>\n");
        for (RiskCard card : cards) {
            card.writeSummaryRow(writer);
        }
        writer.write("</tbody>\n</table>\n");
    }

    private static void fact(Writer writer, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            writer.write("<dt>" + name + "</dt><dd>" + Markup.escape(value) + "</dd>\n");
        }
    }

    private static String style() {
        try (InputStream stream = RiskReport.class.getResourceAsStream(STYLE)) {
            if (stream == null) {
                throw new BugException(STYLE + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BugException("cannot read " + STYLE, e);
        }
    }
}
