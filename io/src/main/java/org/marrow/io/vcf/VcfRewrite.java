package org.marrow.io.vcf;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.VariantCall;

/**
 * Copies a VCF and adds to its records: INFO fields with a value for each ALT, and filters. All else stays letter for letter. What
 * an earlier run added under the same names is replaced. A BCF becomes the VCF that it stands for.
 */
public final class VcfRewrite {
    private static final int FILTER_COLUMN = 6;
    private static final int INFO_COLUMN = 7;
    private static final String MISSING = ".";
    private static final String PASS = "PASS";

    private final List<Field> fields;
    private final List<Filter> filters;

    public VcfRewrite(List<Field> fields, List<Filter> filters) {
        this.fields = List.copyOf(fields);
        this.filters = List.copyOf(filters);
    }

    /**
     * An INFO field to add, with {@code Number=A}.
     *
     * @param decimal {@code Type=Float}, else {@code Type=String}
     */
    public record Field(String id, boolean decimal, String description) {
        public Field {
            InvalidValueException.check(id.matches("[A-Za-z_][0-9A-Za-z_.]*"), "id", id, "letters, digits, _ and dots");
            InvalidValueException.check(
                    description.matches("[^\"\\\\\\p{Cntrl}]+"), "description", description, "a text without quotes");
        }

        private String headerLine() {
            return "##INFO=<ID=" + id + ",Number=A,Type=" + (decimal ? "Float" : "String") + ",Description=\""
                    + description + "\">";
        }
    }

    /** A filter to add. */
    public record Filter(String id, String description) {
        public Filter {
            InvalidValueException.check(id.matches("[A-Za-z_][0-9A-Za-z_.]*"), "id", id, "letters, digits, _ and dots");
            InvalidValueException.check(
                    description.matches("[^\"\\\\\\p{Cntrl}]+"), "description", description, "a text without quotes");
        }

        private String headerLine() {
            return "##FILTER=<ID=" + id + ",Description=\"" + description + "\">";
        }
    }

    /**
     * What to add to one record.
     *
     * @param values by field, one for each ALT; an empty one is not known
     * @param filters that the record fails
     */
    public record Addition(Map<String, List<Optional<String>>> values, Set<String> filters) {
        public static final Addition NOTHING = new Addition(Map.of(), Set.of());

        public Addition {
            values = Map.copyOf(values);
            filters = Set.copyOf(filters);
        }
    }

    /**
     * Copies a file.
     *
     * @param output with {@code .gz} at its end it becomes BGZF with an index
     * @param classifier gets the calls of a record, one for each ALT in order, without a sample; empty for alleles that are none
     * @throws org.marrow.core.error.FormatException when the input is invalid, in which case nothing is written
     */
    public void rewrite(Path input, Path output, Function<List<Optional<VariantCall>>, Addition> classifier) {
        requireNonNull(classifier, "classifier");
        try (VcfReader reader = VcfReader.open(input)) {
            VcfOutput.save(output, out -> copy(reader, out, classifier));
        }
    }

    private void copy(VcfReader reader, Writer out, Function<List<Optional<VariantCall>>, Addition> classifier)
            throws IOException {
        header(reader.headerLines(), out);
        AnnotationReader annotations = new AnnotationReader(reader.header());
        for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
            List<Optional<VariantCall>> calls = VcfSource.siteCalls(record, annotations);
            String[] columns = reader.line().split("\t", -1);
            Addition addition = classifier.apply(calls);
            columns[FILTER_COLUMN] = filterText(columns[FILTER_COLUMN], addition);
            columns[INFO_COLUMN] = infoText(columns[INFO_COLUMN], addition);
            out.write(String.join("\t", columns));
            out.write('\n');
        }
    }

    private void header(List<String> lines, Writer out) throws IOException {
        Set<String> own = new TreeSet<>();
        fields.forEach(field -> own.add("##INFO=<ID=" + field.id() + ","));
        filters.forEach(filter -> own.add("##FILTER=<ID=" + filter.id() + ","));
        for (String line : lines) {
            if (line.startsWith("#CHROM")) {
                for (Field field : fields) {
                    out.write(field.headerLine() + "\n");
                }
                for (Filter filter : filters) {
                    out.write(filter.headerLine() + "\n");
                }
            }
            if (own.stream().noneMatch(line::startsWith)) {
                out.write(line + "\n");
            }
        }
    }

    private String filterText(String text, Addition addition) {
        Set<String> own = filters.stream().map(Filter::id).collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        for (String name : text.split(";")) {
            if (!own.contains(name) && !name.equals(PASS) && !name.equals(MISSING)) {
                names.add(name);
            }
        }
        names.addAll(new TreeSet<>(addition.filters()));
        if (!names.isEmpty()) {
            return String.join(";", names);
        }
        // Nothing failed now; a dot said that no filter was applied.
        return text.equals(MISSING) ? MISSING : PASS;
    }

    private String infoText(String text, Addition addition) {
        Set<String> own = fields.stream().map(Field::id).collect(Collectors.toSet());
        List<String> entries = Arrays.stream(text.split(";"))
                .filter(entry -> !entry.isEmpty() && !entry.equals(MISSING) && !own.contains(entry.split("=", 2)[0]))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Field field : fields) {
            List<Optional<String>> values = addition.values().getOrDefault(field.id(), List.of());
            if (values.stream().anyMatch(Optional::isPresent)) {
                entries.add(field.id() + "="
                        + values.stream()
                                .map(value -> value.map(HgvsText::encodePercent).orElse(MISSING))
                                .collect(Collectors.joining(",")));
            }
        }
        return entries.isEmpty() ? MISSING : String.join(";", entries);
    }
}
