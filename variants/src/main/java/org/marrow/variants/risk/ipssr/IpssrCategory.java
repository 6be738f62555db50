package org.marrow.variants.risk.ipssr;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The five categories of IPSS-R and IPSS-RA, the most favourable first. */
public enum IpssrCategory {
    VERY_LOW("Very Low"),
    LOW("Low"),
    INTERMEDIATE("Intermediate"),
    HIGH("High"),
    VERY_HIGH("Very High");

    /** Highest score of each category but the last, inclusive; Greenberg 2012, table 4. */
    private static final List<BigDecimal> CUT_OFFS =
            Stream.of("1.5", "3", "4.5", "6").map(BigDecimal::new).toList();

    private final String label;

    IpssrCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The category of an exact score. */
    public static IpssrCategory of(BigDecimal score) {
        long below = CUT_OFFS.stream().filter(cut -> cut.compareTo(score) < 0).count();
        return values()[Math.toIntExact(below)];
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(IpssrCategory::label).toList();
    }
}
