package org.marrow.workflows.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.bam.BamSink;
import org.marrow.io.fasta.FastaSink;
import org.marrow.io.vcf.VcfSource;
import picocli.CommandLine;

/** {@code marrow variants call} from files to files. */
final class VariantsCallCommandTest {
    private static final int READ_BASES = 100;
    private static final String REFERENCE = bases(1, 2_000);

    @TempDir
    private Path folder;

    private Path bam = Path.of("");
    private Path fasta = Path.of("");
    private Path bed = Path.of("");
    private Path output = Path.of("");

    private static String bases(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("ACGT".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    @BeforeEach
    void writeInputs() throws IOException {
        fasta = folder.resolve("ref.fa");
        Map<String, String> sequences = new LinkedHashMap<>();
        sequences.put("t1", REFERENCE);
        sequences.put("t2", bases(2, 500));
        FastaSink.write(fasta, sequences);
        bam = folder.resolve("x.bam");
        writeBam(bam, 2_000);
        bed = Files.writeString(folder.resolve("targets.bed"), "t1\t500\t1500\tGENE_1\nt2\t100\t200\n");
        output = folder.resolve("out.vcf.gz");
    }

    /** Reads of t1, every tenth over position 1000 with a changed base and every tenth with three bases lost after 1200. */
    private static void writeBam(Path file, int contigLength) {
        SplittableRandom random = new SplittableRandom(7);
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            int start = 1 + random.nextInt(2_000 - READ_BASES - 3);
            boolean lost = i % 10 == 3 && start <= 1_180 && start + READ_BASES > 1_220;
            byte[] text;
            List<CigarElement> cigar;
            if (lost) {
                int left = 1_200 - start + 1;
                text = (REFERENCE.substring(start - 1, 1_200) + REFERENCE.substring(1_203, start + 2 + READ_BASES))
                        .getBytes(ISO_8859_1);
                cigar = List.of(
                        new CigarElement(left, CigarOperator.MATCH),
                        new CigarElement(3, CigarOperator.DELETION),
                        new CigarElement(READ_BASES - left, CigarOperator.MATCH));
            } else {
                text = REFERENCE.substring(start - 1, start - 1 + READ_BASES).getBytes(ISO_8859_1);
                cigar = List.of(new CigarElement(READ_BASES, CigarOperator.MATCH));
            }
            if (i % 10 == 6 && start <= 1_000 && start + READ_BASES > 1_000) {
                text[1_000 - start] = (byte) otherBase();
            }
            byte[] qualities = new byte[READ_BASES];
            Arrays.fill(qualities, (byte) 36);
            reads.add(new AlignedRead("r" + i, i / 10 % 2 * 0x10, "t1", start, 60, cigar, text, qualities));
        }
        writeReads(file, contigLength, reads);
    }

    private static void writeReads(Path file, int contigLength, List<AlignedRead> reads) {
        List<ContigLength> contigs = List.of(new ContigLength("t1", contigLength), new ContigLength("t2", 500));
        BamSink.write(file, new BamSink.Header(contigs, "patient-1", List.of()), reads);
    }

    private static char otherBase() {
        return REFERENCE.charAt(999) == 'A' ? 'C' : 'A';
    }

    private record Outcome(int status, String out, String err) {}

    private Outcome run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("variants", "call", "--bam", bam.toString()));
        arguments.addAll(List.of("--reference", fasta.toString(), "--targets", bed.toString()));
        arguments.addAll(List.of("--output", output.toString()));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int status = commandLine.execute(arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    private List<VariantCall> calls() {
        return VcfSource.open(output).read(new AssessedGenes.Unstated()).calls();
    }

    @Test
    void variantsAndWhatEachTargetCouldHaveShownAreWritten() throws IOException {
        Outcome outcome = run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("2 variants passed").contains("1 of 2 targets not covered");
        assertThat(calls()).hasSize(2).allMatch(call -> call.filters().isEmpty());
        assertThat(calls().get(0).variant().position()).isEqualTo(1_000);
        assertThat(calls().get(0).vaf().orElse(0)).isBetween(0.05, 0.2);
        assertThat(calls().get(1).variant().ref()).hasSize(4);
        assertThat(VcfSource.open(output).sampleNames()).containsExactly("patient-1");
        assertThat(Files.readAllLines(folder.resolve("out.coverage.tsv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("t1\t501\t1500\tGENE_1\tCOVERED\t"))
                .anyMatch(line -> line.equals("t2\t101\t200\t\tNOT_COVERED\t0\t0\t100\t\t"));
        assertThat(folder.resolve("out.vcf.gz.tbi")).exists();
    }

    @Test
    void theSameBytesComeOutForAnyNumberOfThreads() throws IOException {
        run("--threads", "1");
        byte[] one = Files.readAllBytes(output);
        run("--threads", "3");
        assertThat(Files.readAllBytes(output)).isEqualTo(one);
    }

    @Test
    void bcftoolsReadsTheFileWithoutAWarningAndFindsItNormalised() throws IOException, InterruptedException {
        assumeTrue(isInstalled("bcftools"), "skipped: no bcftools");
        run();
        Path said = folder.resolve("said.txt");
        for (List<String> command : List.of(
                List.of("bcftools", "view", output.toString()),
                List.of("bcftools", "norm", "-c", "e", "-f", fasta.toString(), output.toString()))) {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(folder.resolve("ignored.txt").toFile())
                    .redirectError(said.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            assertThat(Files.readString(said).lines().filter(line -> !line.startsWith("Lines ")))
                    .isEmpty();
        }
        // total/split/.../realigned/...: nothing had to be moved.
        assertThat(Files.readString(said)).containsPattern("realigned.*:\\s+2/0/(0/)?0/0");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    @Test
    void aVariantOfTheNormalsFailsTheirFilter() throws IOException {
        Path normals = Files.writeString(
                folder.resolve("normals.vcf"),
                "##fileformat=VCFv4.3\n##contig=<ID=t1,length=2000>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nt1\t1000\t.\t"
                        + REFERENCE.charAt(999) + "\t" + otherBase() + "\t.\t.\t.\n");
        run("--panel-of-normals", normals.toString());
        assertThat(calls().get(0).filters()).containsExactly("panel_of_normals");
        assertThat(calls().get(1).filters()).isEmpty();
    }

    private void refuses(String... parts) {
        Outcome outcome = run();
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.err()).contains(parts);
        assertThat(output).doesNotExist();
        assertThat(folder.resolve("out.coverage.tsv")).doesNotExist();
    }

    @Test
    void aTargetOnAContigThatTheReadsDoNotHaveIsRefused() throws IOException {
        Files.writeString(bed, "chrt1\t500\t1500\n");
        refuses("targets.bed", "found chrt1");
    }

    @Test
    void aTargetBeyondTheEndOfItsContigIsRefusedAndOneToItsEndIsNot() throws IOException {
        Files.writeString(bed, "t1\t1999\t2001\n");
        refuses("t1, which has 2000 bases", "t1:2000-2001");
        Files.writeString(bed, "t1\t1999\t2000\n");
        assertThat(run().status()).isZero();
    }

    @Test
    void aReferenceOfAnotherLengthIsRefused() {
        writeBam(bam, 2_001);
        refuses("ref.fa", "t1 with 2001 bases", "2000 bases: another assembly");
    }

    @Test
    void readsWithoutAnIndexAreRefused() throws IOException {
        Files.delete(folder.resolve("x.bam.bai"));
        refuses("x.bam", "samtools index");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(bam);
        Files.write(bam, Arrays.copyOf(bytes, bytes.length / 2));
        refuses("x.bam", "truncated");
    }

    private static final String EXONS = """
            t1\t200\t300\tKMT2A_e3
            t1\t350\t450\tKMT2A:exon 9
            t1\t1000\t1100\tKMT2A_e21
            t1\t1150\t1250\tKMT2A exon 27
            t1\t1500\t1700\tNPM1_e12
            """;

    /** Even reads of t1, twice as many over positions 150 to 500, and four inserted bases after 1600 in a fifth of them. */
    private void writeDuplication(int copiesOfFirstExons) throws IOException {
        Files.writeString(bed, EXONS);
        SplittableRandom random = new SplittableRandom(8);
        List<AlignedRead> reads = new ArrayList<>();
        byte[] qualities = new byte[READ_BASES];
        Arrays.fill(qualities, (byte) 36);
        for (int i = 0; i < 6_000; i++) {
            int start = 1 + random.nextInt(2_000 - READ_BASES);
            int copies = start >= 150 && start <= 450 ? copiesOfFirstExons : 1;
            String text = REFERENCE.substring(start - 1, start - 1 + READ_BASES);
            List<CigarElement> cigar = List.of(new CigarElement(READ_BASES, CigarOperator.MATCH));
            int left = 1_600 - start + 1;
            if (i % 5 == 0 && left >= 20 && left <= READ_BASES - 24) {
                text = text.substring(0, left) + "TCTG" + text.substring(left, READ_BASES - 4);
                cigar = List.of(
                        new CigarElement(left, CigarOperator.MATCH),
                        new CigarElement(4, CigarOperator.INSERTION),
                        new CigarElement(READ_BASES - 4 - left, CigarOperator.MATCH));
            }
            for (int copy = 0; copy < copies; copy++) {
                reads.add(new AlignedRead(
                        "r" + i + "_" + copy,
                        i % 2 * 0x10,
                        "t1",
                        start,
                        60,
                        cigar,
                        text.getBytes(ISO_8859_1),
                        qualities));
            }
        }
        writeReads(bam, 2_000, reads);
    }

    private Map<String, Map<String, String>> lesions() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out.lesions.tsv"));
        String[] names = lines.get(0).split("\t", -1);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.put(cells[1], row);
        }
        return rows;
    }

    /** The table of this sample's run under the names of others. */
    private Path controls(String file, String... samples) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out.lesions.tsv"));
        StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
        for (String sample : samples) {
            for (String line : lines.subList(1, lines.size())) {
                text.append(line.replaceFirst("^[^\t]*", sample)).append('\n');
            }
        }
        return Files.writeString(folder.resolve(file), text.toString());
    }

    @Test
    void lesionsThatNoTargetNamesAreUnknown() throws IOException {
        run();
        assertThat(lesions().keySet()).containsExactly("FLT3_ITD", "NPM1", "CALR_TYPE1", "CALR_TYPE2", "KMT2A_PTD");
        assertThat(lesions().values()).allMatch(row -> row.get("state").equals("unknown"));
        assertThat(VcfSource.open(output).sampleNames()).containsExactly("patient-1");
        assertThat(header()).contains("##marrow_kmt2a_ptd=state=unknown,ratio=.\n");
    }

    private String header() throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(output))) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void aDuplicationOfKmt2aIsPresentOverTheNormalSamplesOfThePanel() throws IOException {
        writeDuplication(1);
        run();
        Map<String, String> normal = lesions().getOrDefault("KMT2A_PTD", Map.of());
        assertThat(normal).containsEntry("state", "unknown").containsEntry("normalised_ratio", "");
        assertThat(normal.get("note")).contains("no controls given");
        assertThat(Double.parseDouble(normal.getOrDefault("ratio", ""))).isBetween(0.85, 1.15);
        assertThat(header()).contains("##marrow_kmt2a_ptd=state=unknown,ratio=" + normal.get("ratio") + ",low=");
        Path first = controls("first.tsv", "n1", "n2", "n3");
        Path second = controls("second.tsv", "n4", "n5");

        writeDuplication(2);
        Outcome outcome = run("--kmt2a-ptd-controls", first.toString(), second.toString());

        assertThat(outcome.err()).isEmpty();
        Map<String, String> found = lesions().getOrDefault("KMT2A_PTD", Map.of());
        assertThat(found).containsEntry("state", "present").containsEntry("sample", "patient-1");
        assertThat(Double.parseDouble(found.getOrDefault("normalised_ratio", "")))
                .isBetween(1.8, 2.2);
        assertThat(Double.parseDouble(found.getOrDefault("normalised_low", ""))).isGreaterThan(1.25);
        assertThat(found.get("targets")).isEqualTo("t1:201-300,t1:351-450,t1:1001-1100,t1:1151-1250");
        assertThat(header())
                .contains("##marrow_kmt2a_ptd=state=present,normalised_ratio=")
                .contains("--kmt2a-ptd-controls first.tsv second.tsv");
        run("--kmt2a-ptd-controls", first.toString());
        assertThat(lesions().getOrDefault("KMT2A_PTD", Map.of())).containsEntry("state", "unknown");
    }

    @Test
    void fourInsertedBasesInTheExonNamedAsTheLastOfNpm1AreListed() throws IOException {
        writeDuplication(1);
        run();
        Map<String, String> found = lesions().getOrDefault("NPM1", Map.of());
        assertThat(found).containsEntry("state", "present").containsEntry("length", "4");
        // A fifth of those 57 of 100 reads over the place that have room for the inserted bases.
        assertThat(Double.parseDouble(found.getOrDefault("vaf", ""))).isBetween(0.06, 0.16);
        assertThat(Double.parseDouble(found.getOrDefault("lod95", ""))).isBetween(0.001, 0.05);
        assertThat(found.get("variant")).startsWith("t1:1");
    }

    private void refusesControls(Path file, String... parts) throws IOException {
        for (String written : List.of("out.vcf.gz", "out.coverage.tsv", "out.lesions.tsv")) {
            Files.deleteIfExists(folder.resolve(written));
        }
        Outcome outcome = run("--kmt2a-ptd-controls", file.toString());
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.err()).contains(parts);
        assertThat(output).doesNotExist();
        assertThat(folder.resolve("out.coverage.tsv")).doesNotExist();
        assertThat(folder.resolve("out.lesions.tsv")).doesNotExist();
    }

    @Test
    void controlsThatAreNoneAreRefused() throws IOException {
        Files.writeString(bed, EXONS);
        run();
        Path twice = controls("twice.tsv", "n1", "n1");
        Path self = controls("self.tsv", "n1", "patient-1");
        Path normal = controls("normal.tsv", "n1");
        Path ill = Files.writeString(
                folder.resolve("ill.tsv"),
                Files.readString(normal).replace("n1\tKMT2A_PTD\tunknown", "n1\tKMT2A_PTD\tpresent"));
        Path negative = Files.writeString(
                folder.resolve("negative.tsv"),
                Files.readString(normal).replaceFirst("n1\tKMT2A_PTD\tunknown\t[0-9.]+", "n1\tKMT2A_PTD\tunknown\t-1"));
        Path other = Files.writeString(
                folder.resolve("other.tsv"), Files.readString(normal).replace("KMT2A_PTD", "KMT2A"));
        Path columns = Files.writeString(folder.resolve("columns.tsv"), "sample\tlesion\nn1\tKMT2A_PTD\n");

        refusesControls(twice, "twice.tsv", "line 11", "each control once", "twice.tsv line 6");
        refusesControls(self, "self.tsv", "line 11", "other than the sample itself", "patient-1");
        refusesControls(ill, "ill.tsv", "line 6", "state", "present");
        refusesControls(negative, "negative.tsv", "line 6", "ratio", "-1");
        refusesControls(other, "other.tsv", "KMT2A_PTD");
        refusesControls(columns, "columns.tsv", "no column state, ratio, targets");
    }
}
