package org.marrow.io.vcf;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How much of one sample speaks for one ALT allele, from whichever FORMAT keys its caller writes: AD and DP (GATK, Mutect2,
 * DeepVariant), AD and RD (VarScan), AO and RO (freebayes), VD (VarDict), NV and NR (Platypus), AU to TU and TIR (Strelka);
 * the fraction from AF, VAF, FREQ, FA or VF, else from the reads.
 *
 * @param refReads reads of REF, where they are counted on their own
 * @param vaf 0 to 1
 */
record AlleleSupport(OptionalInt depth, OptionalInt refReads, OptionalInt altReads, OptionalDouble vaf) {
    static final AlleleSupport UNKNOWN =
            new AlleleSupport(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());

    private static final List<String> FRACTIONS = List.of("AF", "VAF", "FREQ", "FA", "VF");

    /**
     * Reads the values of one sample.
     *
     * @param alt index of the allele among the ALTs, from 0
     * @throws org.marrow.core.error.FormatException when they contradict each other
     */
    static AlleleSupport of(VcfRecord record, String sampleName, List<String> values, int alt) {
        return new Reader(record, sampleName, values, alt).read();
    }

    /** Whether something is known and all of it says that no read carries the allele. */
    boolean saysAbsent() {
        boolean known = altReads.isPresent() || vaf.isPresent();
        return known && altReads.orElse(0) == 0 && vaf.orElse(0) == 0;
    }

    private static final class Reader {
        private final VcfRecord record;
        private final String sampleName;
        private final List<String> values;
        private final int alt;
        private final int altCount;

        Reader(VcfRecord record, String sampleName, List<String> values, int alt) {
            this.record = record;
            this.sampleName = sampleName;
            this.values = values;
            this.alt = alt;
            this.altCount = record.alts().size();
        }

        AlleleSupport read() {
            OptionalInt altReads = altReads();
            OptionalInt depth = depth();
            if (altReads.isPresent() && depth.isPresent() && altReads.getAsInt() > depth.getAsInt()) {
                throw record.place()
                        .wrong(
                                sampleName,
                                "at most " + depth.getAsInt() + " reads of ALT, as the depth says",
                                altReads.getAsInt() + " reads");
            }
            OptionalDouble vaf = fraction();
            if (vaf.isEmpty() && altReads.isPresent() && depth.orElse(0) > 0) {
                vaf = OptionalDouble.of(altReads.getAsInt() / (double) depth.getAsInt());
            }
            return new AlleleSupport(depth, refReads(), altReads, vaf);
        }

        private OptionalInt altReads() {
            @Nullable String[] ad = list("AD");
            if (ad != null) {
                if (ad.length == altCount + 1) {
                    return count("AD", ad[alt + 1]);
                }
                if (ad.length == 1 && altCount == 1 && values("RD") != null) {
                    return count("AD", ad[0]);
                }
                throw record.place()
                        .wrong(sampleName, "AD with " + (altCount + 1) + " values, REF first", String.join(",", ad));
            }
            for (String key : List.of("AO", "NV")) {
                String[] perAlt = list(key);
                if (perAlt != null && perAlt.length == altCount) {
                    return count(key, perAlt[alt]);
                }
            }
            String[] varDict = list("VD");
            if (varDict != null && altCount == 1) {
                return count("VD", varDict[0]);
            }
            return strelka();
        }

        private OptionalInt refReads() {
            @Nullable String[] ad = list("AD");
            if (ad != null && ad.length == altCount + 1) {
                return count("AD", ad[0]);
            }
            String strelkaKey = record.ref().length() == 1 ? record.ref() + "U" : "TAR";
            for (String key : List.of("RD", "RO", strelkaKey)) {
                String[] reads = list(key);
                if (reads != null) {
                    return count(key, reads[0]);
                }
            }
            return OptionalInt.empty();
        }

        private OptionalInt strelka() {
            String base = record.alts().get(alt);
            boolean isSnv = base.length() == 1 && record.ref().length() == 1;
            String key = isSnv ? base + "U" : "TIR";
            String[] tiers = list(key);
            return tiers == null ? OptionalInt.empty() : count(key, tiers[0]);
        }

        private OptionalInt depth() {
            String[] depth = list("DP");
            if (depth != null) {
                return count("DP", depth[0]);
            }
            String[] platypus = list("NR");
            if (platypus != null && platypus.length == altCount) {
                return count("NR", platypus[alt]);
            }
            String[] ad = list("AD");
            if (ad != null) {
                String[] reference = ad.length == 1 ? list("RD") : new String[0];
                return reference == null ? OptionalInt.empty() : sum("AD", ad, reference);
            }
            String[] alternate = list("AO");
            String[] reference = list("RO");
            return alternate == null || reference == null ? OptionalInt.empty() : sum("AO", alternate, reference);
        }

        private OptionalInt sum(String key, String[] some, String[] others) {
            int total = 0;
            for (String[] list : List.of(some, others)) {
                for (String text : list) {
                    OptionalInt count = count(key, text);
                    if (count.isEmpty()) {
                        return OptionalInt.empty();
                    }
                    total = Math.addExact(total, count.getAsInt());
                }
            }
            return OptionalInt.of(total);
        }

        private OptionalInt count(String key, String text) {
            if (text.equals(".")) {
                return OptionalInt.empty();
            }
            if (!text.matches("[0-9]{1,9}")) {
                throw record.place().wrong(sampleName, key + " as a number of reads", text);
            }
            return OptionalInt.of(Integer.parseInt(text));
        }

        private OptionalDouble fraction() {
            for (String key : FRACTIONS) {
                String raw = values(key);
                if (raw == null) {
                    continue;
                }
                // VarScan writes 12.3%, and 12,3% where the machine's locale has a decimal comma.
                String text = raw.matches("[0-9]+,[0-9]+%") ? raw.replace(',', '.') : raw;
                String[] perAllele = text.split(",", -1);
                int at = perAllele.length == altCount ? alt : perAllele.length == altCount + 1 ? alt + 1 : -1;
                if (at >= 0 && !perAllele[at].equals(".")) {
                    return OptionalDouble.of(fraction(key, perAllele[at]));
                }
            }
            return OptionalDouble.empty();
        }

        private double fraction(String key, String text) {
            boolean percent = text.endsWith("%");
            String number = percent ? text.substring(0, text.length() - 1) : text;
            double value = FieldValues.isFloat(number) && !number.matches("(?i).*(inf|nan).*")
                    ? Double.parseDouble(number) / (percent ? 100 : 1)
                    : Double.NaN;
            if (!(value >= 0 && value <= 1)) {
                throw record.place().wrong(sampleName, key + " as a fraction from 0 to 1", text);
            }
            return value;
        }

        private String @Nullable [] list(String key) {
            String text = values(key);
            return text == null ? null : text.split(",", -1);
        }

        private @Nullable String values(String key) {
            int at = record.format().indexOf(key);
            if (at < 0) {
                return null;
            }
            String text = values.get(at);
            boolean missing = Arrays.stream(text.split(",", -1)).allMatch(part -> part.equals(".") || part.isEmpty());
            return missing ? null : text;
        }
    }
}
