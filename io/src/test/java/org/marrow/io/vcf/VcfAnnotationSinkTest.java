package org.marrow.io.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.SequenceOntologyTerm;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.transcript.TranscriptMark;
import org.marrow.core.transcript.TranscriptStanding;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;

class VcfAnnotationSinkTest {
    private static final String HEADER = """
            ##fileformat=VCFv4.2
            ##contig=<ID=13,length=114364328>
            ##source=a caller  with two blanks
            ##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
            ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads">
            """;

    private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n";

    private static final String RECORDS = """
            13\t28018505\trs1\tC\tA\t12.50\tPASS\tDP=100;odd=a,b\tGT:AD\t0/1:60,40
            13\t28018600\t.\tc\tT,<DEL>\t.\tq10\t.\tGT:AD\t0/1:60,40,0
            """;

    @TempDir
    private Path folder;

    private static TranscriptEffect effect(
            String id,
            SequenceOntologyTerm term,
            String c,
            String p,
            String brief,
            boolean chosen,
            Set<TranscriptMark> marks) {
        Transcript transcript = new Transcript(
                id,
                "FLT3",
                Optional.of("2322"),
                "NC_000013.11",
                Strand.MINUS,
                List.of(new Exon(28_018_000, 28_019_000)),
                Optional.of(new CodingRegion(28_018_100, 28_018_999, 0, Optional.of("NP_004110.2"))),
                "protein_coding",
                marks);
        TranscriptEffect.Place place = new TranscriptEffect.Place(
                Optional.of("20/24"),
                Optional.empty(),
                Optional.of("2570"),
                Optional.of("2503"),
                Optional.of("835"),
                Optional.of("D/Y"),
                OptionalInt.empty());
        TranscriptStanding standing =
                id.startsWith("NM_004119") ? TranscriptStanding.NAMED_BY_LIST : TranscriptStanding.NONE;
        return new TranscriptEffect(
                transcript, List.of(term), Optional.of(c), Optional.of(p), Optional.of(brief), place, standing, chosen);
    }

    private static final TranscriptEffect LISTED = effect(
            "NM_004119.3",
            SequenceOntologyTerm.MISSENSE,
            "c.2503G>T",
            "p.(Asp835Tyr)",
            "p.D835Y",
            true,
            EnumSet.noneOf(TranscriptMark.class));
    private static final TranscriptEffect MANE = effect(
            "NM_000009.1",
            SequenceOntologyTerm.SYNONYMOUS,
            "c.3G>T",
            "p.(Asp1=)",
            "p.D1=",
            false,
            EnumSet.of(TranscriptMark.MANE_SELECT, TranscriptMark.DIFFERS_FROM_REFERENCE));

    private Path annotate(String text, List<TranscriptEffect> effects) throws IOException {
        Path input = Files.writeString(folder.resolve("in.vcf"), text);
        Path output = folder.resolve("out.vcf");
        VcfAnnotationSink.annotate(input, output, Map.of("marrowReference", "x.fa"), variant -> effects);
        return output;
    }

    @Test
    void everythingButTheNewFieldStaysAsItIs() throws IOException {
        List<String> written = Files.readAllLines(annotate(HEADER + COLUMNS + RECORDS, List.of(MANE, LISTED)));
        List<String> stripped = written.stream()
                .filter(line -> !line.startsWith("##INFO=<ID=CSQ") && !line.startsWith("##marrow"))
                .map(line -> line.replaceFirst("(?<=\t)CSQ=[^\t]*", ".").replaceFirst(";CSQ=[^\t]*", ""))
                .toList();
        assertThat(stripped).isEqualTo((HEADER + COLUMNS + RECORDS).lines().toList());
        assertThat(written).contains("##marrowReference=x.fa");
    }

    @Test
    void ourReaderReadsWhatWasWritten() throws IOException {
        Path output = annotate(HEADER + COLUMNS + RECORDS, List.of(MANE, LISTED));
        List<VariantCall> calls =
                VcfSource.open(output).read(new AssessedGenes.Unstated()).calls();
        VariantCall call = calls.getFirst();
        assertThat(call.gene()).contains("FLT3");
        assertThat(call.consequence()).isEqualTo(Consequence.MISSENSE);
        assertThat(call.hgvsC()).contains("c.2503G>T");
        assertThat(call.hgvsP()).contains("p.D835Y");
        assertThat(call.transcript()).contains("NM_004119.3");
    }

    @Test
    void anEqualsSignComesBack() throws IOException {
        Path output = annotate(HEADER + COLUMNS + RECORDS, List.of(MANE));
        assertThat(Files.readString(output)).contains("NP_004110.2:p.(Asp1%3D)|p.D1%3D|");
        assertThat(VcfSource.open(output).sites().getFirst().hgvsP()).contains("p.D1=");
    }

    @Test
    void theEntryHasTheFieldsThatItsHeaderNames() throws IOException {
        List<String> lines = Files.readAllLines(annotate(HEADER + COLUMNS + RECORDS, List.of(MANE)));
        String header = lines.stream()
                .filter(line -> line.startsWith("##INFO=<ID=CSQ"))
                .findFirst()
                .orElseThrow();
        int fields = header.substring(header.indexOf("Format:")).split("\\|").length;
        String entry = lines.stream()
                .filter(line -> line.startsWith("13"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*CSQ=", "")
                .split("\t")[0];
        assertThat(entry.split("\\|", -1)).hasSize(fields);
        assertThat(entry)
                .startsWith("A|synonymous_variant|LOW|FLT3|2322|Transcript|NM_000009.1|protein_coding|20/24||")
                .contains("|differs_from_reference|1||YES|NM_000009.1||");
    }

    @Test
    void aVariantFarFromAllTranscriptsSaysSo() throws IOException {
        Path output = annotate(HEADER + COLUMNS + RECORDS, List.of());
        String entry = Files.readAllLines(output).stream()
                .filter(line -> line.contains("28018505"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*CSQ=", "")
                .split("\t")[0];
        assertThat(entry).startsWith("A|intergenic_variant|MODIFIER|").matches("[^|]*(\\|[^|]*){25}");
        assertThat(entry.split("\\|", -1)[20]).isEqualTo("1");
        VariantCall call = VcfSource.open(output).sites().getFirst();
        assertThat(call.gene()).isEmpty();
        assertThat(call.consequence()).isEqualTo(Consequence.OTHER);
    }

    @Test
    void symbolicAllelesAreCountedAndLeftAlone() throws IOException {
        Path input = Files.writeString(folder.resolve("in.vcf"), HEADER + COLUMNS + RECORDS);
        VcfAnnotationSink.Counts counts =
                VcfAnnotationSink.annotate(input, folder.resolve("out.vcf"), Map.of(), variant -> List.of(LISTED));
        assertThat(counts).isEqualTo(new VcfAnnotationSink.Counts(2, 2, 1));
    }

    @Test
    void aNameThatEndsWithGzGivesAnIndexedFileOfTheSameContent() throws IOException {
        Path input = Files.writeString(folder.resolve("in.vcf"), HEADER + COLUMNS + RECORDS);
        Path packed = folder.resolve("out.vcf.gz");
        VcfAnnotationSink.annotate(input, packed, Map.of(), variant -> List.of(LISTED));
        assertThat(folder.resolve("out.vcf.gz.tbi")).exists();
        assertThat(VcfSource.open(packed).sites())
                .isEqualTo(VcfSource.open(annotate(HEADER + COLUMNS + RECORDS, List.of(LISTED)))
                        .sites());
    }

    @Test
    void aRefusalNamesTheLineAndLeavesNothing() throws IOException {
        Path input = Files.writeString(folder.resolve("in.vcf"), HEADER + COLUMNS + RECORDS);
        Path output = folder.resolve("out.vcf");
        assertThatThrownBy(() -> VcfAnnotationSink.annotate(input, output, Map.of(), VcfAnnotationSinkTest::refuse))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("in.vcf, line 9, column REF: expected G, found C");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(input);
        }
    }

    private static List<TranscriptEffect> refuse(Variant variant) {
        if (variant.position() > 28_018_505) {
            throw new InvalidValueException("REF", variant.ref(), "G");
        }
        return List.of(LISTED);
    }

    @Test
    void aFileThatIsAnnotatedAlreadyIsRefused() throws IOException {
        Path once = annotate(HEADER + COLUMNS + RECORDS, List.of(LISTED));
        assertThatThrownBy(() -> VcfAnnotationSink.annotate(
                        once, folder.resolve("twice.vcf"), Map.of(), variant -> List.of(LISTED)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("expected a file without annotation");
    }

    @Test
    void theInputIsNotOverwritten() throws IOException {
        Path input = Files.writeString(folder.resolve("in.vcf"), HEADER + COLUMNS + RECORDS);
        assertThatThrownBy(() -> VcfAnnotationSink.annotate(
                        input, folder.resolve("./in.vcf"), Map.of(), variant -> List.of(LISTED)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("expected another file than the input");
    }

    @Test
    void aTranscriptThatTheVariantMissesSpeaksLast() throws IOException {
        TranscriptEffect outside = effect(
                "NM_000009.1",
                SequenceOntologyTerm.DOWNSTREAM_GENE,
                "c.3G>T",
                "p.(Asp1=)",
                "p.D1=",
                false,
                EnumSet.of(TranscriptMark.MANE_SELECT));
        Path output = annotate(
                HEADER + COLUMNS + RECORDS,
                List.of(
                        outside,
                        effect(
                                "NM_000008.1",
                                SequenceOntologyTerm.MISSENSE,
                                "c.2503G>T",
                                "p.(Asp835Tyr)",
                                "p.D835Y",
                                true,
                                Set.of())));
        assertThat(VcfSource.open(output).sites().getFirst().transcript()).contains("NM_000008.1");
    }
}
