package org.marrow.variants.risk.ipssm;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.ipssr.IpssrCytogenetics;
import org.marrow.variants.risk.scheme.NamedValues;

/**
 * The inputs of IPSS-M, as the R package names them.
 *
 * @param hb haemoglobin, g/dL, 0 to 30; the model holds it to 4 to 20
 * @param plt platelets, 10^9/L, 0 to 5000; the model holds them to 250
 * @param bmBlast marrow blasts, %, 0 to 100; the model holds them to 20
 * @param cytoIpssr IPSS-R cytogenetic group
 * @param del5q deletion of 5q
 * @param del7or7q -7 or del(7q)
 * @param del17or17p -17 or del(17p)
 * @param complex three or more abnormalities
 * @param tp53mut number of TP53 mutations
 * @param tp53maxvaf their highest variant allele fraction, 0 to 1
 * @param tp53loh whether the other allele is lost
 * @param genes what is not there is unknown
 * @param shown how an input is shown in a result, by column, where its evidence and source say more than its value
 */
public record IpssmInput(
        Optional<BigDecimal> hb,
        Optional<BigDecimal> plt,
        Optional<BigDecimal> bmBlast,
        Optional<IpssrCytogenetics> cytoIpssr,
        TriState del5q,
        TriState del7or7q,
        TriState del17or17p,
        TriState complex,
        Optional<Tp53Mutations> tp53mut,
        Optional<BigDecimal> tp53maxvaf,
        TriState tp53loh,
        Map<IpssmGene, TriState> genes,
        Map<String, RiskInput> shown) {
    public IpssmInput {
        requireRange(hb, "HB", "30");
        requireRange(plt, "PLT", "5000");
        requireRange(bmBlast, "BM_BLAST", "100");
        requireNonNull(cytoIpssr, "cytoIpssr");
        requireNonNull(del5q, "del5q");
        requireNonNull(del7or7q, "del7or7q");
        requireNonNull(del17or17p, "del17or17p");
        requireNonNull(complex, "complex");
        requireNonNull(tp53mut, "tp53mut");
        requireRange(tp53maxvaf, "TP53maxvaf", "1");
        requireNonNull(tp53loh, "tp53loh");
        Map<IpssmGene, TriState> all = new EnumMap<>(IpssmGene.class);
        for (IpssmGene gene : IpssmGene.values()) {
            all.put(gene, genes.getOrDefault(gene, TriState.UNKNOWN));
        }
        genes = Collections.unmodifiableMap(all);
        shown = Map.copyOf(shown);
    }

    /** Nothing known. */
    public static IpssmInput unknown() {
        return new IpssmInput(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TriState.UNKNOWN,
                TriState.UNKNOWN,
                TriState.UNKNOWN,
                TriState.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                TriState.UNKNOWN,
                Map.of(),
                Map.of());
    }

    /**
     * From a table row with the columns of the R package: {@code HB}, {@code PLT}, {@code BM_BLAST}, {@code CYTO_IPSSR},
     * {@code del5q}, {@code del7_7q}, {@code del17_17p}, {@code complex}, {@code TP53mut}, {@code TP53maxvaf}, {@code TP53loh} and
     * the 30 genes. Empty and {@code NA} are missing.
     *
     * @throws InvalidValueException for a value that cannot be understood or cannot be
     */
    public static IpssmInput fromNamed(Function<String, Optional<String>> values) {
        NamedValues row = new NamedValues(values);
        Map<IpssmGene, TriState> genes = new EnumMap<>(IpssmGene.class);
        for (IpssmGene gene : IpssmGene.values()) {
            genes.put(gene, row.triState(gene.name()));
        }
        return new IpssmInput(
                row.decimal("HB", "0", "30"),
                row.decimal("PLT", "0", "5000"),
                row.decimal("BM_BLAST", "0", "100"),
                row.text("CYTO_IPSSR").map(label -> IpssrCytogenetics.ofLabel("CYTO_IPSSR", label)),
                row.triState("del5q"),
                row.triState("del7_7q"),
                row.triState("del17_17p"),
                row.triState("complex"),
                row.text("TP53mut").map(label -> Tp53Mutations.ofLabel("TP53mut", label)),
                row.decimal("TP53maxvaf", "0", "1"),
                row.triState("TP53loh"),
                genes,
                Map.of());
    }

    IpssmInput withCytogenetics(TriState newDel5q, TriState newDel7or7q, TriState newComplex) {
        return new IpssmInput(
                hb,
                plt,
                bmBlast,
                cytoIpssr,
                newDel5q,
                newDel7or7q,
                del17or17p,
                newComplex,
                tp53mut,
                tp53maxvaf,
                tp53loh,
                genes,
                shown);
    }

    IpssmInput withTp53(
            TriState newDel17or17p,
            Optional<Tp53Mutations> newMutations,
            Optional<BigDecimal> newMaxVaf,
            TriState newLoh) {
        return new IpssmInput(
                hb,
                plt,
                bmBlast,
                cytoIpssr,
                del5q,
                del7or7q,
                newDel17or17p,
                complex,
                newMutations,
                newMaxVaf,
                newLoh,
                genes,
                shown);
    }

    IpssmInput withGene(IpssmGene gene, TriState state) {
        Map<IpssmGene, TriState> changed = new EnumMap<>(genes);
        changed.put(gene, state);
        return new IpssmInput(
                hb,
                plt,
                bmBlast,
                cytoIpssr,
                del5q,
                del7or7q,
                del17or17p,
                complex,
                tp53mut,
                tp53maxvaf,
                tp53loh,
                changed,
                shown);
    }

    public TriState gene(IpssmGene gene) {
        return requireNonNull(genes.get(gene), gene.name());
    }

    private static void requireRange(Optional<BigDecimal> value, String name, String highest) {
        BigDecimal number = value.orElse(BigDecimal.ZERO);
        InvalidValueException.check(
                number.signum() >= 0 && number.compareTo(new BigDecimal(highest)) <= 0,
                name,
                number.toPlainString(),
                "a number from 0 to " + highest);
    }
}
