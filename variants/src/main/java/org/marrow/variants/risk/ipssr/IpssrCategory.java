package org.marrow.variants.risk.ipssr;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The five categories of IPSS-R and IPSS-RA, the most favourable first. */
public enum IpssrCategory {
    VERY_LOW("Very Low", "1.5"),
    LOW("Low", "3"),
    INTERMEDIATE("Intermediate", "4.5"),
    HIGH("High", "6"),
    VERY_HIGH("Very High", "1000");

    private final String label;
    private final BigDecimal highest;

    /** @param highest score of the category, inclusive; Greenberg 2012, table 4. Nothing reaches the last. */
    IpssrCategory(String label, String highest) {
        this.label = label;
        this.highest = new BigDecimal(highest);
    }

    public String label() {
        return label;
    }

    /** The category of an exact score. */
    public static IpssrCategory of(BigDecimal score) {
        for (IpssrCategory category : values()) {
            if (score.compareTo(category.highest) <= 0) {
                return category;
            }
        }
        return VERY_HIGH;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(IpssrCategory::label).toList();
    }
}
