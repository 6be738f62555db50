package org.marrow.variants.karyotype;

import java.util.List;
import org.marrow.core.risk.TriState;

/** Losses and other changes of one arm of a chromosome. */
record ArmRule(String chromosome, String arm) {
    /** Rearrangements that keep, move or multiply what they break. */
    private static final List<String> LOSE_NOTHING = List.of(
            "t", "inv", "ins", "dir ins", "inv ins", "dup", "dir dup", "inv dup", "trp", "dir trp", "inv trp", "qdp",
            "dir qdp", "inv qdp", "hsr", "amp", "iAMP21", "neo", "tas", "fis");

    private static final List<String> EXCHANGES = List.of("t", "ins", "dir ins", "inv ins");

    private static final List<String> ISOCHROMOSOMES = List.of("i", "ider");

    /**
     * A deletion in the arm, or an isochromosome of the other arm. Unbalanced rearrangements that may lose it are unknown: they
     * are no deletion, and schemes that ask for deletions do not say how they take them.
     */
    LesionRule deletion() {
        return (abnormality, clone) -> {
            if (isBalancedByOtherDerivative(abnormality, clone)) {
                return TriState.ABSENT;
            }
            TriState any = TriState.ABSENT;
            for (Rearrangement rearrangement : abnormality.rearrangements()) {
                any = any.or(deletion(rearrangement, abnormality));
            }
            // An abnormal chromosome that was gained leaves the two normal ones in place.
            return any == TriState.PRESENT && abnormality.sign() > 0 ? TriState.UNKNOWN : any;
        };
    }

    /** The arm or a part of it is gone: with its chromosome, by deletion, or by an unbalanced rearrangement. */
    LesionRule loss() {
        return LesionRule.loss(chromosome)
                .or(deletion())
                .or((abnormality, clone) -> TriState.of(isLostWithPartner(abnormality, clone)));
    }

    /** Any structural abnormality that breaks or loses the arm, balanced or not. */
    LesionRule abnormal() {
        return (abnormality, clone) -> {
            TriState any = TriState.ABSENT;
            for (Rearrangement rearrangement : abnormality.rearrangements()) {
                boolean seen = rearrangement.involves(chromosome) && !ISOCHROMOSOMES.contains(rearrangement.type());
                any = any.or(seen && breaks(rearrangement) ? TriState.PRESENT : deletion(rearrangement, abnormality));
            }
            return any;
        };
    }

    /** One kind of rearrangement that breaks the arm; other kinds are absent. */
    LesionRule brokenBy(String... types) {
        return (abnormality, clone) -> {
            TriState any = TriState.ABSENT;
            for (Rearrangement rearrangement : abnormality.rearrangements()) {
                if (!rearrangement.isType(types)) {
                    continue;
                }
                if (!rearrangement.involves(chromosome)) {
                    any = any.or(ofUnknownChromosome(rearrangement));
                } else {
                    any = any.or(
                            rearrangement.breakpoints().isEmpty()
                                    ? TriState.UNKNOWN
                                    : TriState.of(breaks(rearrangement)));
                }
            }
            return any;
        };
    }

    private TriState deletion(Rearrangement rearrangement, Abnormality abnormality) {
        Rearrangement first = abnormality.rearrangements().getFirst();
        boolean described =
                first.bands().isEmpty() && abnormality.rearrangements().size() > 1;
        if (described && first.type().equals("der") && first.chromosomes().contains(chromosome)) {
            if (rearrangement.equals(first)) {
                return TriState.ABSENT;
            }
            if (EXCHANGES.contains(rearrangement.type())) {
                return lossByExchange(rearrangement);
            }
        }
        return deletion(rearrangement);
    }

    /** What a derivative of this chromosome may have given to another: the arm where it broke, unless the piece is elsewhere. */
    private TriState lossByExchange(Rearrangement exchange) {
        List<Breakpoint> here = exchange.breakpointsOf(chromosome);
        boolean open = exchange.involves(chromosome) && here.isEmpty();
        boolean broken =
                here.stream().anyMatch(b -> b.arm().equals(arm) || b.arm().isEmpty());
        return open || broken ? TriState.UNKNOWN : TriState.ABSENT;
    }

    private TriState deletion(Rearrangement rearrangement) {
        if (LOSE_NOTHING.contains(rearrangement.type())) {
            return TriState.ABSENT;
        }
        if (!rearrangement.involves(chromosome)) {
            return ofUnknownChromosome(rearrangement);
        }
        boolean named = rearrangement.breakpointsOf(chromosome).stream()
                .anyMatch(b -> !b.arm().isEmpty());
        if (!named) {
            return TriState.UNKNOWN;
        }
        boolean inArm = breaks(rearrangement);
        return switch (rearrangement.type()) {
            case "del", "idic", "psu idic" -> TriState.of(inArm);
            case "i", "ider" -> TriState.of(!inArm);
            case "der", "dic", "rob" -> wholeArmExchange(rearrangement, inArm);
            default -> inArm ? TriState.UNKNOWN : TriState.ABSENT;
        };
    }

    /** {@code der(5;17)(p10;q10)} keeps 5p and 17q and has lost 5q and 17p. */
    private TriState wholeArmExchange(Rearrangement rearrangement, boolean inArm) {
        if (rearrangement.breakpointsOf(chromosome).stream().allMatch(Breakpoint::isWholeArm)) {
            return TriState.of(!inArm);
        }
        return inArm ? TriState.UNKNOWN : TriState.ABSENT;
    }

    /**
     * A chromosome that ISCN's own definition leaves without the end of the arm: {@code dic(5;17)(q13;p11)} lacks 5q and 17p beyond
     * the breaks, and {@code der(5)t(5;17)(q13;q21)} lacks 5q beyond q13 unless the clone has the other derivative too.
     */
    private boolean isLostWithPartner(Abnormality abnormality, List<Abnormality> clone) {
        if (abnormality.sign() != 0 || abnormality.rearrangements().isEmpty()) {
            return false;
        }
        Rearrangement first = abnormality.rearrangements().getFirst();
        if (first.isType("dic", "psu dic") && abnormality.rearrangements().size() == 1) {
            return first.chromosomes().size() == 2 && breaksOnceForSure(first);
        }
        return isOfOneTranslocation(abnormality)
                && first.chromosomes().contains(chromosome)
                && breaksOnceForSure(abnormality.rearrangements().get(1))
                && !hasOtherDerivative(abnormality, clone);
    }

    /** {@code der(9)t(9;22),der(22)t(9;22)} is the translocation, written as its two halves. */
    private boolean isBalancedByOtherDerivative(Abnormality abnormality, List<Abnormality> clone) {
        return abnormality.sign() == 0 && isOfOneTranslocation(abnormality) && hasOtherDerivative(abnormality, clone);
    }

    private static boolean isOfOneTranslocation(Abnormality abnormality) {
        List<Rearrangement> rearrangements = abnormality.rearrangements();
        return rearrangements.size() == 2
                && rearrangements.getFirst().type().equals("der")
                && rearrangements.getFirst().chromosomes().size() == 1
                && rearrangements.get(1).type().equals("t")
                && rearrangements.get(1).chromosomes().size() == 2;
    }

    private static boolean hasOtherDerivative(Abnormality abnormality, List<Abnormality> clone) {
        return clone.stream()
                .anyMatch(other -> isOfOneTranslocation(other)
                        && other.rearrangements()
                                .get(1)
                                .equals(abnormality.rearrangements().get(1))
                        && !other.chromosomes().equals(abnormality.chromosomes()));
    }

    private boolean breaksOnceForSure(Rearrangement rearrangement) {
        List<Breakpoint> here = rearrangement.breakpointsOf(chromosome);
        return here.size() == 1
                && here.getFirst().arm().equals(arm)
                && !here.getFirst().uncertain()
                && !here.getFirst().band().isEmpty();
    }

    /** A rearrangement of a chromosome that the report doubts may be of the one asked for. */
    private static TriState ofUnknownChromosome(Rearrangement rearrangement) {
        return rearrangement.involves("?") ? TriState.UNKNOWN : TriState.ABSENT;
    }

    private boolean breaks(Rearrangement rearrangement) {
        return rearrangement.breakpoints().stream().anyMatch(b -> b.isOnArm(chromosome, arm));
    }
}
