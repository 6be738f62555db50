package org.marrow.io.vcf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sees that the records of a contig stand together and in rising order, and that no variant is given twice, not even with other
 * bases around it.
 *
 * <p>Three things that real files hold are let through. Records of structural variants alone (Delly 0.7 puts them out of order).
 * A variant that two records of one position give beside different other alleles (merging tools do). From VCF 4.4 on, any order
 * within a contig: the conformance suite of 4.5 itself passes an unsorted file.
 */
final class RecordOrder {
    private final VcfVersion version;
    private final Set<String> finished = new HashSet<>();
    private final TreeMap<Integer, Map<String, VcfRecord>> recent = new TreeMap<>();
    private String contig = "";
    private int position;

    RecordOrder(VcfVersion version) {
        this.version = version;
    }

    void accept(VcfRecord record) {
        if (isStructural(record)) {
            return;
        }
        String name = stripAngles(record.contig());
        if (!name.equals(contig)) {
            finished.add(contig);
            if (finished.contains(name)) {
                throw record.place().wrong("CHROM", "the records of a contig together", name + " again");
            }
            contig = name;
            position = 0;
            recent.clear();
        }
        if (record.position() < position && version.minor() <= 3) {
            throw record.place()
                    .wrong(
                            "POS",
                            "positions in rising order (bcftools sort puts them so)",
                            record.position() + " after " + position);
        }
        position = record.position();
        // Trimming moves a variant to the right only, so what lies before this record is done with.
        recent.headMap(position).clear();
        List<String> alts = record.alts();
        for (int i = 0; i < alts.size(); i++) {
            if (alts.indexOf(alts.get(i)) < i) {
                throw record.place().wrong("ALT", "each allele once", alts.get(i) + " twice");
            }
            if (isBases(alts.get(i))) {
                requireNew(record, alts.get(i));
            }
        }
    }

    private void requireNew(VcfRecord record, String alt) {
        String ref = record.ref();
        int refEnd = ref.length();
        int altEnd = alt.length();
        while (refEnd > 1 && altEnd > 1 && ref.charAt(refEnd - 1) == alt.charAt(altEnd - 1)) {
            refEnd--;
            altEnd--;
        }
        int start = 0;
        while (refEnd - start > 1 && altEnd - start > 1 && ref.charAt(start) == alt.charAt(start)) {
            start++;
        }
        String change = ref.substring(start, refEnd) + ">" + alt.substring(start, altEnd);
        int place = record.position() + start;
        VcfRecord earlier =
                recent.computeIfAbsent(place, unused -> new HashMap<>()).put(change, record);
        if (earlier == null) {
            return;
        }
        boolean besideOthers =
                earlier.position() == record.position() && !earlier.alts().equals(record.alts());
        if (!besideOthers) {
            throw record.place()
                    .wrong(
                            "ALT",
                            "each variant once (bcftools norm -d exact removes the others)",
                            place + " " + change + " again");
        }
    }

    private static boolean isStructural(VcfRecord record) {
        return !record.alts().isEmpty()
                && record.alts().stream()
                        .allMatch(alt -> alt.startsWith("<") || alt.contains("[") || alt.contains("]"));
    }

    private static boolean isBases(String alt) {
        return alt.chars().allMatch(Character::isLetter);
    }

    private static String stripAngles(String name) {
        return name.startsWith("<") ? name.substring(1, name.length() - 1) : name;
    }
}
