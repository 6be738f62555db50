package org.marrow.variants.karyotype;

import java.util.List;
import java.util.function.Function;
import org.marrow.core.risk.TriState;

/**
 * Tells whether one abnormality is a lesion: present when the report says so, absent when it says otherwise, unknown where it
 * names the right chromosome and leaves the rest open or in doubt.
 */
final class LesionMatch {
    private LesionMatch() {}

    /** Breakpoints that a rearrangement must have together, in any order and with any others. */
    record Junction(List<Site> sites) implements Function<Abnormality, TriState> {
        Junction {
            sites = List.copyOf(sites);
        }

        Junction with(String chromosome, String arm, String... bands) {
            return new Junction(List.of(sites.getFirst(), new Site(chromosome, arm, List.of(bands))));
        }

        @Override
        public TriState apply(Abnormality abnormality) {
            TriState any = TriState.ABSENT;
            for (Rearrangement rearrangement : abnormality.rearrangements()) {
                if (rearrangement.isType("t", "inv", "ins", "inv ins", "dir ins")) {
                    TriState both =
                            sites.get(0).in(rearrangement).and(sites.get(1).in(rearrangement));
                    any = any.or(both);
                }
            }
            return doubted(abnormality, any);
        }
    }

    /** One breakpoint by its bands; a sub-band lies in its band. */
    record Site(String chromosome, String arm, List<String> bands) {
        TriState in(Rearrangement rearrangement) {
            if (!rearrangement.involves(chromosome)) {
                return ofUnknownChromosome(rearrangement);
            }
            if (rearrangement.breakpoints().isEmpty()) {
                return TriState.UNKNOWN;
            }
            TriState any = TriState.ABSENT;
            for (Breakpoint breakpoint : rearrangement.breakpoints()) {
                any = any.or(at(breakpoint));
            }
            return any;
        }

        private TriState at(Breakpoint breakpoint) {
            if (!breakpoint.chromosome().equals(chromosome)) {
                return TriState.ABSENT;
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

    static Junction junction(String chromosome, String arm, String... bands) {
        return new Junction(List.of(new Site(chromosome, arm, List.of(bands))));
    }

    /** A translocation or insertion that breaks this band; another kind of break there leaves it open. */
    static TriState translocationAt(Abnormality abnormality, String chromosome, String arm, String band) {
        Site site = new Site(chromosome, arm, List.of(band));
        TriState any = TriState.ABSENT;
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            TriState broken = site.in(rearrangement);
            if (rearrangement.isType("t", "ins", "inv ins", "dir ins")) {
                any = any.or(broken);
            } else if (rearrangement.isType("add", "inv", "dic") && broken == TriState.PRESENT) {
                any = any.or(TriState.UNKNOWN);
            }
        }
        return doubted(abnormality, any);
    }

    static TriState wholeLoss(Abnormality abnormality, String chromosome) {
        return doubted(abnormality, TriState.of(abnormality.isLossOf(chromosome)));
    }

    static TriState wholeGain(Abnormality abnormality, String chromosome) {
        return doubted(abnormality, TriState.of(abnormality.isGainOf(chromosome)));
    }

    /** A deletion in the arm, or an isochromosome of the other arm. Unbalanced rearrangements that may lose it are unknown. */
    static TriState armLoss(Abnormality abnormality, String chromosome, String arm) {
        TriState any = TriState.ABSENT;
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            any = any.or(armLoss(rearrangement, chromosome, arm));
        }
        // An abnormal chromosome that was gained leaves the two normal ones in place.
        if (any == TriState.PRESENT && abnormality.sign() > 0) {
            any = TriState.UNKNOWN;
        }
        return doubted(abnormality, any);
    }

    private static TriState armLoss(Rearrangement rearrangement, String chromosome, String arm) {
        if (rearrangement.isType("t", "inv", "ins", "dup", "dir ins", "inv ins")) {
            return TriState.ABSENT;
        }
        if (!rearrangement.involves(chromosome)) {
            return ofUnknownChromosome(rearrangement);
        }
        boolean named = rearrangement.breakpoints().stream()
                .anyMatch(b -> b.chromosome().equals(chromosome) && !b.arm().isEmpty());
        if (!named) {
            return TriState.UNKNOWN;
        }
        boolean inArm = breaks(rearrangement, chromosome, arm);
        return switch (rearrangement.type()) {
            case "del", "idic" -> TriState.of(inArm);
            case "i" -> TriState.of(!inArm);
            case "der", "dic", "rob" -> wholeArmExchange(rearrangement, chromosome, inArm);
            case "add", "r", "rec", "psu dic" -> inArm ? TriState.UNKNOWN : TriState.ABSENT;
            default -> TriState.ABSENT;
        };
    }

    /** {@code der(5;17)(p10;q10)} keeps 5p and 17q and has lost 5q and 17p. */
    private static TriState wholeArmExchange(Rearrangement rearrangement, String chromosome, boolean inArm) {
        boolean wholeArm = rearrangement.breakpoints().stream()
                .filter(b -> b.chromosome().equals(chromosome))
                .allMatch(b -> b.band().equals("10"));
        if (wholeArm) {
            return TriState.of(!inArm);
        }
        return inArm ? TriState.UNKNOWN : TriState.ABSENT;
    }

    /** Any structural abnormality that breaks or loses the arm, balanced or not. */
    static TriState armAbnormal(Abnormality abnormality, String chromosome, String arm) {
        TriState any = TriState.ABSENT;
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            TriState here;
            if (!rearrangement.involves(chromosome)) {
                here = ofUnknownChromosome(rearrangement);
            } else if (rearrangement.isType("i")) {
                here = armLoss(rearrangement, chromosome, arm);
            } else if (breaks(rearrangement, chromosome, arm)) {
                here = TriState.PRESENT;
            } else {
                here = armLoss(rearrangement, chromosome, arm);
            }
            any = any.or(here);
        }
        return doubted(abnormality, any);
    }

    static TriState isochromosome(Abnormality abnormality, String chromosome, String arm) {
        TriState any = TriState.ABSENT;
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            if (rearrangement.isType("i") && !rearrangement.involves(chromosome)) {
                any = any.or(ofUnknownChromosome(rearrangement));
            } else if (rearrangement.isType("i")) {
                any = any.or(
                        rearrangement.breakpoints().isEmpty()
                                ? TriState.UNKNOWN
                                : TriState.of(breaks(rearrangement, chromosome, arm)));
            }
        }
        return doubted(abnormality, any);
    }

    static TriState ipssrAbnormal3q(Abnormality abnormality) {
        TriState any = armLoss(abnormality, "3", "q");
        for (Rearrangement rearrangement : abnormality.rearrangements()) {
            if (rearrangement.isType("inv", "t") && rearrangement.involves("3")) {
                any = any.or(
                        rearrangement.breakpoints().isEmpty()
                                ? TriState.UNKNOWN
                                : TriState.of(breaks(rearrangement, "3", "q")));
            }
        }
        return doubted(abnormality, any);
    }

    /** A rearrangement of a chromosome that the report doubts may be of the one asked for. */
    private static TriState ofUnknownChromosome(Rearrangement rearrangement) {
        return rearrangement.involves("?") ? TriState.UNKNOWN : TriState.ABSENT;
    }

    private static boolean breaks(Rearrangement rearrangement, String chromosome, String arm) {
        return rearrangement.breakpoints().stream().anyMatch(b -> b.isOnArm(chromosome, arm));
    }

    /** What the report puts a question mark before cannot be more than unknown. */
    private static TriState doubted(Abnormality abnormality, TriState state) {
        return state == TriState.PRESENT && abnormality.uncertain() ? TriState.UNKNOWN : state;
    }
}
