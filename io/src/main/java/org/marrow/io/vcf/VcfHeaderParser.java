package org.marrow.io.vcf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the lines of a VCF header strictly by the specification, from {@code ##fileformat} to {@code #CHROM}. Lines of keys that
 * the specification does not name need only be {@code ##key=value}.
 */
final class VcfHeaderParser {
    private static final Set<String> ALT_TYPES = Set.of("DEL", "INS", "DUP", "INV", "CNV", "BND", "TRA");
    private static final Pattern ID = Pattern.compile("[^\\s,<>]+");
    private static final Pattern CONTIG_NAME = Pattern.compile("[^\\s,<>\"'`{}()\\[\\]\\\\]+");
    private static final Pattern SAMPLE_ID = Pattern.compile("[^\\s,<>\"*]+");
    private static final Pattern PEDIGREE_VALUE = Pattern.compile("[^\\s,:<>\"]+");

    private final VcfVersion version;
    private final Map<String, FieldDefinition> info = new LinkedHashMap<>();
    private final Map<String, FieldDefinition> format = new LinkedHashMap<>();
    private final Map<String, OptionalLong> contigs = new LinkedHashMap<>();
    private final List<String> filters = new ArrayList<>();
    private final Map<String, String> meta = new LinkedHashMap<>();
    private final List<String> referenceHints = new ArrayList<>();

    VcfHeaderParser(VcfLine place, String firstLine) {
        version = VcfVersion.parse(place, firstLine);
    }

    /** Takes a line that begins with {@code ##}. */
    void meta(VcfLine place, String line) {
        int equals = line.indexOf('=');
        if (equals < 3) {
            throw place.wrong("##key=value", line);
        }
        String key = line.substring(2, equals);
        String value = line.substring(equals + 1);
        if (value.isBlank()) {
            throw place.wrong("##" + key, "a value", "none");
        }
        switch (key) {
            case "fileformat" -> throw place.wrong("##fileformat only in the first line", line);
            case "INFO" -> field(MetaLine.parse(place, key, value), info);
            case "FORMAT" -> field(MetaLine.parse(place, key, value), format);
            case "FILTER" -> filter(MetaLine.parse(place, key, value));
            case "ALT" -> alt(MetaLine.parse(place, key, value));
            case "contig" -> contig(MetaLine.parse(place, key, value));
            case "META" -> metaValues(MetaLine.parse(place, key, value));
            case "SAMPLE" -> sample(MetaLine.parse(place, key, value));
            case "PEDIGREE" -> pedigree(MetaLine.parse(place, key, value));
            case "assembly" -> url(place, key, value);
            case "pedigreeDB" -> url(place, key, stripAngles(value));
            default -> plain(place, key, value);
        }
    }

    /** Takes the line that begins with {@code #CHROM}. */
    VcfHeader columns(VcfLine place, String line) {
        List<String> names = List.of(line.split("\t", -1));
        List<String> fixed = VcfHeader.FIXED_COLUMNS;
        for (int i = 0; i < fixed.size(); i++) {
            String found = i < names.size() ? names.get(i) : "the end of the line";
            if (!found.equals(fixed.get(i))) {
                throw place.wrong("the column " + fixed.get(i) + ", columns being separated by tabs", found);
            }
        }
        boolean hasGenotypes = names.size() > fixed.size();
        List<String> samples = List.of();
        if (hasGenotypes) {
            if (!names.get(fixed.size()).equals("FORMAT")) {
                throw place.wrong("the column FORMAT", names.get(fixed.size()));
            }
            samples = names.subList(fixed.size() + 1, names.size());
            checkSamples(place, samples);
        }
        return new VcfHeader(version, info, format, contigs, filters, meta, referenceHints, samples, hasGenotypes);
    }

    private static void checkSamples(VcfLine place, List<String> samples) {
        if (samples.isEmpty()) {
            throw place.wrong("a sample after the column FORMAT", "none");
        }
        Set<String> seen = new HashSet<>();
        for (String sample : samples) {
            if (sample.isBlank()) {
                throw place.wrong("the name of a sample", "an empty one");
            }
            if (!seen.add(sample)) {
                throw place.wrong("each sample once", sample + " twice");
            }
        }
    }

    private void field(MetaLine line, Map<String, FieldDefinition> fields) {
        String column = "##" + line.key();
        String id = line.requireIdFirst();
        checkId(line, id, ID);
        requireOrder(line, List.of("ID", "Number", "Type", "Description"));
        String numberText = line.require("Number");
        FieldNumber number = FieldNumber.parse(numberText, version)
                .orElseThrow(() -> line.place().wrong(column, "Number as a count, A, R, G or a dot", numberText));
        String typeText = line.require("Type");
        FieldType type = FieldType.parse(typeText)
                .filter(found -> found != FieldType.FLAG || line.key().equals("INFO"))
                .orElseThrow(() -> line.place()
                        .wrong(column, "Type as Integer, Float, Character, String or, of INFO, Flag", typeText));
        FieldDefinition definition = new FieldDefinition(id, number, type, line.requireQuoted("Description"));
        // The reserved keys came with 4.1; LoFreq writes 4.0.
        if (version.minor() >= 1) {
            var reserved = line.key().equals("INFO") ? ReservedFields.info(id) : ReservedFields.format(id);
            ReservedFields.check(line.place(), column, reserved, definition);
        }
        FieldDefinition earlier = fields.putIfAbsent(id, definition);
        boolean contradicts = earlier != null
                && !(earlier.number().equals(number) && earlier.type().equals(type));
        if (contradicts) {
            throw line.place().wrong(column, "one definition of " + id, "two that differ");
        }
    }

    private void filter(MetaLine line) {
        String id = line.require("ID");
        checkId(line, id, ID);
        line.requireQuoted("Description");
        filters.add(id);
    }

    private static void alt(MetaLine line) {
        String id = line.requireIdFirst();
        checkId(line, id, ID);
        line.requireQuoted("Description");
        for (String foreign : List.of("Number", "Type")) {
            if (line.attributes().containsKey(foreign)) {
                throw line.place().wrong("##ALT", "ID and Description", "the attribute " + foreign);
            }
        }
        int colon = id.indexOf(':');
        if (colon >= 0 && !ALT_TYPES.contains(id.substring(0, colon))) {
            throw line.place().wrong("##ALT", "DEL, INS, DUP, INV, CNV, BND or TRA before the first colon", id);
        }
    }

    private void contig(MetaLine line) {
        String id = line.require("ID");
        checkId(line, id, CONTIG_NAME);
        OptionalLong length = OptionalLong.empty();
        if (line.value("length").isPresent()) {
            String text = line.require("length");
            if (!text.matches("[0-9]{1,12}") || Long.parseLong(text) == 0) {
                throw line.place().wrong("##contig", "a length in bases", text);
            }
            length = OptionalLong.of(Long.parseLong(text));
        }
        line.value("assembly").ifPresent(referenceHints::add);
        OptionalLong earlier = contigs.getOrDefault(id, OptionalLong.empty());
        if (earlier.isPresent() && length.isPresent() && !earlier.equals(length)) {
            throw line.place().wrong("##contig", "one length of " + id, "two that differ");
        }
        contigs.put(id, length.isPresent() ? length : earlier);
    }

    private void metaValues(MetaLine line) {
        line.requireIdFirst();
        String number = line.require("Number");
        if (FieldNumber.parse(number, version).isEmpty()) {
            throw line.place().wrong("##META", "Number as a count or a dot", number);
        }
        String type = line.require("Type");
        if (FieldType.parse(type).isEmpty()) {
            throw line.place().wrong("##META", "Type as Integer, Float, Character or String", type);
        }
        MetaLine.Attribute values = line.attributes().get("Values");
        if (values == null || !values.list()) {
            throw line.place().wrong("##META", "Values in square brackets", values == null ? "none" : values.value());
        }
    }

    private static void sample(MetaLine line) {
        checkId(line, line.require("ID"), SAMPLE_ID);
    }

    private void pedigree(MetaLine line) {
        if (version.minor() >= 3) {
            line.require("ID");
        }
        line.attributes().forEach((name, attribute) -> {
            if (!attribute.quoted()
                    && !PEDIGREE_VALUE.matcher(attribute.value()).matches()) {
                throw line.place().wrong("##PEDIGREE", "a sample's name as " + name, attribute.value());
            }
        });
    }

    private static void url(VcfLine place, String key, String value) {
        if (value.isEmpty()) {
            throw place.wrong("##" + key, "a URL", "an empty one");
        }
        // Tools also write a bare file name or the assembly's name here, in which nothing can be wrong.
        if (!value.contains("://") || value.startsWith("file:")) {
            return;
        }
        try {
            String host = new URI(value).getHost();
            if (host == null || host.matches("[0-9]+")) {
                throw place.wrong("##" + key, "a URL with a host", value);
            }
        } catch (URISyntaxException failure) {
            throw place.wrong("##" + key, "a URL", value);
        }
    }

    private void plain(VcfLine place, String key, String value) {
        if (value.startsWith("<") && !value.endsWith(">")) {
            throw place.wrong("##" + key, "> at the end of the line", value);
        }
        meta.putIfAbsent(key, value);
        if (key.equals("reference")) {
            referenceHints.add(value);
        }
    }

    private static void checkId(MetaLine line, String id, Pattern pattern) {
        if (!pattern.matcher(id).matches()) {
            throw line.place().wrong("##" + line.key(), "an ID without blanks, commas and angle brackets", id);
        }
    }

    private static void requireOrder(MetaLine line, List<String> order) {
        List<String> found =
                line.attributes().keySet().stream().filter(order::contains).toList();
        List<String> sorted = order.stream().filter(found::contains).toList();
        if (!found.equals(sorted)) {
            throw line.place().wrong("##" + line.key(), "attributes in the order " + order, found.toString());
        }
    }

    private static String stripAngles(String value) {
        return value.startsWith("<") && value.endsWith(">") ? value.substring(1, value.length() - 1) : value;
    }
}
