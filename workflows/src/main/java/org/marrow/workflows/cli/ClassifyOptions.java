package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.KnownVariant;
import org.marrow.core.variant.PopulationFrequency;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.fasta.FastaSource;
import org.marrow.io.known.HotspotSource;
import org.marrow.io.vcf.PopulationSource;
import org.marrow.io.vcf.VcfRewrite;
import org.marrow.io.vcf.VcfSource;
import org.marrow.variants.known.BuiltInHotspots;
import org.marrow.variants.known.KnownMatch;
import org.marrow.variants.known.KnownVariants;
import org.marrow.variants.known.PopulationFilter;
import picocli.CommandLine.Option;

/** Known positions and population frequencies, for every command that writes annotated variants. */
final class ClassifyOptions {
    private static final VcfRewrite.Field HOTSPOT = new VcfRewrite.Field(
            "MARROW_HOTSPOT", false, "Known variant: gene|change|ALLELE, PROTEIN or CONSEQUENCE, by which it is known");
    private static final VcfRewrite.Field FREQUENCY = new VcfRewrite.Field(
            "MARROW_POPAF",
            true,
            "Highest allele frequency that the population file says, 0 to 1; missing where it does not have the allele");
    private static final String FAILED = "population";

    @Option(
            names = "--hotspots",
            paramLabel = "TSV",
            description = "known variants: gene, protein, ref, alt, chr, pos_GRCh37 and/or pos_GRCh38"
                    + " (default: those that Marrow carries)")
    private @Nullable Path hotspots;

    @Option(
            names = "--population",
            paramLabel = "VCF",
            description = "allele frequencies of a population, such as gnomAD's; quick with a tabix index beside it")
    private @Nullable Path population;

    @Option(
            names = "--max-population-af",
            paramLabel = "FRACTION",
            description = "a variant above this frequency fails the filter \"population\", unless it is known"
                    + " (default: ${DEFAULT-VALUE})")
    private double highest = PopulationFilter.DEFAULT_HIGHEST;

    /** What was found. */
    record Outcome(int records, int known, int failed) {}

    /**
     * Copies a VCF with what is known of its variants. Either file is refused when it counts on another assembly.
     *
     * @param assembly of the input, GRCh37 or GRCh38
     * @param reference for comparing insertions and deletions wherever in a repeat they are put
     */
    Outcome apply(Path input, Path output, Assembly assembly, Optional<Path> reference) {
        PopulationFilter filter = new PopulationFilter(highest);
        List<KnownVariant> list = hotspots == null ? BuiltInHotspots.read() : HotspotSource.read(hotspots, assembly);
        KnownVariants known = new KnownVariants(list, assembly);
        Map<Variant, PopulationFrequency> frequencies = frequencies(input, assembly, reference);
        // Of an input without population file nothing is said, not even what an earlier run said of another file.
        List<VcfRewrite.Filter> filters = List.of(new VcfRewrite.Filter(
                FAILED, "Above allele frequency " + highest + " in the population file, and not a known variant"));
        int[] counts = new int[3];
        new VcfRewrite(List.of(HOTSPOT, FREQUENCY), filters).rewrite(input, output, calls -> {
            VcfRewrite.Addition addition = classify(calls, known, frequencies, filter);
            counts[0]++;
            counts[1] += addition.values().getOrDefault(HOTSPOT.id(), List.of()).stream()
                            .anyMatch(Optional::isPresent)
                    ? 1
                    : 0;
            counts[2] += addition.filters().isEmpty() ? 0 : 1;
            return addition;
        });
        return new Outcome(counts[0], counts[1], counts[2]);
    }

    private Map<Variant, PopulationFrequency> frequencies(Path input, Assembly assembly, Optional<Path> reference) {
        if (population == null) {
            return Map.of();
        }
        PopulationSource source = PopulationSource.open(population);
        source.requireAssembly(assembly);
        List<Variant> variants =
                VcfSource.open(input).sites().stream().map(VariantCall::variant).toList();
        if (reference.isEmpty()) {
            return source.frequencies(variants, Optional.empty());
        }
        try (ReferenceSource bases = FastaSource.open(reference.get())) {
            return source.frequencies(variants, Optional.of(bases));
        }
    }

    private static VcfRewrite.Addition classify(
            List<Optional<VariantCall>> calls,
            KnownVariants known,
            Map<Variant, PopulationFrequency> frequencies,
            PopulationFilter filter) {
        List<Optional<String>> matches = new ArrayList<>();
        List<Optional<String>> highest = new ArrayList<>();
        int variants = 0;
        int failing = 0;
        for (Optional<VariantCall> call : calls) {
            Optional<KnownMatch> match = call.flatMap(known::match);
            Optional<PopulationFrequency> frequency =
                    call.flatMap(one -> Optional.ofNullable(frequencies.get(one.variant())));
            matches.add(match.map(KnownMatch::describe));
            highest.add(frequency.map(found -> String.valueOf(found.frequency())));
            variants += call.isPresent() ? 1 : 0;
            failing += call.isPresent() && filter.fails(frequency, match) ? 1 : 0;
        }
        // FILTER is of the whole record: one allele that passes keeps it.
        Set<String> filters = variants > 0 && failing == variants ? Set.of(FAILED) : Set.of();
        return new VcfRewrite.Addition(Map.of(HOTSPOT.id(), matches, FREQUENCY.id(), highest), filters);
    }
}
