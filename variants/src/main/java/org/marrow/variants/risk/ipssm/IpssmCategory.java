package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The six categories of IPSS-M, the most favourable first. */
public enum IpssmCategory {
    VERY_LOW("Very Low", "-1.5"),
    LOW("Low", "-0.5"),
    MODERATE_LOW("Moderate Low", "0"),
    MODERATE_HIGH("Moderate High", "0.5"),
    HIGH("High", "1.5"),
    VERY_HIGH("Very High", "1000");

    private final String label;
    private final BigDecimal highest;

    /** @param highest rounded score of the category, inclusive. Nothing reaches the last. */
    IpssmCategory(String label, String highest) {
        this.label = label;
        this.highest = new BigDecimal(highest);
    }

    public String label() {
        return label;
    }

    /** Category of a score that is rounded to two decimals already. */
    public static IpssmCategory of(BigDecimal rounded) {
        for (IpssmCategory category : values()) {
            if (rounded.compareTo(category.highest) <= 0) {
                return category;
            }
        }
        return VERY_HIGH;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(IpssmCategory::label).toList();
    }
}
