package org.marrow.io.transcript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.variant.Assembly;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;

/**
 * Reads the transcripts that a laboratory reports its genes on: a table with the column {@code gene} and one or more columns of
 * accessions. These are {@code transcript}, {@code refseq} and {@code ensembl}, or those of MSK's isoform overrides beside MANE's:
 * {@code mskcc_grch37_refseq}, {@code mskcc_grch37_enst} and so for GRCh38, and {@code mane_refseq}, {@code mane_enst}. A gene's
 * row is read from the first pair of columns that it has something in: for its own, MSK's of the assembly, MANE's.
 */
public final class TranscriptListSource {
    private static final List<String> OWN = List.of("transcript", "refseq", "ensembl");
    private static final List<String> MSK_37 = List.of("mskcc_grch37_refseq", "mskcc_grch37_enst");
    private static final List<String> MSK_38 = List.of("mskcc_grch38_refseq", "mskcc_grch38_enst");
    private static final List<String> MANE = List.of("mane_refseq", "mane_enst");

    private TranscriptListSource() {}

    /**
     * Reads a list.
     *
     * @param assembly whose columns count; MSK's are passed over where it is neither
     * @return accessions as the table writes them, sorted; genes without any are left out
     * @throws FormatException when the table has no such columns or no accession
     */
    public static Set<String> read(Path file, Assembly assembly) {
        List<List<String>> columns =
                switch (assembly) {
                    case GRCH37 -> List.of(OWN, MSK_37, MANE);
                    case GRCH38 -> List.of(OWN, MSK_38, MANE);
                    case OTHER, UNKNOWN -> List.of(OWN, MANE);
                };
        Set<String> accessions = new TreeSet<>();
        try (TableSource source = TableSource.open(file, TableFormat.ofFile(file), TableLimits.BY_HAND)) {
            TableHeader header = source.header();
            header.require(List.of("gene"));
            if (columns.stream().flatMap(List::stream).noneMatch(header::has)) {
                throw new FormatException(
                        file,
                        Location.line(header.line()),
                        "a column of accessions: one of "
                                + columns.stream().flatMap(List::stream).toList(),
                        String.join(", ", header.names()));
            }
            source.forEach(row -> accessions.addAll(accessions(row, columns)));
        }
        if (accessions.isEmpty()) {
            throw new FormatException(file, Location.whole(), "at least one accession of a transcript", "none");
        }
        return accessions;
    }

    private static List<String> accessions(TableRow row, List<List<String>> columns) {
        row.text("gene");
        for (List<String> group : columns) {
            List<String> found = new ArrayList<>();
            for (String column : group) {
                if (row.header().has(column)) {
                    row.optionalText(column).ifPresent(accession -> {
                        if (!accession.matches("[A-Za-z][A-Za-z0-9_]*(\\.[0-9]+)?")) {
                            throw row.wrong(column, "an accession such as NM_004119.3");
                        }
                        found.add(accession);
                    });
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
