package org.marrow.core.risk;

/** A lesion that was looked for and found, looked for and not found, or not looked for. Unknown is never absent. */
public enum TriState {
    PRESENT,
    ABSENT,
    UNKNOWN;

    public static TriState of(boolean present) {
        return present ? PRESENT : ABSENT;
    }

    /** Present if either is; absent only if both are. */
    public TriState or(TriState other) {
        if (this == PRESENT || other == PRESENT) {
            return PRESENT;
        }
        return this == ABSENT && other == ABSENT ? ABSENT : UNKNOWN;
    }

    /** Present only if both are; absent if either is. */
    public TriState and(TriState other) {
        if (this == ABSENT || other == ABSENT) {
            return ABSENT;
        }
        return this == PRESENT && other == PRESENT ? PRESENT : UNKNOWN;
    }

    public TriState not() {
        return switch (this) {
            case PRESENT -> ABSENT;
            case ABSENT -> PRESENT;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public boolean isKnown() {
        return this != UNKNOWN;
    }
}
