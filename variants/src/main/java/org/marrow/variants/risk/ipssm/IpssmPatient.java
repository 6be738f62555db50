package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.VariantCall;
import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.lesion.MolecularLesions;
import org.marrow.variants.lesion.Tp53Finding;
import org.marrow.variants.risk.ipssr.IpssrGroup;
import org.marrow.variants.risk.scheme.NumberFinding;
import org.marrow.variants.risk.scheme.PatientFindings;

/** Takes the inputs of IPSS-M from everything known of a patient. */
final class IpssmPatient {
    private final PatientFindings patient;
    private final Map<String, RiskInput> shown = new HashMap<>();

    private IpssmPatient(PatientFindings patient) {
        this.patient = patient;
    }

    static IpssmInput input(PatientFindings patient) {
        return new IpssmPatient(patient).read();
    }

    private IpssmInput read() {
        IpssrGroup cytogenetics = IpssrGroup.of(patient);
        cytogenetics
                .group()
                .ifPresent(group -> shown.put(
                        "CYTO_IPSSR",
                        new RiskInput("CYTO_IPSSR", Optional.of(group.label()), Optional.of(cytogenetics.source()))));
        Map<IpssmGene, TriState> genes = new EnumMap<>(IpssmGene.class);
        for (IpssmGene gene : IpssmGene.values()) {
            genes.put(gene, gene == IpssmGene.FLT3 ? flt3() : lesion(gene.name(), gene.lesion()));
        }
        return new IpssmInput(
                number("HB"),
                number("PLT"),
                number("BM_BLAST"),
                cytogenetics.group(),
                lesion("del5q", CytogeneticLesion.DEL_5Q.label()),
                lesion("del7_7q", LesionNames.DEL7_7Q),
                lesion("del17_17p", LesionNames.DEL17_17P),
                lesion("complex", LesionNames.COMPLEX),
                tp53Mutations(),
                tp53MaxVaf(),
                lesion(IpssmColumns.TP53_LOH, LesionNames.TP53_LOH),
                genes,
                shown);
    }

    private Optional<BigDecimal> number(String name) {
        return patient.number(name).map(NumberFinding::value);
    }

    private TriState lesion(String column, String name) {
        shown.put(column, PatientFindings.input(column, patient.lesions().deciding(name)));
        return patient.lesion(name);
    }

    /** ITD or TKD; a table may give both in one column. */
    private TriState flt3() {
        String column = IpssmGene.FLT3.name();
        TriState either = patient.lesion(LesionNames.FLT3_ITD).or(patient.lesion(LesionNames.FLT3_TKD));
        if (either != TriState.PRESENT && patient.lesion(LesionNames.FLT3).isKnown()) {
            return lesion(column, LesionNames.FLT3);
        }
        lesion(
                column,
                patient.lesion(LesionNames.FLT3_ITD) == TriState.PRESENT ? LesionNames.FLT3_ITD : LesionNames.FLT3_TKD);
        if (!either.isKnown()) {
            shown.put(column, new RiskInput(column, Optional.empty(), Optional.empty()));
        }
        return either;
    }

    private Optional<Tp53Mutations> tp53Mutations() {
        Optional<Tp53Finding> found = patient.tp53Variants().filter(tp53 -> tp53.mutated() == TriState.PRESENT);
        if (found.isPresent()) {
            int count = found.get().calls().size();
            // One variant of a gene that was not looked at as a whole may have a second beside it.
            if (count < 2 && !found.get().countIsComplete()) {
                return Optional.empty();
            }
            Tp53Mutations number = count < 2 ? Tp53Mutations.ONE : Tp53Mutations.TWO_OR_MORE;
            show(found.get(), number);
            return Optional.of(number);
        }
        lesion("TP53mut", LesionNames.TP53);
        // A table that says mutated does not say how often.
        return patient.lesion(LesionNames.TP53) == TriState.ABSENT ? Optional.of(Tp53Mutations.NONE) : Optional.empty();
    }

    private void show(Tp53Finding found, Tp53Mutations number) {
        String calls = found.calls().stream().map(VariantCall::label).collect(Collectors.joining("; "));
        shown.put(
                "TP53mut",
                new RiskInput(
                        "TP53mut",
                        Optional.of("present: " + number.label() + ", " + calls),
                        patient.molecular().map(MolecularLesions::source)));
    }

    /** The highest fraction, where no unknown one may be higher. */
    private Optional<BigDecimal> tp53MaxVaf() {
        Optional<Tp53Finding> found = patient.tp53Variants().filter(Tp53Finding::vafIsComplete);
        OptionalDouble highest = found.map(Tp53Finding::maxVaf).orElse(OptionalDouble.empty());
        if (highest.isEmpty()) {
            return Optional.empty();
        }
        shown.put(
                IpssmColumns.TP53_MAXVAF,
                new RiskInput(
                        IpssmColumns.TP53_MAXVAF,
                        Optional.of(BigDecimal.valueOf(highest.getAsDouble()).toPlainString()),
                        patient.molecular().map(MolecularLesions::source)));
        return Optional.of(BigDecimal.valueOf(highest.getAsDouble()));
    }
}
