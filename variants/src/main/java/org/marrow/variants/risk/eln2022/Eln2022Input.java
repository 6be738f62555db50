package org.marrow.variants.risk.eln2022;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.VariantCall;
import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.lesion.LesionFinding;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.lesion.MolecularLesions;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.PatientFindings;

/**
 * The inputs of ELN 2022, each with its source.
 *
 * @param lesions what is not there is unknown
 * @param promyelocytic PML::RARA, which makes the leukaemia APL and ELN 2022 not applicable; unknown is taken as not APL, since
 *     nobody asks for this scheme otherwise
 * @param bzipMissense a CEBPA missense variant of the bZIP domain, which does not count and is told of
 */
public record Eln2022Input(
        Map<Eln2022Item, LesionFinding> lesions,
        Eln2022Tp53 tp53,
        TriState promyelocytic,
        Optional<String> bzipMissense) {
    /** Column of the ISCN karyotype in a table. */
    static final String KARYOTYPE = "KARYOTYPE";

    /** Column of the highest TP53 fraction in a table. */
    static final String TP53_MAXVAF = "TP53_MAXVAF";

    public Eln2022Input {
        lesions = Collections.unmodifiableMap(
                lesions.isEmpty() ? new EnumMap<>(Eln2022Item.class) : new EnumMap<>(lesions));
        requireNonNull(tp53, "tp53");
        requireNonNull(promyelocytic, "promyelocytic");
        requireNonNull(bzipMissense, "bzipMissense");
    }

    /** From everything known of a patient. */
    public static Eln2022Input of(PatientFindings patient) {
        Map<Eln2022Item, LesionFinding> lesions = new EnumMap<>(Eln2022Item.class);
        for (Eln2022Item item : Eln2022Item.values()) {
            String name = item == Eln2022Item.COMPLEX ? LesionNames.COMPLEX_ELN2022 : item.label();
            patient.lesions().deciding(name).ifPresent(finding -> lesions.put(item, finding));
        }
        return new Eln2022Input(
                lesions,
                tp53(patient),
                patient.lesion(CytogeneticLesion.PML_RARA.label()),
                patient.molecular().flatMap(MolecularLesions::cebpaBzipMissense).map(VariantCall::label));
    }

    private static Eln2022Tp53 tp53(PatientFindings patient) {
        Optional<Eln2022Tp53> byVariants = patient.molecular()
                .filter(found -> found.tp53().mutated() == TriState.PRESENT)
                .map(found -> Eln2022Tp53.ofVariants(found.tp53(), found.source()));
        return byVariants.orElseGet(() -> patient.lesions()
                .deciding(LesionNames.TP53)
                .map(finding -> Eln2022Tp53.of(finding.state(), Optional.empty(), finding.source()))
                .orElse(Eln2022Tp53.unknown()));
    }

    /**
     * From a table row: {@code KARYOTYPE} in ISCN, each lesion under its {@linkplain Eln2022Item#label() name}, {@code PML::RARA},
     * {@code TP53} and {@code TP53_MAXVAF} as a fraction. Empty and {@code NA} are unknown.
     *
     * @throws org.marrow.core.error.UserException for a value that cannot be understood
     */
    public static Eln2022Input fromNamed(Function<String, Optional<String>> values) {
        NamedValues row = new NamedValues(values);
        return of(row, findings(row));
    }

    /** The karyotype and the lesions of a row, with the flags that they raise. */
    static PatientFindings findings(NamedValues row) {
        Map<String, TriState> lesions = new LinkedHashMap<>();
        for (String name : lesionColumns()) {
            TriState state = row.triState(name);
            if (state.isKnown()) {
                lesions.put(name, state);
            }
        }
        ClinicalValues clinical = new ClinicalValues(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                row.text(KARYOTYPE),
                Optional.empty(),
                lesions);
        return PatientFindings.assemble(clinical, Optional.empty());
    }

    static Eln2022Input of(NamedValues row, PatientFindings findings) {
        Eln2022Input read = of(findings);
        Eln2022Tp53 tp53 = Eln2022Tp53.of(
                row.triState(LesionNames.TP53), row.decimal(TP53_MAXVAF, "0", "1"), PatientFindings.CLINICAL_TABLE);
        return new Eln2022Input(read.lesions(), tp53, read.promyelocytic(), Optional.empty());
    }

    private static List<String> lesionColumns() {
        List<String> names = new ArrayList<>();
        for (Eln2022Item item : Eln2022Item.values()) {
            names.add(item.label());
        }
        names.add(CytogeneticLesion.PML_RARA.label());
        return names;
    }

    TriState state(Eln2022Item item) {
        LesionFinding finding = lesions.get(item);
        return finding == null ? TriState.UNKNOWN : finding.state();
    }

    TriState state(Eln2022Group group) {
        if (group == Eln2022Group.TP53) {
            return tp53.adverse();
        }
        TriState any = TriState.ABSENT;
        for (Eln2022Item item : Eln2022Item.values()) {
            if (item.group() == group && !isTheSameAsMllt3(item)) {
                any = any.or(state(item));
            }
        }
        return any;
    }

    /** A break-apart probe shows the rearrangement of t(9;11) too, so it says nothing more where that is known. */
    boolean isTheSameAsMllt3(Eln2022Item item) {
        return item == Eln2022Item.KMT2A_OTHER && state(Eln2022Item.MLLT3_KMT2A) == TriState.PRESENT;
    }
}
