package org.marrow.io.vcf;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ChromosomeLengths;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;

/**
 * Writes variants as VCF 4.3 that {@link VcfSource} reads back: one record for each variant, in the order of the contigs, with
 * the annotation in the INFO keys GENE, CONSEQUENCE, HGVSC, HGVSP and TRANSCRIPT and each sample in GT:AD:DP:AF:FT. A name that
 * ends with {@code .gz} gives BGZF with a tabix index beside it. The same variants give the same bytes.
 *
 * <p>A sample that does not have a variant gets the genotype {@code ./.}: nobody says that it was looked for.
 */
public final class VcfSink {
    private static final String FORMAT_KEYS = "GT:AD:DP:AF:FT";
    private static final String ABSENT = "./.:.:.:.:.";

    private VcfSink() {}

    /**
     * What the header says beside the variants.
     *
     * @param contigs in the order of the records; may be empty, in which case chromosomes come first and have the lengths of the
     *     assembly
     * @param meta plain header lines, such as {@code SYNTHETIC} to {@code true}
     */
    public record Options(List<ContigLength> contigs, Map<String, String> meta) {
        public Options {
            contigs = List.copyOf(contigs);
            meta = Collections.unmodifiableMap(new TreeMap<>(meta));
            meta.forEach((key, value) -> InvalidValueException.check(
                    key.matches("[A-Za-z][A-Za-z0-9_.]*") && !value.isBlank() && value.matches("[^\\p{Cntrl}<]+"),
                    "meta",
                    key + "=" + value,
                    "a key of letters and digits, and a text in one line"));
        }

        /** No contigs named and no further lines. */
        public static Options none() {
            return new Options(List.of(), Map.of());
        }
    }

    /**
     * Writes samples side by side.
     *
     * @param samples at least one, each with its own name, all of one assembly
     * @throws InvalidValueException when they cannot stand in one file
     * @throws org.marrow.core.error.UserException with code ACCESS when the file cannot be written
     */
    public static void write(Path target, List<SampleVariants> samples, Options options) {
        InvalidValueException.check(!samples.isEmpty(), "samples", "none", "at least one");
        Set<String> names = new HashSet<>();
        Assembly assembly = samples.get(0).assembly();
        for (SampleVariants sample : samples) {
            InvalidValueException.check(
                    sample.assembly() == assembly, "assembly", sample.assembly(), "one assembly, " + assembly);
            InvalidValueException.check(
                    sample.name().matches("[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*") && names.add(sample.name()),
                    "sample",
                    sample.name(),
                    "a name in one line, each once");
        }
        List<Map<Variant, VariantCall>> calls =
                samples.stream().map(sample -> byVariant(sample.calls())).toList();
        Content content =
                new Content(assembly, samples.stream().map(SampleVariants::name).toList(), calls, options);
        VcfOutput.save(target, content::writeTo);
    }

    /** Writes sites without samples, such as a list of markers. Reads and fractions of the calls are not written. */
    public static void writeSites(Path target, Assembly assembly, List<VariantCall> sites, Options options) {
        Content content = new Content(assembly, List.of(), List.of(byVariant(sites)), options);
        VcfOutput.save(target, content::writeTo);
    }

    private static Map<Variant, VariantCall> byVariant(List<VariantCall> calls) {
        Map<Variant, VariantCall> byVariant = new LinkedHashMap<>();
        for (VariantCall call : calls) {
            InvalidValueException.check(
                    byVariant.put(call.variant(), call) == null,
                    "variant",
                    call.variant().describe(),
                    "each variant once in a sample");
        }
        return byVariant;
    }

    /** All that one file holds. */
    private record Content(
            Assembly assembly, List<String> samples, List<Map<Variant, VariantCall>> calls, Options options) {

        void writeTo(Writer out) throws IOException {
            List<Variant> variants = sorted();
            header(out, variants);
            for (Variant variant : variants) {
                out.write(record(variant));
                out.write('\n');
            }
        }

        private List<Variant> sorted() {
            Map<String, Integer> place = new HashMap<>();
            for (ContigLength contig : options.contigs()) {
                place.put(contig.contig(), place.size());
            }
            Set<Variant> variants = new HashSet<>();
            for (Map<Variant, VariantCall> sample : calls) {
                variants.addAll(sample.keySet());
            }
            for (Variant variant : variants) {
                InvalidValueException.check(
                        place.isEmpty() || place.containsKey(variant.contig()),
                        "contig",
                        variant.contig(),
                        "one of the contigs given");
            }
            List<Variant> sorted = new ArrayList<>(variants);
            sorted.sort(Comparator.comparing((Variant variant) -> place.getOrDefault(variant.contig(), 0))
                    .thenComparing(Variant::contig, usualOrder())
                    .thenComparing(Variant::position)
                    .thenComparing(Variant::ref)
                    .thenComparing(Variant::alt));
            return sorted;
        }

        private void header(Writer out, List<Variant> variants) throws IOException {
            StringBuilder text = new StringBuilder("##fileformat=VCFv4.3\n##source=Marrow\n");
            text.append("##")
                    .append(VcfAssembly.OWN_KEY)
                    .append('=')
                    .append(assembly)
                    .append('\n');
            options.meta()
                    .forEach((key, value) -> text.append("##")
                            .append(key)
                            .append('=')
                            .append(value)
                            .append('\n'));
            contigs(variants).forEach((name, length) -> {
                text.append("##contig=<ID=").append(name);
                length.ifPresent(bases -> text.append(",length=").append(bases));
                text.append(">\n");
            });
            for (String filter : filters()) {
                text.append("##FILTER=<ID=").append(filter).append(",Description=\"Set by the variant caller\">\n");
            }
            text.append(fieldLine("INFO", AnnotationReader.GENE, "A", "String", "HGNC symbol"));
            text.append(fieldLine("INFO", AnnotationReader.CONSEQUENCE, "A", "String", "Effect on the transcript"));
            text.append(fieldLine("INFO", AnnotationReader.HGVS_C, "A", "String", "Coding change, HGVS"));
            text.append(fieldLine("INFO", AnnotationReader.HGVS_P, "A", "String", "Protein change, HGVS, one-letter"));
            text.append(fieldLine("INFO", AnnotationReader.TRANSCRIPT, "A", "String", "Transcript with its version"));
            if (!samples.isEmpty()) {
                text.append(fieldLine("FORMAT", "GT", "1", "String", "Genotype"));
                text.append(fieldLine("FORMAT", "AD", "R", "Integer", "Reads of each allele"));
                text.append(fieldLine("FORMAT", "DP", "1", "Integer", "Reads over the position"));
                text.append(fieldLine("FORMAT", "AF", "A", "Float", "Fraction of the allele, 0 to 1"));
                text.append(fieldLine("FORMAT", "FT", "1", "String", "Filters that the sample failed"));
            }
            text.append(String.join("\t", VcfHeader.FIXED_COLUMNS));
            if (!samples.isEmpty()) {
                text.append("\tFORMAT\t").append(String.join("\t", samples));
            }
            out.write(text.append('\n').toString());
        }

        private static String fieldLine(String key, String id, String number, String type, String description) {
            return "##" + key + "=<ID=" + id + ",Number=" + number + ",Type=" + type + ",Description=\"" + description
                    + "\">\n";
        }

        private Map<String, OptionalInt> contigs(List<Variant> variants) {
            Map<String, OptionalInt> contigs = new LinkedHashMap<>();
            for (ContigLength contig : options.contigs()) {
                contigs.put(contig.contig(), OptionalInt.of(contig.length()));
            }
            for (Variant variant : variants) {
                contigs.computeIfAbsent(variant.contig(), name -> ChromosomeLengths.length(assembly, name));
            }
            return contigs;
        }

        private Set<String> filters() {
            Set<String> filters = new TreeSet<>();
            for (Map<Variant, VariantCall> sample : calls) {
                sample.values().forEach(call -> filters.addAll(call.filters()));
            }
            for (String filter : filters) {
                InvalidValueException.check(
                        filter.matches("[^\\s;:,<>\"]+")
                                && !Set.of("PASS", ".", "0").contains(filter),
                        "filter",
                        filter,
                        "a name without blanks, commas, colons and semicolons");
            }
            return filters;
        }

        private String record(Variant variant) {
            List<VariantCall> having = new ArrayList<>();
            for (Map<Variant, VariantCall> sample : calls) {
                VariantCall call = sample.get(variant);
                if (call != null) {
                    having.add(call);
                }
            }
            VariantCall first = having.get(0);
            // With several samples each has its own filters, in FT.
            String filter = samples.size() > 1 ? "." : filterText(first);
            StringBuilder line = new StringBuilder();
            line.append(variant.contig())
                    .append('\t')
                    .append(variant.position())
                    .append("\t.\t");
            line.append(variant.ref()).append('\t').append(variant.alt()).append("\t.\t");
            line.append(filter).append('\t').append(info(first));
            if (!samples.isEmpty()) {
                line.append('\t').append(FORMAT_KEYS);
                for (Map<Variant, VariantCall> sample : calls) {
                    VariantCall call = sample.get(variant);
                    line.append('\t').append(call == null ? ABSENT : sampleText(call));
                }
            }
            return line.toString();
        }

        private static String filterText(VariantCall call) {
            return call.filters().isEmpty() ? "PASS" : String.join(";", call.filters());
        }

        private static String info(VariantCall call) {
            List<String> entries = new ArrayList<>();
            add(entries, AnnotationReader.GENE, call.gene().orElse(""));
            if (call.consequence() != Consequence.UNKNOWN) {
                add(entries, AnnotationReader.CONSEQUENCE, call.consequence().name());
            }
            add(entries, AnnotationReader.HGVS_C, call.hgvsC().orElse(""));
            add(entries, AnnotationReader.HGVS_P, call.hgvsP().orElse(""));
            add(entries, AnnotationReader.TRANSCRIPT, call.transcript().orElse(""));
            return entries.isEmpty() ? "." : String.join(";", entries);
        }

        private static void add(List<String> entries, String key, String value) {
            if (!value.isEmpty()) {
                entries.add(key + "=" + HgvsText.encodePercent(value));
            }
        }

        private static String sampleText(VariantCall call) {
            String alt =
                    call.altReads().isPresent() ? String.valueOf(call.altReads().getAsInt()) : ".";
            String depth =
                    call.depth().isPresent() ? String.valueOf(call.depth().getAsInt()) : ".";
            boolean both = call.altReads().isPresent() && call.depth().isPresent();
            String ref = both
                    ? String.valueOf(call.depth().getAsInt() - call.altReads().getAsInt())
                    : ".";
            String fraction = call.vaf().isPresent() ? String.valueOf(call.vaf().getAsDouble()) : ".";
            return "0/1:" + ref + "," + alt + ":" + depth + ":" + fraction + ":" + filterText(call);
        }
    }

    /** Chromosomes first, then the others by name. */
    private static Comparator<String> usualOrder() {
        return Comparator.<String, Integer>comparing(ChromosomeLengths::rank).thenComparing(Function.identity());
    }
}
