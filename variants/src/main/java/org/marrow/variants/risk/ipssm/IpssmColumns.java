package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.ipssr.IpssrCytogenetics;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.PatientFindings;
import org.marrow.variants.risk.scheme.SchemeInput;

/** The columns of IPSS-M: what each is called, where its value stands in the input, which test fills it. */
final class IpssmColumns {
    static final String TP53_MAXVAF = "TP53maxvaf";
    static final String TP53_LOH = "TP53loh";

    /**
     * One column.
     *
     * @param text the value as a result shows it; empty when it is missing
     * @param test that fills it
     */
    record Column(
            SchemeInput description,
            Function<IpssmInput, Optional<String>> text,
            Function<IpssmInput, LaboratoryTest> test) {
        String name() {
            return description.name();
        }

        /** TP53maxvaf and TP53loh are of use only while it is open whether both alleles are hit. */
        boolean isMissing(IpssmInput input) {
            boolean moot = (name().equals(TP53_MAXVAF) || name().equals(TP53_LOH))
                    && IpssmVariables.tp53Multi(input).isKnown();
            return text.apply(input).isEmpty() && !moot;
        }

        RiskInput shown(IpssmInput input) {
            RiskInput prepared = input.shown().get(name());
            if (prepared != null) {
                return prepared;
            }
            Optional<String> value = text.apply(input);
            return new RiskInput(name(), value, value.map(known -> PatientFindings.CLINICAL_TABLE));
        }
    }

    static final List<Column> ALL = all();

    private IpssmColumns() {}

    private static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        columns.add(number("HB", "haemoglobin", "g/dL", "4 to 20", IpssmInput::hb, LaboratoryTest.BLOOD_COUNT));
        columns.add(number("PLT", "platelets", "10^9/L", "0 to 2000", IpssmInput::plt, LaboratoryTest.BLOOD_COUNT));
        columns.add(
                number("BM_BLAST", "marrow blasts", "%", "0 to 30", IpssmInput::bmBlast, LaboratoryTest.MARROW_SMEAR));
        columns.add(lesion("del5q", "deletion of 5q", IpssmInput::del5q, LaboratoryTest.KARYOTYPE));
        columns.add(lesion("del7_7q", "-7 or del(7q)", IpssmInput::del7or7q, LaboratoryTest.KARYOTYPE));
        columns.add(lesion("del17_17p", "-17 or del(17p)", IpssmInput::del17or17p, LaboratoryTest.KARYOTYPE));
        columns.add(lesion("complex", "three or more abnormalities", IpssmInput::complex, LaboratoryTest.KARYOTYPE));
        columns.add(new Column(
                new SchemeInput(
                        "CYTO_IPSSR",
                        "IPSS-R cytogenetic group",
                        "",
                        String.join(", ", IpssrCytogenetics.labels()) + ", NA",
                        false),
                input -> input.cytoIpssr().map(IpssrCytogenetics::label),
                input -> LaboratoryTest.KARYOTYPE));
        columns.add(new Column(
                new SchemeInput(
                        "TP53mut",
                        "number of TP53 mutations",
                        "",
                        String.join(", ", Tp53Mutations.labels()) + ", NA",
                        false),
                input -> input.tp53mut().map(Tp53Mutations::label),
                input -> LaboratoryTest.GENE_PANEL));
        columns.add(new Column(
                new SchemeInput(
                        TP53_MAXVAF, "highest allele fraction of a TP53 mutation", "fraction", "0 to 1, NA", false),
                input -> input.tp53maxvaf().map(BigDecimal::toPlainString),
                input -> input.tp53mut().isPresent() ? LaboratoryTest.TP53_VAF : LaboratoryTest.GENE_PANEL));
        columns.add(
                lesion(TP53_LOH, "loss of the other TP53 allele", IpssmInput::tp53loh, LaboratoryTest.TP53_LOH_ASSAY));
        for (IpssmGene gene : IpssmGene.values()) {
            String meaning =
                    switch (gene) {
                        case MLL_PTD -> "partial tandem duplication of KMT2A";
                        case FLT3 -> "ITD or TKD mutation";
                        default -> "mutation";
                    };
            columns.add(lesion(gene.name(), meaning, input -> input.gene(gene), gene.test()));
        }
        return List.copyOf(columns);
    }

    private static Column number(
            String name,
            String meaning,
            String unit,
            String range,
            Function<IpssmInput, Optional<BigDecimal>> value,
            LaboratoryTest test) {
        return new Column(
                new SchemeInput(name, meaning, unit, range + ", NA", false),
                input -> value.apply(input).map(number -> number.toPlainString() + " " + unit),
                input -> test);
    }

    private static Column lesion(
            String name, String meaning, Function<IpssmInput, TriState> state, LaboratoryTest test) {
        return new Column(
                SchemeInput.lesion(name, meaning),
                input -> switch (state.apply(input)) {
                    case PRESENT -> Optional.of("present");
                    case ABSENT -> Optional.of("absent");
                    case UNKNOWN -> Optional.empty();
                },
                input -> test);
    }
}
