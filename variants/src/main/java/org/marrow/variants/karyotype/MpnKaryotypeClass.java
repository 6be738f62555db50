package org.marrow.variants.karyotype;

import java.util.List;
import java.util.Optional;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.FusionRule.Site;

/** The three karyotype classes of MIPSS70+ version 2.0 and of GIPSS, and the unfavourable karyotypes of the older scores. */
public enum MpnKaryotypeClass {
    /** Normal, or alone one of del(13q), +9, del(20q), a translocation or duplication of chromosome 1, a sex chromosome change. */
    FAVOURABLE,
    UNFAVOURABLE,
    /** -7, i(17q), inv(3) or 3q21, 12p- or 12p11.2, 11q- or 11q23, or an autosomal trisomy other than +8 and +9. */
    VERY_HIGH_RISK;

    private static final LesionRule INVERSION_3 = new ArmRule("3", "q").brokenBy("inv");

    /** Breaks that make very high risk whatever the rearrangement, beside the lesions. */
    private static final List<LesionRule> VERY_HIGH_RISK_BREAKS = List.of(
            INVERSION_3,
            brokenAt("3", "q", "21"),
            brokenAt("12", "p", "11"),
            brokenAt("11", "q", "23"),
            otherTrisomy());

    private static final List<CytogeneticLesion> VERY_HIGH_RISK_LESIONS = List.of(
            CytogeneticLesion.MONOSOMY_7,
            CytogeneticLesion.ISOCHROMOSOME_17Q,
            CytogeneticLesion.DEL_12P,
            CytogeneticLesion.DEL_11Q);

    /** DIPSS-plus, alone or of two; a complex karyotype beside them. */
    private static final List<CytogeneticLesion> DIPSS_PLUS = List.of(
            CytogeneticLesion.TRISOMY_8,
            CytogeneticLesion.MONOSOMY_7,
            CytogeneticLesion.DEL_7Q,
            CytogeneticLesion.ISOCHROMOSOME_17Q,
            CytogeneticLesion.MONOSOMY_5,
            CytogeneticLesion.DEL_5Q,
            CytogeneticLesion.DEL_12P,
            CytogeneticLesion.MLLT3_KMT2A,
            CytogeneticLesion.KMT2A_OTHER);

    private static final List<CytogeneticLesion> FAVOURABLE_ALONE =
            List.of(CytogeneticLesion.DEL_13Q, CytogeneticLesion.TRISOMY_9, CytogeneticLesion.DEL_20Q);

    private static final List<String> DUPLICATIONS = List.of("t", "dup", "dir dup", "inv dup");

    /** The class; empty where the karyotype leaves open which. */
    public static Optional<MpnKaryotypeClass> of(KaryotypeFindings all) {
        KaryotypeFindings findings = all.withoutFish();
        TriState veryHigh = veryHighRisk(findings);
        if (veryHigh == TriState.PRESENT) {
            return Optional.of(VERY_HIGH_RISK);
        }
        if (veryHigh == TriState.UNKNOWN || !findings.isComplete()) {
            return Optional.empty();
        }
        TriState favourable = favourable(findings);
        return favourable.isKnown()
                ? Optional.of(favourable == TriState.PRESENT ? FAVOURABLE : UNFAVOURABLE)
                : Optional.empty();
    }

    /** Complex, or one or two abnormalities among which +8, -7, 7q-, i(17q), inv(3), -5, 5q-, 12p- or 11q23 rearranged. */
    public static TriState dipssPlusUnfavourable(KaryotypeFindings all) {
        KaryotypeFindings findings = all.withoutFish();
        return findings.threeOrMore().or(any(findings, DIPSS_PLUS)).or(any(findings, INVERSION_3));
    }

    /** The first MIPSS70+ calls everything unfavourable that is not favourable: from memory. */
    public static TriState mipss70PlusUnfavourable(KaryotypeFindings all) {
        return of(all).map(found -> TriState.of(found != FAVOURABLE)).orElseGet(() -> {
            KaryotypeFindings findings = all.withoutFish();
            return findings.leastCount() > 1 ? TriState.PRESENT : TriState.UNKNOWN;
        });
    }

    private static TriState veryHighRisk(KaryotypeFindings findings) {
        TriState any = any(findings, VERY_HIGH_RISK_LESIONS);
        for (LesionRule rule : VERY_HIGH_RISK_BREAKS) {
            any = any.or(any(findings, rule));
        }
        return any;
    }

    private static TriState favourable(KaryotypeFindings findings) {
        if (findings.count() == 0) {
            return TriState.PRESENT;
        }
        if (findings.count() > 1) {
            return findings.leastCount() > 1 ? TriState.ABSENT : TriState.UNKNOWN;
        }
        Abnormality only = findings.abnormalities().getFirst();
        if (only.origin() == Abnormality.Origin.DOUBTFUL) {
            return TriState.UNKNOWN;
        }
        TriState alone = any(findings, FAVOURABLE_ALONE);
        TriState chromosome1 = ((LesionRule) (a, clone) -> ofChromosome1(a)).judge(only, List.of(only));
        TriState sex = ((LesionRule) (a, clone) -> TriState.of(!a.chromosomes().isEmpty()
                        && a.chromosomes().stream().allMatch(c -> c.equals("X") || c.equals("Y"))))
                .judge(only, List.of(only));
        return alone.or(chromosome1).or(sex);
    }

    /** A translocation or duplication of chromosome 1. Whether der(1;7)(q10;p10) is one or a loss of 7q is not said. */
    private static TriState ofChromosome1(Abnormality abnormality) {
        boolean wholeArm = abnormality.chromosomes().size() > 1
                && abnormality.chromosomes().contains("1")
                && abnormality.rearrangements().getFirst().isType("der", "dic");
        if (wholeArm) {
            return TriState.UNKNOWN;
        }
        // der(7)t(1;7) gains 1q and may lose 7q: two changes in one.
        boolean mayLoseOther = abnormality.rearrangements().stream().anyMatch(r -> r.isType("der"))
                && DIPSS_PLUS.stream().anyMatch(l -> l.in(abnormality, List.of(abnormality)) != TriState.ABSENT);
        if (mayLoseOther) {
            return TriState.UNKNOWN;
        }
        return TriState.of(abnormality.rearrangements().stream()
                .anyMatch(
                        r -> DUPLICATIONS.contains(r.type()) && r.chromosomes().contains("1")));
    }

    private static LesionRule brokenAt(String chromosome, String arm, String band) {
        return (abnormality, clone) -> {
            TriState any = TriState.ABSENT;
            for (Rearrangement rearrangement : abnormality.rearrangements()) {
                any = any.or(Site.at(chromosome, arm, band).in(rearrangement));
            }
            return any;
        };
    }

    private static LesionRule otherTrisomy() {
        return (abnormality, clone) ->
                TriState.of(abnormality.isAutosomalGain() && !abnormality.isGainOf("8") && !abnormality.isGainOf("9"));
    }

    private static TriState any(KaryotypeFindings findings, List<CytogeneticLesion> lesions) {
        return lesions.stream().map(findings::lesion).reduce(TriState.ABSENT, TriState::or);
    }

    private static TriState any(KaryotypeFindings findings, LesionRule rule) {
        TriState any = findings.isComplete() ? TriState.ABSENT : TriState.UNKNOWN;
        for (Abnormality abnormality : findings.abnormalities()) {
            any = any.or(rule.judge(abnormality, findings.abnormalities()));
        }
        return any;
    }
}
