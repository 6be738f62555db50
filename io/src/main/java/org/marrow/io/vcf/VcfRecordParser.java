package org.marrow.io.vcf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines after the header, column by column, strictly by the VCF specification, section 1.6. */
final class VcfRecordParser {
    // GRCh38 itself has contigs such as HLA-A*01:01:01:01, so colons and stars are taken.
    private static final Pattern CONTIG = Pattern.compile("<[^\\s,<>]+>|[^\\s,<>]+");
    private static final Pattern BASES = Pattern.compile("[ACGTNacgtn]+");
    private static final Pattern SYMBOLIC = Pattern.compile("<[^\\s,<>]+>");
    private static final Pattern SINGLE_BREAKEND = Pattern.compile("\\.[ACGTNacgtn]+|[ACGTNacgtn]+\\.");
    private static final Pattern BREAKEND =
            Pattern.compile("[ACGTNacgtn.]+([\\[\\]])[^\\s,\\[\\]]+\\1|([\\[\\]])[^\\s,\\[\\]]+\\2[ACGTNacgtn.]+");
    private static final Pattern FORMAT_KEY = Pattern.compile("[A-Za-z_][0-9A-Za-z_.]*");
    private static final Pattern INFO_KEY = Pattern.compile("[^\\s;=,]+");
    private static final int LONGEST_NUMBER = 10;

    private final VcfHeader header;

    VcfRecordParser(VcfHeader header) {
        this.header = header;
    }

    VcfRecord parse(VcfLine place, String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != header.columns()) {
            throw place.wrong(
                    header.columns() + " columns separated by tabs, as the header names them",
                    columns.length + (columns.length == 1 ? " column" : " columns"));
        }
        String contig = contig(place, columns[0]);
        int position = position(place, contig, columns[1]);
        List<String> ids = ids(place, columns[2]);
        String ref = ref(place, columns[3]);
        List<String> alts = alts(place, ref, columns[4]);
        quality(place, columns[5]);
        List<String> filters = filters(place, columns[6]);
        Map<String, String> info = info(place, columns[7], alts.size());
        List<String> format = List.of();
        List<String> samples = List.of();
        if (header.hasGenotypes()) {
            format = format(place, columns[8]);
            samples = List.of(columns).subList(9, columns.length);
            for (int i = 0; i < samples.size(); i++) {
                sample(place, header.samples().get(i), format, samples.get(i), alts.size());
            }
        }
        return new VcfRecord(place, contig, position, ids, ref, alts, filters, info, format, samples);
    }

    private static String contig(VcfLine place, String text) {
        if (!CONTIG.matcher(text).matches()) {
            throw place.wrong("CHROM", "a contig name without blanks, commas and angle brackets inside", text);
        }
        return text;
    }

    private int position(VcfLine place, String contig, String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw place.wrong("POS", "a position from 0", text);
        }
        long position = Long.parseLong(text);
        if (position > Integer.MAX_VALUE) {
            throw place.wrong("POS", "a position up to " + Integer.MAX_VALUE, text);
        }
        OptionalLong length = header.contigs().getOrDefault(contig, OptionalLong.empty());
        // One past the end is the telomere.
        if (length.isPresent() && position > length.getAsLong() + 1) {
            throw place.wrong("POS", "a position on " + contig + ", which has " + length.getAsLong() + " bases", text);
        }
        return (int) position;
    }

    private List<String> ids(VcfLine place, String text) {
        if (text.equals(".")) {
            return List.of();
        }
        List<String> ids = list(place, "ID", text, ";");
        for (String id : ids) {
            if (containsBlank(id)) {
                throw place.wrong("ID", "identifiers without blanks", text);
            }
        }
        if (header.version().minor() >= 3) {
            requireDistinct(place, "ID", ids);
        }
        return ids;
    }

    private static String ref(VcfLine place, String text) {
        if (!BASES.matcher(text).matches()) {
            throw place.wrong("REF", "one or more of A, C, G, T, N", text);
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private static List<String> alts(VcfLine place, String ref, String text) {
        if (text.equals(".")) {
            return List.of();
        }
        List<String> alts = new ArrayList<>();
        for (String alt : list(place, "ALT", text, ",")) {
            if (BASES.matcher(alt).matches()) {
                String bases = alt.toUpperCase(Locale.ROOT);
                if (bases.equals(ref)) {
                    throw place.wrong("ALT", "an allele that differs from REF", alt);
                }
                alts.add(bases);
            } else if (SINGLE_BREAKEND.matcher(alt).matches()) {
                alts.add(alt.toUpperCase(Locale.ROOT));
            } else if (alt.equals("*")
                    || SYMBOLIC.matcher(alt).matches()
                    || BREAKEND.matcher(alt).matches()) {
                alts.add(alt);
            } else {
                throw place.wrong("ALT", "bases of A, C, G, T, N, a symbolic allele, a breakend, * or a dot", alt);
            }
        }
        return List.copyOf(alts);
    }

    private static void quality(VcfLine place, String text) {
        boolean valid = text.equals(".") || FieldValues.isFloat(text);
        if (!valid || text.startsWith("-") && !text.matches("-[0.]+")) {
            throw place.wrong("QUAL", "a number from 0, or a dot", text);
        }
    }

    private static List<String> filters(VcfLine place, String text) {
        if (text.equals(".") || text.equals("PASS")) {
            return List.of();
        }
        List<String> filters = list(place, "FILTER", text, ";");
        for (String filter : filters) {
            if (filter.equals(".") || filter.equals("0") || containsBlank(filter)) {
                throw place.wrong("FILTER", "PASS, a dot, or names of failed filters other than 0", text);
            }
        }
        requireDistinct(place, "FILTER", filters);
        return filters.stream().filter(filter -> !filter.equals("PASS")).toList();
    }

    private Map<String, String> info(VcfLine place, String text, int altCount) {
        if (text.equals(".")) {
            return Map.of();
        }
        // Some tools end the column with a semicolon.
        String entries = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        Map<String, String> info = new LinkedHashMap<>();
        for (String entry : list(place, "INFO", entries, ";")) {
            int equals = entry.indexOf('=');
            String key = equals < 0 ? entry : entry.substring(0, equals);
            String value = equals < 0 ? "" : entry.substring(equals + 1);
            if (!INFO_KEY.matcher(key).matches()) {
                throw place.wrong("INFO", "KEY=value with a key without blanks", entry);
            }
            if (info.put(key, value) != null) {
                throw place.wrong("INFO", "each key once", key + " twice");
            }
            Optional<FieldDefinition> field = header.infoField(key);
            if (field.isPresent()) {
                infoValue(place, field.get(), value, altCount);
            }
        }
        return info;
    }

    private static void infoValue(VcfLine place, FieldDefinition field, String value, int altCount) {
        if (field.type() == FieldType.FLAG || field.number().equals(new FieldNumber.Fixed(0))) {
            FieldValues.checkFlag(place, "INFO", field.id(), value);
        } else if (!value.isEmpty() || field.type() != FieldType.STRING) {
            FieldValues.check(place, "INFO", field, value, altCount, null);
        }
    }

    private static List<String> format(VcfLine place, String text) {
        List<String> keys = list(place, "FORMAT", text, ":");
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (!FORMAT_KEY.matcher(key).matches()) {
                throw place.wrong("FORMAT", "keys of letters, digits, _ and dots", key);
            }
            if (i > 0 && key.equals("GT")) {
                throw place.wrong("FORMAT", "GT as the first key", text);
            }
        }
        requireDistinct(place, "FORMAT", keys);
        return keys;
    }

    private void sample(VcfLine place, String name, List<String> format, String text, int altCount) {
        String[] values = text.split(":", -1);
        if (values.length > format.size()) {
            throw place.wrong(name, "at most " + format.size() + " values, as FORMAT has keys", text);
        }
        Genotype genotype = null;
        for (int i = 0; i < values.length; i++) {
            String key = format.get(i);
            if (values[i].isEmpty()) {
                // VCF 4.5 writes a list of no local alleles so.
                if (header.version().minor() >= 4) {
                    continue;
                }
                throw place.wrong(name, "a value of " + key + ", or a dot", "none");
            }
            if (key.equals("GT")) {
                genotype = Genotype.parse(place, name, values[i], altCount, header.version());
            } else {
                sampleValue(place, name, key, values[i], altCount, genotype);
            }
        }
    }

    private void sampleValue(
            VcfLine place, String name, String key, String value, int altCount, @Nullable Genotype genotype) {
        Optional<FieldDefinition> field = header.formatField(key);
        if (field.isEmpty()) {
            return;
        }
        // Without a header line, AD may be one tool's or another's.
        boolean guessed = !header.format().containsKey(key) && key.equals("AD");
        if (!guessed) {
            FieldValues.check(place, name, field.get(), value, altCount, genotype);
        }
    }

    private static List<String> list(VcfLine place, String column, String text, String separator) {
        List<String> entries = List.of(text.split(separator, -1));
        for (String entry : entries) {
            if (entry.isEmpty()) {
                throw place.wrong(column, "entries between '" + separator + "' that are not empty", text);
            }
        }
        return entries;
    }

    private static void requireDistinct(VcfLine place, String column, List<String> entries) {
        Set<String> seen = new HashSet<>();
        for (String entry : entries) {
            if (!seen.add(entry)) {
                throw place.wrong(column, "each entry once", entry + " twice");
            }
        }
    }

    private static boolean containsBlank(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }
}
