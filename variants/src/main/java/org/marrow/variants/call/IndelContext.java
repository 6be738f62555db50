package org.marrow.variants.call;

/**
 * What decides how often polymerases and sequencers make an indel: whether it adds or takes away copies of a repeat, how many
 * copies the reference has there, and its size.
 *
 * @param number of the class, from 0 to {@link #COUNT} - 1
 * @param unitBases bases of the repeated unit; 0 when the indel is not one of a repeat
 * @param copies of the unit in the reference
 */
record IndelContext(int number, int unitBases, int copies) {
    private static final int MOST_COPIES = 14;
    private static final int MOST_REPEAT_COPIES = 6;
    private static final int HOMOPOLYMERS = MOST_COPIES * 3 * 2;
    private static final int REPEATS = MOST_REPEAT_COPIES * 2 * 2;
    private static final int OTHERS = 3 * 2;

    static final int COUNT = HOMOPOLYMERS + REPEATS + OTHERS;

    static IndelContext of(IndelAllele allele, ReferenceWindow window) {
        boolean insertion = allele.isInsertion();
        if (!insertion && !allele.isDeletion()) {
            return other(insertion, allele.size());
        }
        String changed = insertion
                ? allele.inserted()
                : window.text(allele.anchor() + 1, allele.anchor() + 1 + allele.deleted());
        int unit = period(changed);
        int copies = copies(window, allele.anchor() + 1, changed.substring(0, unit));
        int units = changed.length() / unit;
        if (unit == 1 && copies >= 1) {
            return new IndelContext(homopolymer(copies, units, insertion), unit, copies);
        }
        if (unit > 1 && copies >= (insertion ? 1 : 2)) {
            return new IndelContext(repeat(copies, units, insertion), unit, copies);
        }
        return other(insertion, allele.size());
    }

    private static IndelContext other(boolean insertion, int size) {
        int bin = size == 1 ? 0 : size <= 3 ? 1 : 2;
        return new IndelContext(HOMOPOLYMERS + REPEATS + bin * 2 + (insertion ? 1 : 0), 0, 0);
    }

    /** The shortest unit that the text is whole copies of. */
    private static int period(String text) {
        for (int unit = 1; unit < text.length(); unit++) {
            if (text.length() % unit == 0 && text.startsWith(text.substring(unit))) {
                return unit;
            }
        }
        return text.length();
    }

    private static int copies(ReferenceWindow window, int from, String unit) {
        int copies = 0;
        int at = from;
        while (at + unit.length() <= window.length()
                && window.text(at, at + unit.length()).equals(unit)) {
            copies++;
            at += unit.length();
        }
        return copies;
    }

    /** Number of the class of an indel of {@code size} bases in a run of one base. */
    static int homopolymer(int copies, int size, boolean insertion) {
        return ((Math.min(copies, MOST_COPIES) - 1) * 3 + Math.min(size, 3) - 1) * 2 + (insertion ? 1 : 0);
    }

    /** Number of the class of an indel of {@code units} copies of a unit of two bases or more. */
    static int repeat(int copies, int units, boolean insertion) {
        return HOMOPOLYMERS
                + ((Math.min(copies, MOST_REPEAT_COPIES) - 1) * 2 + Math.min(units, 2) - 1) * 2
                + (insertion ? 1 : 0);
    }

    static boolean isHomopolymer(int number) {
        return number < HOMOPOLYMERS;
    }

    static boolean isRepeat(int number) {
        return number >= HOMOPOLYMERS && number < HOMOPOLYMERS + REPEATS;
    }

    /**
     * Indels for each molecule before the sample was seen. Source: judgement, from the growth with the length of the run that
     * amplified Illumina libraries show: a base lost from a run of eight in one molecule of 2,000, from a run of twelve in one of 70;
     * fewer gained, far fewer by two.
     */
    static double priorRate(int number) {
        if (isHomopolymer(number)) {
            int copies = number / 6 + 1;
            int size = number / 2 % 3;
            double direction = number % 2 == 1 ? 0.4 : 1;
            return Math.min(0.2, 1e-6 * Math.exp(0.8 * copies)) * direction * Math.pow(0.12, size);
        }
        if (isRepeat(number)) {
            int inside = number - HOMOPOLYMERS;
            int copies = inside / 4 + 1;
            double direction = inside % 2 == 1 ? 0.4 : 1;
            double size = inside / 2 % 2 == 1 ? 0.12 : 1;
            return 1e-6 * Math.exp(0.8 * copies) * direction * size;
        }
        int bin = (number - HOMOPOLYMERS - REPEATS) / 2;
        return bin == 0 ? 2e-6 : bin == 1 ? 5e-7 : 2e-7;
    }
}
