package org.marrow.variants.karyotype;

import java.util.List;
import org.marrow.core.risk.TriState;

/**
 * Tells whether one abnormality is a lesion: present when the report says so, absent when it says otherwise, unknown where it
 * names the right chromosome and leaves the rest open or in doubt.
 */
@FunctionalInterface
interface LesionRule {
    /** @param clone all abnormalities of the clone, the one asked of among them */
    TriState apply(Abnormality abnormality, List<Abnormality> clone);

    default LesionRule or(LesionRule other) {
        return (abnormality, clone) -> apply(abnormality, clone).or(other.apply(abnormality, clone));
    }

    default LesionRule butNot(LesionRule other) {
        return (abnormality, clone) ->
                apply(abnormality, clone).and(other.apply(abnormality, clone).not());
    }

    /** What the rule says, with the doubts that the report has of the whole abnormality. */
    default TriState judge(Abnormality abnormality, List<Abnormality> clone) {
        if (abnormality.kind() == Abnormality.Kind.VARIANT) {
            return TriState.ABSENT;
        }
        TriState state = apply(abnormality, clone);
        if (!abnormality.alternatives().isEmpty()) {
            // Either of two that are both the lesion is the lesion all the same.
            boolean alike =
                    abnormality.alternatives().stream().allMatch(alternative -> judge(alternative, clone) == state);
            return alike ? state : TriState.UNKNOWN;
        }
        // What the report puts a question mark to cannot be more than unknown.
        return state == TriState.PRESENT && abnormality.uncertain() ? TriState.UNKNOWN : state;
    }

    static LesionRule loss(String chromosome) {
        return (abnormality, clone) -> TriState.of(abnormality.isLossOf(chromosome));
    }

    static LesionRule gain(String chromosome) {
        return (abnormality, clone) -> TriState.of(abnormality.isGainOf(chromosome));
    }
}
