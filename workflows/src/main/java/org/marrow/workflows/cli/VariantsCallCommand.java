package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource;
import org.marrow.core.variant.TargetRegion;
import org.marrow.core.variant.Variant;
import org.marrow.io.bam.BamSource;
import org.marrow.io.bed.BedSource;
import org.marrow.io.fasta.FastaSource;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;
import org.marrow.io.vcf.VcfSource;
import org.marrow.variants.call.CallDefaults;
import org.marrow.variants.call.CallFilter;
import org.marrow.variants.call.CallResult;
import org.marrow.variants.call.CallSettings;
import org.marrow.variants.call.ReadFate;
import org.marrow.variants.call.SmallVariant;
import org.marrow.variants.call.TargetCoverage;
import org.marrow.variants.call.TargetedCaller;
import org.marrow.variants.call.longlesion.IndelFinding;
import org.marrow.variants.call.longlesion.IndelLesions;
import org.marrow.variants.call.longlesion.Kmt2aPtd;
import org.marrow.variants.call.longlesion.PtdControl;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow variants call}. */
@Command(
        name = "call",
        description = {
            "Calls SNVs and indels of 1 to 50 bases in the reads of one sample, over the targets of a capture or amplicon panel.",
            "Read pairs count once. QUAL is the calibrated probability of error; a second file says what each target could have"
                    + " shown, so that no variant can be told from not looked, and a third what is known of FLT3-ITD, NPM1, CALR"
                    + " and KMT2A-PTD."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VariantsCallCommand implements Callable<Integer> {
    /** What is known of the sample's normal. */
    enum SampleType {
        TUMOR_ONLY
    }

    @Option(
            names = "--bam",
            required = true,
            paramLabel = "FILE",
            description = "BAM or CRAM of one sample, sorted by coordinate, with its index")
    private Path bam = Path.of("");

    @Option(names = "--reference", required = true, paramLabel = "FASTA", description = "what the reads are aligned to")
    private Path reference = Path.of("");

    @Option(names = "--targets", required = true, paramLabel = "BED", description = "where variants are looked for")
    private Path targets = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "VCF",
            description = "with .gz it is compressed and indexed")
    private Path output = Path.of("");

    @Option(
            names = "--coverage",
            paramLabel = "TSV",
            description =
                    "depth and limit of detection of each target; by default the output's name with .coverage.tsv")
    private @Nullable Path coverage;

    @Option(
            names = "--panel-of-normals",
            paramLabel = "VCF",
            description = "variants of normal samples; the same ones fail the filter panel_of_normals")
    private @Nullable Path panelOfNormals;

    @Option(
            names = "--primers",
            paramLabel = "BED",
            description =
                    "primers of an amplicon panel; bases of fragments that begin or end in one are not counted there")
    private @Nullable Path primers;

    @Option(
            names = "--kmt2a-ptd-controls",
            arity = "1..*",
            paramLabel = "TSV",
            description =
                    "files .lesions.tsv that this command wrote for normal samples of the same panel; without them"
                            + " KMT2A-PTD stays unknown")
    private List<Path> ptdControls = List.of();

    @Option(
            names = "--sample-type",
            paramLabel = "TYPE",
            defaultValue = "tumor-only",
            converter = SampleTypeConverter.class,
            description = "tumor-only: there is no normal of the same patient; germline variants are called too")
    private SampleType sampleType = SampleType.TUMOR_ONLY;

    @Option(
            names = "--sample",
            paramLabel = "NAME",
            description = "name of the sample in the VCF; by default the one in the BAM file")
    private @Nullable String sample;

    @Option(
            names = "--min-qual",
            paramLabel = "PHRED",
            defaultValue = "" + CallDefaults.PASS_QUALITY,
            description = "variants below it fail the filter low_qual (default: ${DEFAULT-VALUE})")
    private double minQuality = CallDefaults.PASS_QUALITY;

    @Option(
            names = "--min-fraction",
            paramLabel = "FRACTION",
            defaultValue = "" + CallDefaults.MIN_FRACTION,
            description = "variants of a lower fraction fail the filter low_fraction (default: ${DEFAULT-VALUE})")
    private double minFraction = CallDefaults.MIN_FRACTION;

    @Option(names = "--threads", paramLabel = "N", description = "by default as many as the machine has processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private @Nullable CommandSpec spec;

    /** Reads {@code tumor-only}. */
    static final class SampleTypeConverter implements CommandLine.ITypeConverter<SampleType> {
        @Override
        public SampleType convert(String value) {
            String name = value.toUpperCase(Locale.ROOT).replace('-', '_');
            if (!name.equals(SampleType.TUMOR_ONLY.name())) {
                throw new CommandLine.TypeConversionException("expected tumor-only, found " + value);
            }
            return SampleType.TUMOR_ONLY;
        }
    }

    @Override
    public Integer call() {
        List<TargetRegion> regions = BedSource.read(targets);
        List<TargetRegion> primerRegions = primers == null ? List.of() : BedSource.read(primers);
        CallSettings settings = new CallSettings(
                CallDefaults.MIN_BASE_QUALITY,
                CallDefaults.MIN_MAPPING_QUALITY,
                minQuality,
                minFraction,
                primerRegions,
                threads);
        try (FastaSource bases = FastaSource.open(reference);
                BamSource reads = BamSource.open(bam, reference)) {
            CallInputs.check(bam, reads, reference, bases, targets, regions);
            List<ReadSource.ContigLength> contigs = reads.contigs();
            Map<String, Integer> order = new HashMap<>();
            contigs.forEach(contig -> order.put(contig.contig(), order.size()));
            Set<Variant> normals = normals(reads);
            String name = sampleName(reads);
            List<PtdControl> controls = CalledLesions.readControls(ptdControls, name);
            CallResult result =
                    TargetedCaller.call(() -> BamSource.open(bam, reference), bases, regions, order, settings);
            List<SmallVariant> variants = result.variants().stream()
                    .map(call -> normals.contains(call.variant()) ? call.with(CallFilter.PANEL_OF_NORMALS) : call)
                    .toList();
            Kmt2aPtd ptd = Kmt2aPtd.assess(result.coverage(), controls);
            List<IndelFinding> indels = IndelLesions.find(variants, result.coverage(), reads.assembly());
            CalledVcf.write(output, reads.assembly(), contigs, name, meta(ptd), variants);
            writeCoverage(result.coverage());
            CalledLesions.write(beside(".lesions.tsv"), name, ptd, indels);
            summarise(variants, result);
        }
        return CommandLine.ExitCode.OK;
    }

    private Set<Variant> normals(BamSource reads) {
        if (panelOfNormals == null) {
            return Set.of();
        }
        VcfSource source = VcfSource.open(panelOfNormals);
        CallInputs.checkAssembly(panelOfNormals, source.assembly(), bam, reads.assembly());
        Set<Variant> normals = new HashSet<>();
        source.sites().forEach(site -> normals.add(site.variant()));
        return normals;
    }

    private String sampleName(BamSource reads) {
        if (sample != null) {
            return sample;
        }
        List<String> names = reads.sampleNames();
        if (names.size() > 1) {
            throw new UserException(
                    ErrorCode.USAGE,
                    bam + ": expected reads of one sample, or --sample to name them all, found "
                            + String.join(", ", names));
        }
        Path name = bam.getFileName();
        return names.isEmpty() ? String.valueOf(name).replaceFirst("\\.(bam|cram)$", "") : names.get(0);
    }

    private Map<String, String> meta(Kmt2aPtd ptd) {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("--bam", bam);
        files.put("--reference", reference);
        files.put("--targets", targets);
        if (panelOfNormals != null) {
            files.put("--panel-of-normals", panelOfNormals);
        }
        if (primers != null) {
            files.put("--primers", primers);
        }
        Map<String, String> parameters = new HashMap<>();
        parameters.put("min-qual", String.format(Locale.ROOT, "%.1f", minQuality));
        parameters.put("min-fraction", String.format(Locale.ROOT, "%.4f", minFraction));
        parameters.put("sample-type", sampleType.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!ptdControls.isEmpty()) {
            parameters.put(
                    "kmt2a-ptd-controls",
                    String.join(
                            " ",
                            ptdControls.stream()
                                    .map(file -> String.valueOf(file.getFileName()))
                                    .toList()));
        }
        return Map.of(
                "source", "Marrow " + MarrowVersion.current(),
                "reference", String.valueOf(reference.getFileName()),
                "marrowCommand", TypedCommand.of("variants call", files, parameters),
                "marrow_kmt2a_ptd", CalledLesions.summary(ptd));
    }

    /** A file of the output's name with another ending. */
    private Path beside(String ending) {
        return output.resolveSibling(String.valueOf(output.getFileName()).replaceFirst("\\.vcf(\\.gz)?$", "") + ending);
    }

    private void writeCoverage(List<TargetCoverage> targetCoverage) {
        Path file = coverage != null ? coverage : beside(".coverage.tsv");
        List<String> header = List.of(
                "contig",
                "start",
                "end",
                "name",
                "status",
                "lowest_depth",
                "median_depth",
                "positions_without_molecules",
                "lod95_lowest_depth",
                "lod95_median_depth");
        TableSink.write(file, TableFormat.TSV, header, sink -> {
            for (TargetCoverage one : targetCoverage) {
                sink.row(row(one));
            }
        });
    }

    private static List<String> row(TargetCoverage one) {
        List<String> row = new ArrayList<>();
        row.add(one.target().contig());
        row.add(String.valueOf(one.target().start()));
        row.add(String.valueOf(one.target().end()));
        row.add(one.target().name().orElse(""));
        row.add(one.status().name());
        row.add(String.valueOf(one.lowestDepth()));
        row.add(String.valueOf(one.medianDepth()));
        row.add(String.valueOf(one.positionsWithoutMolecules()));
        row.add(fraction(one.lowestDepthLimit()));
        row.add(fraction(one.medianDepthLimit()));
        return row;
    }

    private static String fraction(OptionalDouble limit) {
        return limit.isPresent() ? String.format(Locale.ROOT, "%.5f", limit.getAsDouble()) : "";
    }

    private void summarise(List<SmallVariant> variants, CallResult result) {
        if (spec == null) {
            return;
        }
        long passed = variants.stream().filter(SmallVariant::passed).count();
        long uncovered = result.coverage().stream()
                .filter(one -> one.status() == TargetCoverage.Status.NOT_COVERED)
                .count();
        var out = spec.commandLine().getOut();
        out.println(passed + " variants passed, " + (variants.size() - passed) + " did not; " + uncovered + " of "
                + result.coverage().size() + " targets not covered");
        for (ReadFate fate : ReadFate.values()) {
            long count = result.fates().getOrDefault(fate, 0L);
            if (count > 0) {
                out.println("reads " + fate.name().toLowerCase(Locale.ROOT) + ": " + count);
            }
        }
    }
}
