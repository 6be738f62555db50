package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ContigNames;
import org.marrow.io.fasta.FastaSource;
import org.marrow.io.transcript.TranscriptListSource;
import org.marrow.io.transcript.TranscriptSource;
import org.marrow.io.vcf.VcfAnnotationSink;
import org.marrow.io.vcf.VcfSource;
import org.marrow.variants.annotate.LeukaemiaTranscripts;
import org.marrow.variants.annotate.TranscriptAnnotator;
import org.marrow.variants.annotate.TranscriptCheck;
import org.marrow.variants.annotate.TranscriptChoice;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow variants annotate}. */
@Command(
        name = "annotate",
        description = {
            "Tells what the variants of a VCF do to transcripts: consequence and HGVS names, in VEP's INFO field CSQ.",
            "One transcript speaks for each gene (PICK=1): the listed one, else MANE Select, else the canonical one, else the"
                    + " one with the longest coding region."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VariantsAnnotateCommand implements Callable<Integer> {
    @Option(names = "--input", required = true, paramLabel = "VCF", description = "variants, as VCF or BCF")
    private Path input = Path.of("");

    @Option(
            names = "--transcripts",
            required = true,
            paramLabel = "GFF3|GTF",
            description = "transcripts of RefSeq, Ensembl or GENCODE, plain or gzip, on the same assembly")
    private Path transcripts = Path.of("");

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "FASTA",
            description = "the genome that both count on, without compression")
    private Path reference = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "VCF",
            description = "the same variants with CSQ; BGZF with an index when the name ends with .gz")
    private Path output = Path.of("");

    @Option(
            names = "--panel-transcripts",
            paramLabel = "TSV",
            description =
                    "the transcripts to report on: the column gene, and refseq, ensembl or transcript (default: Marrow's"
                            + " list of leukaemia genes)")
    private @Nullable Path panelTranscripts;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        VcfSource variants = VcfSource.open(input);
        try (FastaSource genome = FastaSource.open(reference)) {
            checkContigs(variants, genome);
            TranscriptSource.Transcripts read = TranscriptSource.read(transcripts);
            Assembly assembly = genome.assembly();
            Map<String, Assembly> files = new LinkedHashMap<>();
            files.put(input.toString(), variants.assembly());
            files.put(reference.toString(), assembly);
            files.put(transcripts.toString(), read.assembly());
            TranscriptCheck.requireSameAssembly(files);
            TranscriptCheck.requireOnReference(transcripts.toString(), read.transcripts(), genome);
            TranscriptAnnotator annotator = new TranscriptAnnotator(read.transcripts(), genome, choice(assembly));
            VcfAnnotationSink.Counts counts = VcfAnnotationSink.annotate(
                    input,
                    output,
                    Map.of("marrowTranscripts", nameOf(transcripts), "marrowReference", nameOf(reference)),
                    annotator::annotate);
            if (spec != null) {
                spec.commandLine().getOut().println(summary(counts, read.transcripts()));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private TranscriptChoice choice(Assembly assembly) {
        Set<String> named = panelTranscripts == null
                ? LeukaemiaTranscripts.accessions()
                : TranscriptListSource.read(panelTranscripts, assembly);
        return TranscriptChoice.of(named);
    }

    /** A contig of one name and two lengths is not one contig, whatever the assemblies are called. */
    private void checkContigs(VcfSource variants, FastaSource genome) {
        for (ContigLength contig : variants.contigs()) {
            for (String alias : ContigNames.aliases(contig.contig())) {
                if (genome.contains(alias) && genome.length(alias) != contig.length()) {
                    throw new UserException(
                            ErrorCode.MISMATCH,
                            input + ": expected " + contig.contig() + " of " + genome.length(alias) + " bases, as "
                                    + alias + " in " + reference + ", found " + contig.length());
                }
            }
        }
    }

    private static String summary(VcfAnnotationSink.Counts counts, List<Transcript> transcripts) {
        String skipped = counts.skippedAlleles() == 0
                ? ""
                : "; " + counts.skippedAlleles() + " symbolic ones were left without annotation";
        return counts.alleles() + " alleles in " + counts.records() + " records annotated on " + transcripts.size()
                + " transcripts" + skipped;
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
