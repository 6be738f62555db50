package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.Rearrangement.Join;

/**
 * A fusion by its two breakpoints, which a rearrangement must have together, in any order and with any others.
 *
 * @param carrier chromosome whose derivative holds the fusion; of another derivative alone the fusion is not known. Empty where
 *     any derivative is taken for it
 */
record FusionRule(Site one, Site other, String carrier) implements LesionRule {
    private static final List<String> EXCHANGES = List.of("t", "inv", "ins", "inv ins", "dir ins");

    static FusionRule between(Site one, Site other) {
        return new FusionRule(one, other, "");
    }

    FusionRule on(String derivative) {
        return new FusionRule(one, other, derivative);
    }

    @Override
    public TriState apply(Abnormality abnormality, List<Abnormality> clone) {
        TriState any = TriState.ABSENT;
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            if (EXCHANGES.contains(rearrangement.type())) {
                any = any.or(one.in(rearrangement).and(other.in(rearrangement)));
            }
            for (Join join : rearrangement.joins()) {
                any = any.or(joins(join));
            }
        }
        return any == TriState.PRESENT && isOnOtherDerivative(abnormality) ? TriState.UNKNOWN : any;
    }

    private TriState joins(Join join) {
        TriState forth = one.at(join.left()).and(other.at(join.right()));
        TriState back = one.at(join.right()).and(other.at(join.left()));
        return forth.or(back);
    }

    private boolean isOnOtherDerivative(Abnormality abnormality) {
        Rearrangement first = abnormality.rearrangements().getFirst();
        return !carrier.isEmpty()
                && first.type().equals("der")
                && !first.chromosomes().contains(carrier);
    }

    /**
     * One side of a fusion by its bands; a sub-band lies in its band.
     *
     * @param bands such as {@code 23}, which holds {@code 23.3}
     */
    record Site(String chromosome, String arm, List<String> bands) {
        Site {
            bands = List.copyOf(bands);
        }

        static Site at(String chromosome, String arm, String... bands) {
            return new Site(chromosome, arm, List.of(bands));
        }

        TriState in(Rearrangement rearrangement) {
            if (!rearrangement.involves(chromosome)) {
                return TriState.of(false).or(rearrangement.involves("?") ? TriState.UNKNOWN : TriState.ABSENT);
            }
            List<Breakpoint> breakpoints = rearrangement.breakpoints();
            if (breakpoints.isEmpty()) {
                return TriState.UNKNOWN;
            }
            TriState any = TriState.ABSENT;
            for (Breakpoint breakpoint : breakpoints) {
                any = any.or(at(breakpoint));
            }
            return any;
        }

        TriState at(Breakpoint breakpoint) {
            if (!breakpoint.chromosome().equals(chromosome)) {
                return breakpoint.chromosome().equals("?") ? TriState.UNKNOWN : TriState.ABSENT;
            }
            boolean armOpen = breakpoint.arm().isEmpty() && breakpoint.uncertain();
            boolean bandOpen =
                    breakpoint.arm().equals(arm) && (breakpoint.band().isEmpty() || breakpoint.uncertain());
            if (armOpen || bandOpen) {
                return TriState.UNKNOWN;
            }
            return TriState.of(bands.stream().anyMatch(band -> breakpoint.isInBand(chromosome, arm, band)));
        }
    }

    /**
     * A gene that fuses with several partners.
     *
     * <p>Known partners show it; where the bands of the gene are broken in an exchange with another partner, another gene of the
     * same bands may be meant, and it is unknown.
     */
    static LesionRule withKnownPartners(Site gene, List<Site> partners) {
        List<LesionRule> fusions = new ArrayList<>();
        partners.forEach(partner -> fusions.add(between(gene, partner)));
        return (abnormality, clone) -> {
            TriState any = TriState.ABSENT;
            for (LesionRule fusion : fusions) {
                any = any.or(fusion.apply(abnormality, clone));
            }
            if (any == TriState.PRESENT) {
                return any;
            }
            TriState broken = brokenAt(gene, abnormality);
            return broken == TriState.ABSENT ? any : TriState.UNKNOWN;
        };
    }

    /** Whether an exchange breaks these bands, whatever the partner. Other kinds of break there leave it open. */
    static LesionRule withAnyPartner(Site gene, String carrier) {
        return (abnormality, clone) -> {
            TriState any = brokenAt(gene, abnormality);
            for (Rearrangement rearrangement : abnormality.rearrangements()) {
                if (rearrangement.isType("add", "inv", "dic") && gene.in(rearrangement) == TriState.PRESENT) {
                    any = any.or(TriState.UNKNOWN);
                }
            }
            boolean otherDerivative = new FusionRule(gene, gene, carrier).isOnDerivative(abnormality);
            return any == TriState.PRESENT && otherDerivative ? TriState.UNKNOWN : any;
        };
    }

    private boolean isOnDerivative(Abnormality abnormality) {
        return !abnormality.rearrangements().isEmpty() && isOnOtherDerivative(abnormality);
    }

    private static TriState brokenAt(Site gene, Abnormality abnormality) {
        TriState any = TriState.ABSENT;
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            if (rearrangement.isType("t", "ins", "inv ins", "dir ins")) {
                any = any.or(gene.in(rearrangement));
            }
        }
        return any;
    }
}
