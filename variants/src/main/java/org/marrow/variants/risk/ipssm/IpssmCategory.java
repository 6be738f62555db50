package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;

/** The six categories of IPSS-M, the most favourable first. */
public enum IpssmCategory {
    VERY_LOW("Very Low"),
    LOW("Low"),
    MODERATE_LOW("Moderate Low"),
    MODERATE_HIGH("Moderate High"),
    HIGH("High"),
    VERY_HIGH("Very High");

    private final String label;

    IpssmCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Category of a score that is rounded to two decimals already. */
    public static IpssmCategory of(BigDecimal score) {
        long below = IpssmModel.standard().cutOffs().stream()
                .filter(cut -> cut.compareTo(score) < 0)
                .count();
        return values()[Math.toIntExact(below)];
    }
}
