package org.marrow.core.risk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.marrow.core.error.InvalidValueException;

/**
 * What the clinic and the other laboratories say of a patient at diagnosis. Everything may be unknown.
 *
 * @param ageYears 0 to 130
 * @param haemoglobinGPerDl g/dL, 0 to 30
 * @param platelets1e9PerL 10^9/L, 0 to 5000
 * @param neutrophils1e9PerL 10^9/L, 0 to 500
 * @param marrowBlastPercent 0 to 100
 * @param karyotype ISCN as the report writes it
 * @param cytogeneticsIpssr IPSS-R cytogenetic group as the report names it: Very Good, Good, Intermediate, Poor, Very Poor
 * @param lesions results of single tests by name, such as {@code RUNX1::RUNX1T1}, {@code FLT3_ITD}, {@code KMT2A_PTD} or
 *     {@code TP53_LOH}; a name that is not there is unknown
 * @param numbers other values by the name that schemes use, such as {@code WBC}, in the unit that they use; their ranges are the
 *     schemes' to check
 * @param choices values that are one of a few words, such as {@code SEX}, by the same names
 */
public record ClinicalValues(
        OptionalDouble ageYears,
        OptionalDouble haemoglobinGPerDl,
        OptionalDouble platelets1e9PerL,
        OptionalDouble neutrophils1e9PerL,
        OptionalDouble marrowBlastPercent,
        Optional<String> karyotype,
        Optional<String> cytogeneticsIpssr,
        Map<String, TriState> lesions,
        Map<String, BigDecimal> numbers,
        Map<String, String> choices) {
    public static final double MAX_AGE_YEARS = 130;
    public static final double MAX_HAEMOGLOBIN_G_PER_DL = 30;
    public static final double MAX_PLATELETS_1E9_PER_L = 5000;
    public static final double MAX_NEUTROPHILS_1E9_PER_L = 500;
    public static final double MAX_MARROW_BLAST_PERCENT = 100;

    public ClinicalValues {
        requireNonNull(karyotype, "karyotype");
        requireNonNull(cytogeneticsIpssr, "cytogeneticsIpssr");
        lesions = Collections.unmodifiableMap(new TreeMap<>(lesions));
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
        requireRange(ageYears, "age_years", MAX_AGE_YEARS);
        requireRange(haemoglobinGPerDl, "hb_g_dl", MAX_HAEMOGLOBIN_G_PER_DL);
        requireRange(platelets1e9PerL, "plt_1e9_l", MAX_PLATELETS_1E9_PER_L);
        requireRange(neutrophils1e9PerL, "anc_1e9_l", MAX_NEUTROPHILS_1E9_PER_L);
        requireRange(marrowBlastPercent, "bm_blast_pct", MAX_MARROW_BLAST_PERCENT);
    }

    /** Without other numbers and choices. */
    public ClinicalValues(
            OptionalDouble ageYears,
            OptionalDouble haemoglobinGPerDl,
            OptionalDouble platelets1e9PerL,
            OptionalDouble neutrophils1e9PerL,
            OptionalDouble marrowBlastPercent,
            Optional<String> karyotype,
            Optional<String> cytogeneticsIpssr,
            Map<String, TriState> lesions) {
        this(
                ageYears,
                haemoglobinGPerDl,
                platelets1e9PerL,
                neutrophils1e9PerL,
                marrowBlastPercent,
                karyotype,
                cytogeneticsIpssr,
                lesions,
                Map.of(),
                Map.of());
    }

    public static ClinicalValues unknown() {
        return new ClinicalValues(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** The same values with one more choice, in place of what was chosen before. */
    public ClinicalValues withChoice(String name, String value) {
        Map<String, String> all = new TreeMap<>(choices);
        all.put(name, value);
        return new ClinicalValues(
                ageYears,
                haemoglobinGPerDl,
                platelets1e9PerL,
                neutrophils1e9PerL,
                marrowBlastPercent,
                karyotype,
                cytogeneticsIpssr,
                lesions,
                numbers,
                all);
    }

    public TriState lesion(String name) {
        return lesions.getOrDefault(name, TriState.UNKNOWN);
    }

    private static void requireRange(OptionalDouble value, String name, double highest) {
        double number = value.orElse(0);
        InvalidValueException.check(number >= 0 && number <= highest, name, number, "a number from 0 to " + highest);
    }
}
