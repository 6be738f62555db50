package org.marrow.variants.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;

/** Builds variant calls and samples of them. */
public final class Calls {
    private Variant variant = new Variant("1", 1000, "A", "G");
    private Optional<String> gene = Optional.empty();
    private Consequence consequence = Consequence.MISSENSE;
    private Optional<String> hgvsP = Optional.empty();
    private OptionalDouble vaf = OptionalDouble.empty();
    private List<String> filters = List.of();

    private Calls() {}

    public static Calls in(String gene) {
        Calls call = new Calls();
        call.gene = Optional.of(gene);
        return call;
    }

    public static Calls withoutGene() {
        return new Calls();
    }

    public Calls at(String contig, int position, String ref, String alt) {
        variant = new Variant(contig, position, ref, alt);
        return this;
    }

    public Calls is(Consequence newConsequence) {
        consequence = newConsequence;
        return this;
    }

    public Calls protein(String change) {
        hgvsP = Optional.of(change);
        return this;
    }

    public Calls vaf(double fraction) {
        vaf = OptionalDouble.of(fraction);
        return this;
    }

    public Calls failing(String... names) {
        filters = List.of(names);
        return this;
    }

    public VariantCall call() {
        return new VariantCall(
                variant,
                gene,
                consequence,
                Optional.empty(),
                hgvsP,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                vaf,
                filters);
    }

    public static SampleVariants exome(Calls... calls) {
        return sample(Assembly.GRCH37, new AssessedGenes.Exome(), calls);
    }

    public static SampleVariants unstated(Calls... calls) {
        return sample(Assembly.GRCH37, new AssessedGenes.Unstated(), calls);
    }

    public static SampleVariants panel(Set<String> genes, Calls... calls) {
        return sample(Assembly.GRCH37, new AssessedGenes.Panel("test panel", genes), calls);
    }

    public static SampleVariants sample(Assembly assembly, AssessedGenes assessed, Calls... calls) {
        return new SampleVariants(
                "sample-1",
                assembly,
                assessed,
                Arrays.stream(calls).map(Calls::call).toList());
    }
}
