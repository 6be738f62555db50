package org.marrow.singlecell.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A table of a plain or gzipped CSV file without quotes, as pandas writes these. */
public record CsvTable(List<String> header, List<String[]> rows) {

    public static CsvTable read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            List<String> header = List.of(reader.readLine().split(",", -1));
            List<String[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",", -1);
                if (fields.length != header.size()) {
                    throw new IllegalStateException(file + ": " + line);
                }
                rows.add(fields);
            }
            return new CsvTable(header, rows);
        }
    }

    public List<String> texts(int column) {
        return rows.stream().map(row -> row[column]).toList();
    }

    public List<String> texts(String column) {
        return texts(header.indexOf(column));
    }

    /** Empty fields, as pandas writes missing values, become NaN. */
    public double[] numbers(String column) {
        return texts(column).stream()
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }

    public int[] integers(String column) {
        return Arrays.stream(numbers(column)).mapToInt(value -> (int) value).toArray();
    }
}
