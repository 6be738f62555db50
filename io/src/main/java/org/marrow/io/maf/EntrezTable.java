package org.marrow.io.maf;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marrow.core.error.FormatException;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;

/**
 * NCBI's gene numbers by HGNC symbol, from a table with the columns {@code Hugo_Symbol} and {@code Entrez_Gene_Id}. Any MAF is
 * one; other columns do not count.
 */
public final class EntrezTable {
    private EntrezTable() {}

    /**
     * Reads the table: separated by commas when its name ends in {@code .csv}, else by tabs. Genes numbered 0 or not at all are
     * left out.
     *
     * @throws FormatException with line and column, also when a gene has two numbers
     */
    public static Map<String, Integer> read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean byCommas = name.endsWith(".csv") || name.endsWith(".csv.gz");
        TableFormat format = byCommas ? TableFormat.CSV : TableFormat.TSV_WITH_COMMENTS;
        Map<String, Integer> numbers = new HashMap<>();
        try (TableSource table = TableSource.open(file, format, TableLimits.BY_PROGRAM)) {
            table.header().require(List.of(MafColumns.GENE, MafColumns.ENTREZ));
            table.forEach(row -> add(row, numbers));
        }
        return Map.copyOf(numbers);
    }

    private static void add(TableRow row, Map<String, Integer> numbers) {
        long number =
                row.optionalInteger(MafColumns.ENTREZ, 0, Integer.MAX_VALUE).orElse(0);
        if (number == 0 || !row.isKnown(MafColumns.GENE)) {
            return;
        }
        String gene = row.text(MafColumns.GENE);
        Integer earlier = numbers.putIfAbsent(gene, (int) number);
        if (earlier != null && earlier != number) {
            throw new FormatException(
                    row.file(),
                    row.at(MafColumns.ENTREZ),
                    earlier + " as on an earlier line for " + FoundText.quote(gene),
                    String.valueOf(number));
        }
    }
}
