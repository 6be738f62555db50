package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Karyotypes in the spellings that reports use, with what they mean by the rules of ISCN and of the schemes. */
final class Reports {
    /**
     * @param abnormalities their number, or the fewest and the most with a tilde between
     * @param byClone their number in each clone of the patient, with blanks between
     * @param lesions labels of those that are present, with blanks between
     * @param open labels of those that are unknown, or {@code many}
     */
    record Report(
            String iscn,
            String abnormalities,
            String byClone,
            String threeOrMore,
            String complexEln2022,
            String monosomal,
            String lesions,
            String open,
            boolean addsUp) {}

    private Reports() {}

    static List<Report> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                requireNonNull(Reports.class.getResourceAsStream("reports.tsv")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Report(
                            cells[0],
                            cells[1],
                            cells[2],
                            cells[3],
                            cells[4],
                            cells[5],
                            cells[6],
                            cells[7],
                            cells[8].equals("yes")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
