package org.marrow.variants.hgvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.testing.SharedData;

/** The names of ClinVar that biocommons/hgvs tests its own parser with; docs/validation/hgvs.md has the outcome. */
@Tag("real-data")
final class ClinvarNamesTest {
    private static final Path OUTCOME = Path.of("../docs/validation/hgvs.md");

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require("data/hgvs/clinvar.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                // A commented line holds names that another library cannot map; they are names all the same.
                if (cells.length == 3 && !cells[2].equals("hgvs_variants")) {
                    names.addAll(List.of(cells[2].strip().split(" ")));
                }
            }
        }
        return names;
    }

    @Test
    void namesPrintBackAsTheyWereWritten() throws IOException {
        List<String> names = names();
        assertThat(names).hasSize(29_602);
        List<String> refused = new ArrayList<>();
        for (String name : names) {
            try {
                assertThat(HgvsName.parse(name)).hasToString(name);
            } catch (HgvsException refusal) {
                refused.add(refusal.name());
            }
        }
        String outcome = Files.readString(OUTCOME);
        assertThat(refused).hasSize(14).allSatisfy(name -> assertThat(outcome).contains("`" + name + "`"));
        assertThat(outcome).contains("29,588 of 29,602");
    }
}
