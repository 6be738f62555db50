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
}
