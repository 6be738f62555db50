package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The six categories of IPSS-M, the most favourable first. */
public enum IpssmCategory {
    VERY_LOW("Very Low"),
    LOW("Low"),
    MODERATE_LOW("Moderate Low"),
    MODERATE_HIGH("Moderate High"),
    HIGH("High"),
    VERY_HIGH("Very High");

    /** Highest rounded score of each category but the last, inclusive. */
    private static final List<BigDecimal> CUT_OFFS =
            Stream.of("-1.5", "-0.5", "0", "0.5", "1.5").map(BigDecimal::new).toList();

    private final String label;

    IpssmCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Category of a score that is rounded to two decimals already. */
    public static IpssmCategory of(BigDecimal score) {
        long below = CUT_OFFS.stream().filter(cut -> cut.compareTo(score) < 0).count();
        return values()[Math.toIntExact(below)];
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(IpssmCategory::label).toList();
    }
}
