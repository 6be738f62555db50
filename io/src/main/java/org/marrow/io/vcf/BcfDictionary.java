package org.marrow.io.vcf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.marrow.io.guard.ReadLimits;

/**
 * The numbers that stand for names in BCF records (VCF 4.3 specification, section 6.2.1): by the {@code IDX} of the header lines,
 * else by their order, PASS being 0.
 *
 * @param strings FILTER, INFO and FORMAT keys by number; empty where there is none
 * @param contigs by number; empty where there is none
 */
record BcfDictionary(List<String> strings, List<String> contigs) {
    private static final Set<String> STRING_KEYS = Set.of("FILTER", "INFO", "FORMAT");

    static BcfDictionary of(Path file, String headerText) {
        Numbering strings = new Numbering();
        strings.add("PASS", 0);
        Numbering contigs = new Numbering();
        long number = 0;
        for (String line : headerText.split("\n")) {
            number++;
            int equals = line.indexOf("=<");
            if (!line.startsWith("##") || equals < 0) {
                continue;
            }
            String key = line.substring(2, equals);
            boolean isString = STRING_KEYS.contains(key);
            if (isString || key.equals("contig")) {
                VcfLine place = VcfLine.ofText(file, number);
                MetaLine meta =
                        MetaLine.parse(place, key, line.substring(equals + 1).strip());
                (isString ? strings : contigs).add(meta);
            }
        }
        return new BcfDictionary(List.copyOf(strings.names), List.copyOf(contigs.names));
    }

    /** Gives each name its number. */
    private static final class Numbering {
        private final List<String> names = new ArrayList<>();
        private final Set<String> known = new LinkedHashSet<>();

        void add(MetaLine line) {
            String id = line.require("ID");
            if (line.value("IDX").isEmpty()) {
                if (!known.contains(id)) {
                    add(id, names.size());
                }
                return;
            }
            String index = line.require("IDX");
            if (!index.matches("[0-9]{1,8}") || Integer.parseInt(index) > ReadLimits.CONTIGS) {
                throw line.place().wrong("##" + line.key(), "IDX as a number", index);
            }
            add(id, Integer.parseInt(index));
        }

        void add(String id, int index) {
            while (names.size() <= index) {
                names.add("");
            }
            names.set(index, id);
            known.add(id);
        }
    }
}
