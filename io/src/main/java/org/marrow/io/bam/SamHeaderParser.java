package org.marrow.io.bam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.marrow.core.port.ReadSource.ContigLength;

/** Reads the header lines of SAM strictly by the SAM specification, section 1.3, whether they stand in a SAM or a BAM file. */
final class SamHeaderParser {
    /** Reference names, by section 1.2.1. */
    static final Pattern CONTIG = Pattern.compile("[0-9A-Za-z!#$%&+./:;?@^_|~-][0-9A-Za-z!#$%&*+./:;=?@^_|~-]*");

    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9]");
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+");
    private static final Pattern SUB_SORT = Pattern.compile("(coordinate|queryname|unsorted)(:[A-Za-z0-9_-]+)+");
    private static final Pattern ALTERNATE = Pattern.compile("\\*|" + CONTIG.pattern());
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-?(0[1-9]|1[0-2])-?(0[1-9]|[12][0-9]|3[01])([T ].*)?");
    private static final Pattern LENGTH = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Set<String> SORT_ORDERS = Set.of("unknown", "unsorted", "queryname", SamHeader.COORDINATE);
    private static final Set<String> GROUPINGS = Set.of("none", "query", "reference");

    private final List<ContigLength> contigs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, SamLine> alternativeNames = new LinkedHashMap<>();
    private final Map<String, String> sums = new HashMap<>();
    private final Set<String> samples = new LinkedHashSet<>();
    private final Set<String> readGroups = new HashSet<>();
    private final Set<String> programs = new HashSet<>();
    private String sortOrder = "unknown";
    private boolean first = true;

    /** Takes a line that begins with {@code @}. */
    void line(SamLine place, String line) {
        String[] fields = line.split("\t", -1);
        switch (fields[0]) {
            case "@HD" -> version(place, tags(place, fields));
            case "@SQ" -> sequence(place, tags(place, fields));
            case "@RG" -> readGroup(place, tags(place, fields));
            case "@PG" -> unique(place, "@PG", require(place, "@PG", tags(place, fields), "ID"), programs);
            case "@CO" -> {}
            default -> {
                // Lower-case letters are free for users.
                if (!fields[0].matches("@[A-Za-z]{2}") || fields[0].matches("@[A-Z]{2}")) {
                    throw place.wrong("header", "@HD, @SQ, @RG, @PG or @CO", fields[0]);
                }
                tags(place, fields);
            }
        }
        first = false;
    }

    SamHeader header() {
        alternativeNames.forEach((name, place) -> {
            if (names.contains(name)) {
                throw place.wrong("AN", "names that no other contig has", name);
            }
        });
        return new SamHeader(contigs, sortOrder, sums, List.copyOf(samples));
    }

    private static Map<String, String> tags(SamLine place, String[] fields) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 1; i < fields.length; i++) {
            int colon = fields[i].indexOf(':');
            if (colon != 2 || !TAG.matcher(fields[i].substring(0, 2)).matches()) {
                throw place.wrong(fields[0], "TAG:value between tabs", fields[i]);
            }
            String tag = fields[i].substring(0, 2);
            if (tags.put(tag, fields[i].substring(3)) != null) {
                throw place.wrong(fields[0], "each tag once", tag + " twice");
            }
        }
        return tags;
    }

    private void version(SamLine place, Map<String, String> tags) {
        if (!first) {
            throw place.wrong("@HD", "@HD in the first line only", "@HD");
        }
        check(place, "VN", require(place, "@HD", tags, "VN"), "a version such as 1.6", VERSION.asMatchPredicate());
        check(place, tags, "SO", "unknown, unsorted, queryname or coordinate", SORT_ORDERS::contains);
        check(place, tags, "GO", "none, query or reference", GROUPINGS::contains);
        check(place, tags, "SS", "a sort order and sub-orders between colons", SUB_SORT.asMatchPredicate());
        sortOrder = tags.getOrDefault("SO", sortOrder);
    }

    private void sequence(SamLine place, Map<String, String> tags) {
        String name = require(place, "@SQ", tags, "SN");
        check(place, "SN", name, "the name of a reference sequence", CONTIG.asMatchPredicate());
        unique(place, "SN", name, names);
        String length = require(place, "@SQ", tags, "LN");
        check(place, "LN", length, "a length from 1 to 2147483647", SamHeaderParser::isLength);
        check(place, tags, "AH", "* or a region of a reference sequence", ALTERNATE.asMatchPredicate());
        check(place, tags, "M5", "32 lower-case hexadecimal digits", MD5.asMatchPredicate());
        if (tags.containsKey("M5")) {
            sums.put(name, tags.get("M5"));
        }
        check(place, tags, "TP", "linear or circular", Set.of("linear", "circular")::contains);
        if (tags.containsKey("AN")) {
            for (String other : tags.get("AN").split(",", -1)) {
                check(place, "AN", other, "names of a reference sequence", CONTIG.asMatchPredicate());
                if (alternativeNames.put(other, place) != null) {
                    throw place.wrong("AN", "names that no other contig has", other);
                }
            }
        }
        contigs.add(new ContigLength(name, Integer.parseInt(length)));
    }

    private void readGroup(SamLine place, Map<String, String> tags) {
        unique(place, "@RG", require(place, "@RG", tags, "ID"), readGroups);
        String sample = tags.getOrDefault("SM", "");
        if (!sample.isBlank()) {
            samples.add(sample);
        }
        check(place, tags, "DT", "a date as YYYY-MM-DD, with or without a time", DATE.asMatchPredicate());
    }

    private static boolean isLength(String text) {
        return LENGTH.matcher(text).matches() && Long.parseLong(text) <= Integer.MAX_VALUE;
    }

    private static String require(SamLine place, String type, Map<String, String> tags, String tag) {
        String value = tags.get(tag);
        if (value == null || value.isEmpty()) {
            throw place.wrong(type, "the tag " + tag, "none");
        }
        return value;
    }

    private static void check(
            SamLine place, Map<String, String> tags, String tag, String expected, Predicate<String> valid) {
        if (tags.containsKey(tag)) {
            check(place, tag, tags.get(tag), expected, valid);
        }
    }

    private static void check(SamLine place, String tag, String value, String expected, Predicate<String> valid) {
        if (!valid.test(value)) {
            throw place.wrong(tag, expected, value);
        }
    }

    private static void unique(SamLine place, String tag, String value, Set<String> seen) {
        if (!seen.add(value)) {
            throw place.wrong(tag, "each name once", value + " twice");
        }
    }
}
