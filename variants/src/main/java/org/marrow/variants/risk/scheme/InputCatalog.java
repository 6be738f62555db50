package org.marrow.variants.risk.scheme;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.risk.ClinicalColumn;
import org.marrow.variants.risk.scheme.CatalogInput.Kind;

/**
 * The one vocabulary of inputs of every scheme, from {@code rules/inputs.catalog}: a table whose cells are separated by bars.
 * docs/rule-sets.md describes it.
 */
public final class InputCatalog {
    private static final String FILE = "inputs.catalog";
    private static final String GENE_ENGLISH = "pathogenic or likely pathogenic mutation";
    private static final String GENE_FRENCH = "mutation pathogène ou probablement pathogène";
    private static final int CELLS = 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:+-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final InputCatalog STANDARD = load();

    private final Map<String, CatalogInput> inputs = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();

    private InputCatalog() {}

    /** The catalog that Marrow comes with. */
    public static InputCatalog standard() {
        return STANDARD;
    }

    /**
     * Reads a catalog.
     *
     * @param file named in messages
     * @throws FormatException with the line of the first mistake
     */
    public static InputCatalog parse(String text, Path file) {
        InputCatalog catalog = new InputCatalog();
        Reader reader = new Reader(catalog, file);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.read(i + 1L, line);
            }
        }
        reader.requireRelations();
        return catalog;
    }

    /** By its name or another spelling of it. */
    public Optional<CatalogInput> find(String name) {
        return Optional.ofNullable(inputs.get(canonical(name)));
    }

    /** The catalog's name for another spelling; the same text where it is none. */
    public String canonical(String name) {
        return spellings.getOrDefault(name, name);
    }

    /** Other names that tables may use for an input. */
    public List<String> spellingsOf(String name) {
        return spellings.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All inputs in the order of the catalog. */
    public Collection<CatalogInput> all() {
        return Collections.unmodifiableCollection(inputs.values());
    }

    /** What the columns of a clinical table hold that are named as in the catalog. */
    public Map<String, ClinicalColumn> clinicalColumns() {
        Map<String, ClinicalColumn> columns = new LinkedHashMap<>();
        for (CatalogInput input : inputs.values()) {
            ClinicalColumn column =
                    switch (input.kind()) {
                        case GENE, LESION -> new ClinicalColumn.Lesion();
                        case CHOICE -> new ClinicalColumn.Choice(input.values());
                        case NUMBER ->
                            new ClinicalColumn.Number(
                                    input.range().orElseThrow().lowest(),
                                    input.range().orElseThrow().highest());
                    };
            columns.put(input.name(), column);
            spellingsOf(input.name()).forEach(spelling -> columns.put(spelling, column));
        }
        return columns;
    }

    private static InputCatalog load() {
        return parse(SchemeFiles.text(FILE), Path.of(FILE));
    }

    private static final class Reader {
        private final InputCatalog catalog;
        private final Path file;
        private final Map<String, Long> lines = new LinkedHashMap<>();

        Reader(InputCatalog catalog, Path file) {
            this.catalog = catalog;
            this.file = file;
        }

        void read(long line, String text) {
            List<String> cells =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            if (cells.getFirst().equals("spelling")) {
                check(line, cells.size() == 3, "spelling | other name | name", text);
                requireNew(line, cells.get(1));
                check(line, catalog.inputs.containsKey(cells.get(2)), "the name of an input above", cells.get(2));
                catalog.spellings.put(cells.get(1), cells.get(2));
                return;
            }
            boolean plainGene = cells.size() > 1 && cells.get(1).equals("gene");
            check(line, cells.size() == CELLS, CELLS + " cells separated by bars", cells.size() + " cells");
            requireNew(line, cells.get(0));
            Kind kind = choice(line, Kind.values(), cells.get(1));
            List<String> of = relation(line, cells.get(5), "of ");
            List<String> anyOf = relation(line, cells.get(5), "any of ");
            check(
                    line,
                    cells.get(5).isEmpty() || !of.isEmpty() || !anyOf.isEmpty(),
                    "'of X' or 'any of X, Y'",
                    cells.get(5));
            check(line, of.size() <= 1, "'of' one input", cells.get(5));
            String english = plainGene && cells.get(6).isEmpty() ? GENE_ENGLISH : cells.get(6);
            String french = plainGene && cells.get(7).isEmpty() ? GENE_FRENCH : cells.get(7);
            check(line, !english.isEmpty() && !french.isEmpty(), "a meaning in both languages", "an empty cell");
            catalog.inputs.put(
                    cells.get(0),
                    new CatalogInput(
                            cells.get(0),
                            kind,
                            cells.get(2),
                            kind == Kind.NUMBER ? Optional.of(range(line, cells.get(3))) : Optional.empty(),
                            kind == Kind.CHOICE ? values(line, cells.get(3)) : none(line, kind, cells.get(3)),
                            choice(line, LaboratoryTest.values(), cells.get(4)),
                            of.stream().findFirst(),
                            anyOf,
                            english,
                            french));
        }

        /** Relations name inputs that may stand below. */
        void requireRelations() {
            for (CatalogInput input : catalog.inputs.values()) {
                long line = lines.getOrDefault(input.name(), 1L);
                List<String> others = new ArrayList<>(input.anyOf());
                input.of().ifPresent(others::add);
                for (String other : others) {
                    CatalogInput found = catalog.inputs.get(other);
                    check(
                            line,
                            found != null && found.isLesion() && !found.equals(input),
                            "a relation to a lesion",
                            other);
                }
                check(line, input.anyOf().isEmpty() || input.isLesion(), "'any of' for a lesion alone", input.name());
                boolean allowed = input.of().isEmpty() || input.kind() != Kind.CHOICE;
                check(line, allowed, "'of' for a lesion or a number", input.name());
                boolean aboveZero = input.kind() != Kind.NUMBER
                        || input.of().isEmpty()
                        || input.range()
                                .filter(range -> range.lowest().signum() == 0)
                                .isPresent();
                check(line, aboveZero, "a range from 0, for a number of a lesion", input.name());
            }
        }

        private void requireNew(long line, String name) {
            check(line, NAME.matcher(name).matches(), "a name of letters, digits, '_', ':', '+' or '-'", name);
            check(line, lines.putIfAbsent(name, line) == null, "each name once", name);
        }

        private List<String> relation(long line, String cell, String word) {
            if (!cell.startsWith(word)) {
                return List.of();
            }
            return values(line, cell.substring(word.length()));
        }

        private List<String> values(long line, String cell) {
            List<String> values =
                    Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
            check(line, values.stream().noneMatch(String::isEmpty), "values separated by commas", "'" + cell + "'");
            check(line, values.stream().distinct().count() == values.size(), "each value once", "'" + cell + "'");
            return values;
        }

        private List<String> none(long line, Kind kind, String cell) {
            check(line, kind == Kind.NUMBER || cell.isEmpty(), "no values for a lesion", "'" + cell + "'");
            return List.of();
        }

        private NumberRange range(long line, String cell) {
            String[] ends = cell.split(" to ", -1);
            boolean two = ends.length == 2
                    && NUMBER.matcher(ends[0]).matches()
                    && NUMBER.matcher(ends[1]).matches();
            check(line, two, "a range such as '0 to 100'", "'" + cell + "'");
            check(
                    line,
                    new BigDecimal(ends[0]).compareTo(new BigDecimal(ends[1])) < 0,
                    "the lower number first",
                    "'" + cell + "'");
            return NumberRange.of(ends[0], ends[1]);
        }

        private <E extends Enum<E>> E choice(long line, E[] constants, String cell) {
            for (E constant : constants) {
                String name = constant instanceof Kind ? constant.name().toLowerCase(Locale.ROOT) : constant.name();
                if (name.equals(cell)) {
                    return constant;
                }
            }
            String names = Arrays.stream(constants)
                    .map(one -> one instanceof Kind ? one.name().toLowerCase(Locale.ROOT) : one.name())
                    .collect(Collectors.joining(", "));
            throw new FormatException(file, Location.line(line), "one of " + names, "'" + cell + "'");
        }

        private void check(long line, boolean valid, String expected, String found) {
            if (!valid) {
                throw new FormatException(file, Location.line(line), expected, found);
            }
        }
    }
}
