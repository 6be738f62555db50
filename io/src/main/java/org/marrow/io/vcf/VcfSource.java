package org.marrow.io.vcf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;

/**
 * Variants of a VCF or BCF file: plain text, BGZF, or whole gzip; versions 4.0 to 4.5. The file is read strictly and anew at each
 * call; docs/formats/vcf.md lists what is let through all the same.
 *
 * <p>Each ALT allele becomes a call of its own. Left out are the alleles that stand for no variant ({@code *}, {@code <*>},
 * {@code <NON_REF>}), records without ALT, and records at position 0, which is the telomere.
 *
 * <p>A file that gives one variant twice beside different other alleles gives one call, the one with more reads of it.
 */
public final class VcfSource {
    private static final Set<String> NO_VARIANT = Set.of("*", "<*>", "<NON_REF>", "<X>");

    private static final int NO_SAMPLE = -1;

    /** Lines by which callers name the tumour among the samples. */
    private static final List<String> TUMOUR_KEYS = List.of("tumor_sample", "tumour_sample");

    private final Path file;
    private final VcfHeader header;
    private final Assembly assembly;

    private VcfSource(Path file, VcfHeader header, Assembly assembly) {
        this.file = file;
        this.header = header;
        this.assembly = assembly;
    }

    /**
     * Reads the header.
     *
     * @throws org.marrow.core.error.FormatException when the header is invalid, the file truncated, or two assemblies are named
     * @throws UserException with code ACCESS when the file cannot be read
     */
    public static VcfSource open(Path file) {
        try (VcfReader reader = VcfReader.open(file)) {
            return new VcfSource(file, reader.header(), VcfAssembly.of(file, reader.header()));
        }
    }

    /** Names of the samples in the file's order; empty when it has no genotype columns. */
    public List<String> sampleNames() {
        return header.samples();
    }

    /** The assembly by contig lengths and names; UNKNOWN when the header says nothing. */
    public Assembly assembly() {
        return assembly;
    }

    /** The contigs whose lengths the header gives, in its order. */
    public List<ContigLength> contigs() {
        List<ContigLength> contigs = new ArrayList<>();
        header.contigs().forEach((name, length) -> {
            if (length.isPresent() && length.getAsLong() <= Integer.MAX_VALUE) {
                contigs.add(new ContigLength(name, (int) length.getAsLong()));
            }
        });
        return List.copyOf(contigs);
    }

    /**
     * What the file says of its one sample, or of its tumour: the sample that {@code ##tumor_sample} names, or the one called
     * TUMOR. A file without genotype columns speaks of all its sites and takes its name from the file's.
     *
     * @throws UserException with code USAGE when it has several samples and none is named so
     */
    public SampleVariants read(AssessedGenes assessed) {
        return read(theSample(), assessed);
    }

    /**
     * What the file says of one sample: the alleles that its genotype carries. Where there is no genotype, an allele counts
     * unless its reads or its fraction say 0.
     *
     * @throws UserException with code USAGE when there is no such sample
     */
    public SampleVariants read(String sampleName, AssessedGenes assessed) {
        List<VariantCall> calls = calls(sample(sampleName), NO_SAMPLE).stream()
                .map(AnnotatedCall::call)
                .toList();
        return new SampleVariants(sampleName, assembly, assessed, calls);
    }

    /** All sites of the file with their annotation, whatever the samples carry; for lists of markers. */
    public List<VariantCall> sites() {
        return calls(NO_SAMPLE, NO_SAMPLE).stream().map(AnnotatedCall::call).toList();
    }

    /**
     * As {@link #read}, with all that the records say of each call.
     *
     * @param sampleName one of {@link #sampleNames()}
     * @param normal the matched normal sample of the file; empty where there is none
     * @throws UserException with code USAGE when there is no such sample
     */
    public List<AnnotatedCall> readAnnotated(String sampleName, Optional<String> normal) {
        int normalSample = normal.isPresent() ? sample(normal.get()) : NO_SAMPLE;
        return calls(sample(sampleName), normalSample);
    }

    /** The sample that {@link #read(AssessedGenes)} takes without being told. */
    public String mainSample() {
        return theSample();
    }

    /** The sample that {@code ##normal_sample} names, or the one called NORMAL; empty when there is none. */
    public Optional<String> normalSample() {
        String named = header.meta().get("normal_sample");
        return header.samples().stream()
                .filter(name -> name.equals(named) || named == null && name.equals("NORMAL"))
                .findFirst();
    }

    private int sample(String name) {
        int sample = header.samples().indexOf(name);
        if (header.hasGenotypes() && sample < 0) {
            throw new UserException(
                    ErrorCode.USAGE,
                    file + ": there is no sample " + name + "; there are " + String.join(", ", header.samples()));
        }
        return sample;
    }

    private String theSample() {
        List<String> samples = header.samples();
        if (!header.hasGenotypes()) {
            return nameOfFile();
        }
        if (samples.size() == 1) {
            return samples.get(0);
        }
        for (String key : TUMOUR_KEYS) {
            String named = header.meta().get(key);
            if (named != null && samples.contains(named)) {
                return named;
            }
        }
        List<String> tumours = samples.stream()
                .filter(name -> name.equals("TUMOR") || name.equals("TUMOUR"))
                .toList();
        if (tumours.size() == 1) {
            return tumours.get(0);
        }
        throw new UserException(
                ErrorCode.USAGE,
                file + ": expected the name of one of its samples, because it has several: "
                        + String.join(", ", samples));
    }

    private String nameOfFile() {
        Path name = file.getFileName();
        String text = name == null ? file.toString() : name.toString();
        return text.replaceFirst("\\.(vcf|bcf)(\\.b?gz)?$", "");
    }

    private List<AnnotatedCall> calls(int sample, int normal) {
        Map<Variant, AnnotatedCall> calls = new LinkedHashMap<>();
        try (VcfReader reader = VcfReader.open(file)) {
            AnnotationReader annotations = new AnnotationReader(reader.header());
            for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
                if (record.position() == 0) {
                    continue;
                }
                for (int alt = 0; alt < record.alts().size(); alt++) {
                    if (!NO_VARIANT.contains(record.alts().get(alt))) {
                        call(record, alt, sample, normal, annotations)
                                .ifPresent(one -> calls.merge(one.call().variant(), one, VcfSource::better));
                    }
                }
            }
        }
        return List.copyOf(calls.values());
    }

    private static AnnotatedCall better(AnnotatedCall held, AnnotatedCall next) {
        return next.call().altReads().orElse(0) > held.call().altReads().orElse(0) ? next : held;
    }

    private Optional<AnnotatedCall> call(
            VcfRecord record, int alt, int sample, int normal, AnnotationReader annotations) {
        AlleleSupport support = AlleleSupport.UNKNOWN;
        List<String> filters = record.filters();
        if (sample >= 0) {
            String name = header.samples().get(sample);
            List<String> values = record.sampleValues(sample);
            int genotypeAt = record.format().indexOf("GT");
            if (genotypeAt >= 0) {
                Genotype genotype = Genotype.parse(
                        record.place(),
                        name,
                        values.get(genotypeAt),
                        record.alts().size(),
                        header.version());
                if (!genotype.carries(alt + 1)) {
                    return Optional.empty();
                }
            }
            support = AlleleSupport.of(record, name, values, alt);
            if (genotypeAt < 0 && support.saysAbsent()) {
                return Optional.empty();
            }
            filters = filters(record, values);
        }
        VariantAnnotation annotation = annotations.read(record, alt);
        return Optional.of(new AnnotatedCall(
                call(record, alt, support, filters, annotation),
                withIds(annotation.details(), record.ids()),
                support.refReads(),
                normalReads(record, alt, normal)));
    }

    /** The calls of a record without a sample, one for each ALT; empty for what stands for no variant. */
    static List<Optional<VariantCall>> siteCalls(VcfRecord record, AnnotationReader annotations) {
        List<Optional<VariantCall>> calls = new ArrayList<>();
        for (int alt = 0; alt < record.alts().size(); alt++) {
            boolean isVariant =
                    record.position() > 0 && !NO_VARIANT.contains(record.alts().get(alt));
            calls.add(
                    isVariant
                            ? Optional.of(call(
                                    record,
                                    alt,
                                    AlleleSupport.UNKNOWN,
                                    record.filters(),
                                    annotations.read(record, alt)))
                            : Optional.empty());
        }
        return calls;
    }

    private AnnotatedCall.NormalReads normalReads(VcfRecord record, int alt, int normal) {
        if (normal < 0) {
            return AnnotatedCall.NormalReads.NONE;
        }
        AlleleSupport support =
                AlleleSupport.of(record, header.samples().get(normal), record.sampleValues(normal), alt);
        return new AnnotatedCall.NormalReads(support.depth(), support.refReads(), support.altReads());
    }

    private static TranscriptDetails withIds(TranscriptDetails details, List<String> ids) {
        List<String> all = Stream.concat(ids.stream(), details.knownIds().stream())
                .distinct()
                .toList();
        return new TranscriptDetails(details.term(), details.proteinName(), details.exon(), details.geneId(), all);
    }

    /** The record's filters and those of the sample's own FT. */
    private static List<String> filters(VcfRecord record, List<String> values) {
        int at = record.format().indexOf("FT");
        if (at < 0 || Set.of(".", "PASS", "").contains(values.get(at))) {
            return record.filters();
        }
        return Stream.concat(record.filters().stream(), List.of(values.get(at).split("[;,]")).stream())
                .distinct()
                .toList();
    }

    private static VariantCall call(
            VcfRecord record, int alt, AlleleSupport support, List<String> filters, VariantAnnotation annotation) {
        try {
            return new VariantCall(
                    new Variant(
                            record.contig(),
                            record.position(),
                            record.ref(),
                            record.alts().get(alt)),
                    annotation.gene(),
                    annotation.consequence(),
                    annotation.hgvsC(),
                    annotation.hgvsP(),
                    annotation.transcript(),
                    support.depth(),
                    support.altReads(),
                    support.vaf(),
                    filters);
        } catch (InvalidValueException refused) {
            throw record.place().wrong(refused.name(), refused.expected(), refused.found());
        }
    }
}
