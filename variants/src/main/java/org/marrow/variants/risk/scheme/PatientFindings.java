package org.marrow.variants.risk.scheme;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.SampleVariants;
import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.karyotype.DerivedLesion;
import org.marrow.variants.karyotype.Karyotype;
import org.marrow.variants.karyotype.KaryotypeFindings;
import org.marrow.variants.karyotype.KaryotypePolicy;
import org.marrow.variants.karyotype.KaryotypeRemark;
import org.marrow.variants.karyotype.MpnKaryotypeClass;
import org.marrow.variants.lesion.LesionFinding;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.lesion.LesionTable;
import org.marrow.variants.lesion.MolecularLesions;
import org.marrow.variants.lesion.Tp53Finding;

/**
 * One patient's clinical values, karyotype and variants, brought together under the names that schemes use.
 *
 * @param lesions from all three sources
 * @param flags about the inputs, for every scheme's result
 */
public record PatientFindings(
        ClinicalValues clinical,
        Optional<KaryotypeFindings> karyotype,
        Optional<MolecularLesions> molecular,
        LesionTable lesions,
        List<RiskFlag> flags) {
    /** Source of what the clinical table says. */
    public static final String CLINICAL_TABLE = "clinical table";

    /** Source of what the karyotype says. */
    public static final String KARYOTYPE = "karyotype";

    private static final String CYTO_MF = "CYTO_MF";
    private static final String TP53_VAF = "TP53_vaf";
    private static final String TP53_COUNT = "TP53_count";
    private static final String FRACTION = "_vaf";
    private static final String PRESENT = "present";
    private static final String ABSENT = "absent";

    public PatientFindings {
        requireNonNull(clinical, "clinical");
        requireNonNull(karyotype, "karyotype");
        requireNonNull(molecular, "molecular");
        requireNonNull(lesions, "lesions");
        flags = List.copyOf(flags);
    }

    /** Reads the karyotype and the variants; by the usual policy. */
    public static PatientFindings assemble(ClinicalValues clinical, Optional<SampleVariants> variants) {
        return assemble(clinical, variants, KaryotypePolicy.DEFAULT);
    }

    /**
     * Reads the karyotype and the variants.
     *
     * @throws org.marrow.variants.karyotype.KaryotypeException when the karyotype cannot be read
     */
    public static PatientFindings assemble(
            ClinicalValues clinical, Optional<SampleVariants> variants, KaryotypePolicy policy) {
        Optional<KaryotypeFindings> karyotype =
                clinical.karyotype().map(iscn -> KaryotypeFindings.of(Karyotype.parse(iscn), policy));
        Optional<MolecularLesions> molecular = variants.map(MolecularLesions::new);
        List<RiskFlag> flags = new ArrayList<>();
        List<LesionFinding> findings = new ArrayList<>();
        karyotype.ifPresent(read -> {
            findings.addAll(ofKaryotype(read));
            flags.addAll(flagsOf(read));
        });
        molecular.ifPresent(found -> {
            findings.addAll(found.all());
            InputCatalog.standard().all().stream()
                    .filter(input ->
                            input.kind() == CatalogInput.Kind.GENE && !LesionNames.GENES.contains(input.name()))
                    .forEach(input -> findings.add(found.gene(input.name())));
        });
        addClinical(clinical.lesions(), karyotype, findings, flags);
        LesionTable lesions = new LesionTable(findings);
        lesions.disagreements().forEach((name, sentence) -> {
            if (!isToldByItsPartner(name, lesions)) {
                flags.add(InputFlag.INPUTS_DISAGREE.flag(sentence));
            }
        });
        return new PatientFindings(clinical, karyotype, molecular, lesions, flags);
    }

    public TriState lesion(String name) {
        return lesions.state(name);
    }

    /** A lesion as an input of a result: present or absent with what shows it, and where that comes from. */
    public static RiskInput input(String name, Optional<LesionFinding> finding) {
        Optional<LesionFinding> known = finding.filter(found -> found.state().isKnown());
        Optional<String> value = known.map(found -> {
            String state = found.state() == TriState.PRESENT ? PRESENT : ABSENT;
            return found.state() == TriState.PRESENT
                    ? found.evidence().map(shown -> state + ": " + shown).orElse(state)
                    : state;
        });
        return new RiskInput(name, value, known.map(LesionFinding::source));
    }

    /** TP53 by its variants, where a variant file was given. */
    public Optional<Tp53Finding> tp53Variants() {
        return molecular.map(MolecularLesions::tp53);
    }

    /**
     * What is known of a number of the catalog.
     *
     * <p>The highest fraction of a lesion, and the number of TP53 mutations, come from the variants where they show it; a variant
     * without a fraction, or a gene that was not looked at throughout, may hide a higher one.
     */
    public Optional<NumberFinding> number(String name) {
        OptionalDouble column =
                switch (name) {
                    case "AGE" -> clinical.ageYears();
                    case "HB" -> clinical.haemoglobinGPerDl();
                    case "PLT" -> clinical.platelets1e9PerL();
                    case "ANC" -> clinical.neutrophils1e9PerL();
                    case "BM_BLAST" -> clinical.marrowBlastPercent();
                    default -> OptionalDouble.empty();
                };
        if (column.isPresent()) {
            return Optional.of(NumberFinding.exact(BigDecimal.valueOf(column.getAsDouble()), CLINICAL_TABLE));
        }
        return molecular
                .flatMap(found -> byVariants(name, found))
                .or(() -> stated(clinical.numbers(), name).map(number -> NumberFinding.exact(number, CLINICAL_TABLE)));
    }

    /** A value under its name or another spelling of it. */
    private static <T> Optional<T> stated(Map<String, T> values, String name) {
        return Stream.concat(Stream.of(name), InputCatalog.standard().spellingsOf(name).stream())
                .filter(values::containsKey)
                .map(values::get)
                .findFirst();
    }

    private static Optional<NumberFinding> byVariants(String name, MolecularLesions found) {
        if (name.equals(TP53_COUNT)) {
            return tp53Count(found);
        }
        if (!name.endsWith(FRACTION)) {
            return Optional.empty();
        }
        String lesion = name.substring(0, name.length() - FRACTION.length());
        return found.fraction(lesion).map(fraction -> {
            Optional<LaboratoryTest> missing = Optional.empty();
            if (!fraction.countIsComplete()) {
                missing = Optional.of(LaboratoryTest.GENE_PANEL);
            } else if (!fraction.vafIsComplete()) {
                missing = Optional.of(name.equals(TP53_VAF) ? LaboratoryTest.TP53_VAF : LaboratoryTest.VARIANT_VAF);
            }
            return new NumberFinding(BigDecimal.valueOf(fraction.highest()), missing, found.source());
        });
    }

    private static Optional<NumberFinding> tp53Count(MolecularLesions found) {
        Tp53Finding tp53 = found.tp53();
        if (tp53.mutated() != TriState.PRESENT) {
            return Optional.empty();
        }
        Optional<LaboratoryTest> missing =
                tp53.countIsComplete() ? Optional.empty() : Optional.of(LaboratoryTest.GENE_PANEL);
        return Optional.of(new NumberFinding(BigDecimal.valueOf(tp53.calls().size()), missing, found.source()));
    }

    /**
     * What is known of a choice of the catalog: what the clinical table says, else for the cytogenetic group of myelofibrosis what
     * the karyotype says.
     */
    public Optional<ChoiceFinding> choice(String name) {
        Optional<ChoiceFinding> stated =
                stated(clinical.choices(), name).map(value -> new ChoiceFinding(value, CLINICAL_TABLE));
        if (stated.isPresent() || !name.equals(CYTO_MF)) {
            return stated;
        }
        return karyotype
                .flatMap(MpnKaryotypeClass::of)
                .map(group -> new ChoiceFinding(
                        switch (group) {
                            case FAVOURABLE -> "Favourable";
                            case UNFAVOURABLE -> "Unfavourable";
                            case VERY_HIGH_RISK -> "Very High Risk";
                        },
                        KARYOTYPE));
    }

    /** The result with the flags of the inputs before the scheme's own. */
    public RiskResult addFlags(RiskResult result) {
        List<RiskFlag> all = new ArrayList<>(flags);
        String uncurated = result.inputs().stream()
                .filter(input -> input.source().isPresent()
                        && input.source().equals(molecular.map(MolecularLesions::source))
                        && input.value()
                                .filter(value -> value.startsWith(PRESENT))
                                .isPresent())
                .map(RiskInput::name)
                .collect(Collectors.joining(", "));
        if (!uncurated.isEmpty()) {
            all.add(InputFlag.PATHOGENICITY_NOT_CURATED.flag(uncurated));
        }
        all.addAll(result.flags());
        return result.withFlags(all);
    }

    /** A break-apart probe shows the rearrangement; the karyotype that tells its partner does not contradict it. */
    private static boolean isToldByItsPartner(String name, LesionTable lesions) {
        CytogeneticLesion partner;
        if (name.equals(CytogeneticLesion.KMT2A_OTHER.label())) {
            partner = CytogeneticLesion.MLLT3_KMT2A;
        } else if (name.equals(CytogeneticLesion.MECOM_OTHER.label())) {
            partner = CytogeneticLesion.GATA2_MECOM;
        } else {
            return false;
        }
        return lesions.state(partner.label()) == TriState.PRESENT;
    }

    private static List<LesionFinding> ofKaryotype(KaryotypeFindings read) {
        List<LesionFinding> findings = new ArrayList<>();
        for (CytogeneticLesion lesion : CytogeneticLesion.values()) {
            findings.add(new LesionFinding(lesion.label(), read.lesion(lesion), read.evidenceText(lesion), KARYOTYPE));
        }
        for (DerivedLesion lesion : DerivedLesion.values()) {
            String name = InputCatalog.standard().canonical(lesion.label());
            findings.add(LesionFinding.of(name, lesion.in(read), KARYOTYPE));
        }
        Optional<String> count = Optional.of(read.count() + " abnormalities");
        findings.add(new LesionFinding(LesionNames.COMPLEX, read.threeOrMore(), count, KARYOTYPE));
        findings.add(new LesionFinding(LesionNames.COMPLEX_ELN2022, read.complexEln2022(), count, KARYOTYPE));
        findings.add(LesionFinding.of(LesionNames.MONOSOMAL, read.monosomal(), KARYOTYPE));
        findings.add(LesionFinding.of(
                LesionNames.DEL7_7Q,
                read.lesion(CytogeneticLesion.MONOSOMY_7).or(read.lesion(CytogeneticLesion.DEL_7Q)),
                KARYOTYPE));
        findings.add(LesionFinding.of(
                LesionNames.DEL17_17P,
                read.lesion(CytogeneticLesion.MONOSOMY_17).or(read.lesion(CytogeneticLesion.DEL_17P)),
                KARYOTYPE));
        return findings;
    }

    private static List<RiskFlag> flagsOf(KaryotypeFindings read) {
        List<RiskFlag> flags = new ArrayList<>();
        if (!read.notClonal().isEmpty()) {
            flags.add(InputFlag.ABNORMALITY_NOT_CLONAL.flag(String.join(", ", read.notClonal())));
        }
        if (read.policyMatters()) {
            flags.add(InputFlag.CLONE_COUNTING_MATTERS.flag());
        }
        read.remarks().forEach(remark -> flags.add(flagOf(remark)));
        return flags;
    }

    static RiskFlag flagOf(KaryotypeRemark remark) {
        String code = remark.code().name();
        String sentence = RiskMessages.text(RiskLanguage.ENGLISH, code) + " (" + remark.detail() + ")";
        return new RiskFlag(code, sentence, remark.code().mark());
    }

    private static void addClinical(
            Map<String, TriState> stated,
            Optional<KaryotypeFindings> karyotype,
            List<LesionFinding> findings,
            List<RiskFlag> flags) {
        stated.forEach((spelling, state) -> {
            String name = InputCatalog.standard().canonical(spelling);
            if (InputCatalog.standard()
                    .find(name)
                    .filter(CatalogInput::isLesion)
                    .isEmpty()) {
                flags.add(InputFlag.LESION_NAME_NOT_USED.flag(spelling));
                return;
            }
            findings.add(LesionFinding.of(name, state, CLINICAL_TABLE));
            if (name.equals(LesionNames.COMPLEX) && !isExcludedByEln2022(karyotype)) {
                findings.add(LesionFinding.of(LesionNames.COMPLEX_ELN2022, state, CLINICAL_TABLE));
            }
            partsOf(name, state).forEach(part -> findings.add(LesionFinding.of(part, TriState.ABSENT, CLINICAL_TABLE)));
        });
        addWhole(stated, LesionNames.DEL7_7Q, CytogeneticLesion.MONOSOMY_7, CytogeneticLesion.DEL_7Q, findings);
        addWhole(stated, LesionNames.DEL17_17P, CytogeneticLesion.MONOSOMY_17, CytogeneticLesion.DEL_17P, findings);
    }

    /** Three abnormalities that ELN 2022 does not call complex stay so, whatever a table calls them. */
    private static boolean isExcludedByEln2022(Optional<KaryotypeFindings> karyotype) {
        return karyotype
                .filter(read -> read.threeOrMore() == TriState.PRESENT && read.complexEln2022() == TriState.ABSENT)
                .isPresent();
    }

    /** A column for two lesions that says absent says so of both. */
    private static List<String> partsOf(String name, TriState state) {
        if (state != TriState.ABSENT) {
            return List.of();
        }
        return switch (name) {
            case LesionNames.DEL7_7Q -> List.of(CytogeneticLesion.MONOSOMY_7.label(), CytogeneticLesion.DEL_7Q.label());
            case LesionNames.DEL17_17P ->
                List.of(CytogeneticLesion.MONOSOMY_17.label(), CytogeneticLesion.DEL_17P.label());
            case LesionNames.FLT3 -> List.of(LesionNames.FLT3_ITD, LesionNames.FLT3_TKD);
            default -> List.of();
        };
    }

    private static void addWhole(
            Map<String, TriState> stated,
            String whole,
            CytogeneticLesion one,
            CytogeneticLesion other,
            List<LesionFinding> findings) {
        TriState either = stated(stated, one).or(stated(stated, other));
        if (either.isKnown()) {
            findings.add(LesionFinding.of(whole, either, CLINICAL_TABLE));
        }
    }

    private static TriState stated(Map<String, TriState> stated, CytogeneticLesion lesion) {
        return stated.entrySet().stream()
                .filter(entry ->
                        InputCatalog.standard().canonical(entry.getKey()).equals(lesion.label()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TriState.UNKNOWN);
    }
}
