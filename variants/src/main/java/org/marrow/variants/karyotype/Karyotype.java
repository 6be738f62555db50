package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A karyotype as the report gives it.
 *
 * @param text as it was read
 * @param clones in the order of the report; empty when it has only hybridisation or arrays
 * @param parts hybridisation, arrays and the like, in the order of the report
 */
public record Karyotype(String text, List<KaryotypeClone> clones, List<ReportPart> parts) {
    public Karyotype {
        requireNonNull(text, "text");
        clones = List.copyOf(clones);
        parts = List.copyOf(parts);
    }

    /**
     * Reads a karyotype in ISCN, short or detailed form, with the habits of reports: blanks, line breaks, dashes for minus signs,
     * old spellings such as {@code 5q-}, a full stop at the end. In situ hybridisation is read where it can be; arrays and what is
     * not understood of hybridisation are kept {@linkplain ReportPart.Unread unread}.
     *
     * @throws KaryotypeException at the first character that cannot be read without guessing
     */
    public static Karyotype parse(String text) {
        return new KaryotypeReader(text).read();
    }

    /** Whether the report says that more is abnormal than it could name ({@code inc}) in cells of the patient. */
    public boolean incomplete() {
        return clones.stream().anyMatch(clone -> clone.incomplete() && !clone.donor());
    }

    /** The report in a uniform spelling: clones written out in full, no blanks, no old spellings. It reads back as the same. */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= clones.size(); i++) {
            if (i > 0) {
                KaryotypeClone clone = clones.get(i - 1);
                boolean firstOfDonor =
                        clone.donor() && (i == 1 || !clones.get(i - 2).donor());
                text.append(firstOfDonor ? "//" : text.isEmpty() ? "" : "/").append(clone.canonical());
            }
            for (ReportPart part : parts) {
                if (part.clonesBefore() == i) {
                    text.append(text.isEmpty() ? "" : ".").append(part.text());
                }
            }
        }
        return text.toString();
    }

    /** Whether a part of the report is about a transplant donor's cells. */
    boolean isOfDonor(ReportPart part) {
        return part.clonesBefore() > 0 && clones.get(part.clonesBefore() - 1).donor();
    }
}
