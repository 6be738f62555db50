package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.marrow.core.error.BugException;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.risk.RiskScheme;
import org.marrow.variants.risk.scheme.SchemeFiles;

/** The numbers of IPSS-M, from {@code rules/ipssm.coefficients}: a table whose cells are separated by bars. */
record IpssmModel(RiskScheme scheme, String date, Map<IpssmVariable, Row> rows, List<BigDecimal> cutOffs) {
    private static final String FILE = "ipssm.coefficients";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final List<String> HEAD = List.of("scheme", "edition", "source", "date");

    /** The model that Marrow comes with, read at its first use. */
    private static final class Standard {
        private static final IpssmModel MODEL = parse(SchemeFiles.text(FILE), Path.of(FILE));

        private Standard() {}
    }

    /** The numbers of one variable. */
    record Row(BigDecimal beta, BigDecimal mean, BigDecimal best, BigDecimal worst) {}

    IpssmModel {
        rows = Map.copyOf(rows);
        cutOffs = List.copyOf(cutOffs);
    }

    static IpssmModel standard() {
        return Standard.MODEL;
    }

    Row row(IpssmVariable variable) {
        Row row = rows.get(variable);
        if (row == null) {
            throw new BugException("no numbers of " + variable);
        }
        return row;
    }

    /**
     * Reads the numbers.
     *
     * @param file named in messages
     * @throws FormatException with the line of the first mistake
     */
    static IpssmModel parse(String text, Path file) {
        Map<String, String> head = new LinkedHashMap<>();
        Map<IpssmVariable, Row> rows = new EnumMap<>(IpssmVariable.class);
        List<String> categories = new ArrayList<>();
        List<BigDecimal> cutOffs = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Location at = Location.line(i + 1L);
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            String first = cells.getFirst();
            if (first.equals("variable") && cells.size() == 6) {
                IpssmVariable variable = variable(cells.get(1), file, at);
                Row row = new Row(
                        number(cells.get(2), file, at),
                        number(cells.get(3), file, at),
                        number(cells.get(4), file, at),
                        number(cells.get(5), file, at));
                check(rows.put(variable, row) == null, file, at, "each variable once", first);
            } else if (first.equals("cut") && (cells.size() == 2 || cells.size() == 3)) {
                check(categories.size() == cutOffs.size(), file, at, "nothing after the last category", line);
                categories.add(cells.get(1));
                if (cells.size() == 3) {
                    cutOffs.add(number(cells.get(2), file, at));
                }
            } else if (HEAD.contains(first) && cells.size() == 2) {
                check(head.put(first, cells.get(1)) == null, file, at, "each line of the head once", line);
            } else {
                throw new FormatException(file, at, "a line of the head, a cut or a variable", "'" + line + "'");
            }
        }
        check(
                head.size() == HEAD.size(),
                file,
                Location.whole(),
                "lines " + HEAD,
                head.keySet().toString());
        check(
                rows.size() == IpssmVariable.values().length && categories.size() == cutOffs.size() + 1,
                file,
                Location.whole(),
                "every variable, and a cut-off of every category but the last",
                rows.size() + " variables, " + categories.size() + " categories, " + cutOffs.size() + " cut-offs");
        RiskScheme scheme =
                new RiskScheme(text(head, "scheme"), text(head, "edition"), text(head, "source"), categories);
        return new IpssmModel(scheme, text(head, "date"), rows, cutOffs);
    }

    private static String text(Map<String, String> head, String name) {
        return head.getOrDefault(name, "");
    }

    private static IpssmVariable variable(String name, Path file, Location at) {
        return Arrays.stream(IpssmVariable.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FormatException(
                        file, at, "one of " + Arrays.toString(IpssmVariable.values()), "'" + name + "'"));
    }

    private static BigDecimal number(String cell, Path file, Location at) {
        check(NUMBER.matcher(cell).matches(), file, at, "a number", "'" + cell + "'");
        return new BigDecimal(cell);
    }

    private static void check(boolean valid, Path file, Location at, String expected, String found) {
        if (!valid) {
            throw new FormatException(file, at, expected, found);
        }
    }
}
