package org.marrow.variants.risk.eln2022;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.VariantCall;
import org.marrow.variants.lesion.Tp53Finding;
import org.marrow.variants.risk.scheme.LaboratoryTest;

/**
 * TP53 as ELN 2022 asks for it: any mutation whose variant allele fraction reaches 10 %.
 *
 * @param adverse whether one does
 * @param missing the test that is missing when that is unknown: the fraction of a known variant, or the gene itself
 * @param evidence what shows it; empty when there is nothing to show
 * @param source where it comes from; empty when nothing is known
 */
public record Eln2022Tp53(
        TriState adverse, Optional<LaboratoryTest> missing, Optional<String> evidence, Optional<String> source) {
    /** Variant allele fraction from which TP53 is adverse, inclusive; ELN 2022 table. Compared as a decimal number. */
    public static final BigDecimal ADVERSE_FROM_VAF = new BigDecimal("0.10");

    public Eln2022Tp53 {
        requireNonNull(adverse, "adverse");
        requireNonNull(evidence, "evidence");
        requireNonNull(source, "source");
        InvalidValueException.check(
                adverse.isKnown() == missing.isEmpty(), "missing", missing, "a test exactly where TP53 is unknown");
    }

    public static Eln2022Tp53 unknown() {
        return new Eln2022Tp53(
                TriState.UNKNOWN, Optional.of(LaboratoryTest.GENE_PANEL), Optional.empty(), Optional.empty());
    }

    /**
     * From a report that names at most one fraction.
     *
     * @param maxVaf highest fraction of any mutation, 0 to 1; a fraction above 0 says that TP53 is mutated
     */
    public static Eln2022Tp53 of(TriState mutated, Optional<BigDecimal> maxVaf, String source) {
        boolean positive = maxVaf.filter(vaf -> vaf.signum() > 0).isPresent();
        InvalidValueException.check(
                mutated != TriState.ABSENT || !positive,
                "TP53_MAXVAF",
                maxVaf.map(BigDecimal::toPlainString).orElse(""),
                "0 or NA where TP53 is not mutated");
        InvalidValueException.check(
                mutated != TriState.PRESENT || positive || maxVaf.isEmpty(),
                "TP53_MAXVAF",
                0,
                "a fraction above 0, or NA, where TP53 is mutated");
        if (positive) {
            BigDecimal vaf = maxVaf.get();
            return new Eln2022Tp53(
                    TriState.of(reaches(vaf)),
                    Optional.empty(),
                    Optional.of("VAF " + vaf.toPlainString()),
                    Optional.of(source));
        }
        if (mutated == TriState.PRESENT) {
            return new Eln2022Tp53(
                    TriState.UNKNOWN,
                    Optional.of(LaboratoryTest.TP53_VAF),
                    Optional.of("VAF unknown"),
                    Optional.of(source));
        }
        if (mutated == TriState.ABSENT || maxVaf.isPresent()) {
            return new Eln2022Tp53(TriState.ABSENT, Optional.empty(), Optional.empty(), Optional.of(source));
        }
        return unknown();
    }

    /** From the variants that a file shows. A fraction that is missing, or a gene that was not looked at, may hide an adverse one. */
    static Eln2022Tp53 ofVariants(Tp53Finding finding, String source) {
        String evidence = finding.calls().stream().map(Eln2022Tp53::describe).collect(Collectors.joining("; "));
        TriState adverse;
        Optional<LaboratoryTest> missing = Optional.empty();
        if (reaches(finding.maxVaf())) {
            adverse = TriState.PRESENT;
        } else if (!finding.countIsComplete()) {
            adverse = TriState.UNKNOWN;
            missing = Optional.of(LaboratoryTest.GENE_PANEL);
        } else if (!finding.vafIsComplete()) {
            adverse = TriState.UNKNOWN;
            missing = Optional.of(LaboratoryTest.TP53_VAF);
        } else {
            adverse = TriState.ABSENT;
        }
        return new Eln2022Tp53(adverse, missing, Optional.of(evidence), Optional.of(source));
    }

    private static boolean reaches(OptionalDouble vaf) {
        return vaf.isPresent() && reaches(BigDecimal.valueOf(vaf.getAsDouble()));
    }

    private static boolean reaches(BigDecimal vaf) {
        return vaf.compareTo(ADVERSE_FROM_VAF) >= 0;
    }

    private static String describe(VariantCall call) {
        double vaf = call.vaf().orElse(0);
        return call.label() + (vaf > 0 ? ", VAF " + vaf : ", VAF unknown");
    }
}
