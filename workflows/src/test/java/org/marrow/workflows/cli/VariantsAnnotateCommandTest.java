package org.marrow.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.vcf.VcfSource;
import picocli.CommandLine;

/** {@code marrow variants annotate} from its files to its file. */
final class VariantsAnnotateCommandTest {
    /** ATG GCT CCA AAG | GTT AAA TGG TAG: exons 6-21 and 48-70, the coding region 10-59. */
    private static final String SEQUENCE =
            "TTTTTCCAAATGGCTCCAAAGGTAAGTTTTTTTTTTTTTTTTTTCAGGTTAAATGGTAGCACTGAAACCCCCGGGG";

    private static final String TRANSCRIPTS = """
            ##gff-version 3
            1\tmade\tgene\t6\t70\t.\t+\t.\tID=gene:G1;Name=ONE;gene_id=G1
            1\tmade\tmRNA\t6\t70\t.\t+\t.\tID=transcript:T1;Parent=gene:G1;transcript_id=T1;version=2;tag=MANE_Select
            1\tmade\texon\t6\t21\t.\t+\t.\tParent=transcript:T1
            1\tmade\texon\t48\t70\t.\t+\t.\tParent=transcript:T1
            1\tmade\tCDS\t10\t21\t.\t+\t0\tParent=transcript:T1;protein_id=P1
            1\tmade\tCDS\t48\t59\t.\t+\t0\tParent=transcript:T1;protein_id=P1
            1\tmade\tmRNA\t6\t70\t.\t+\t.\tID=transcript:T2;Parent=gene:G1;transcript_id=T2;version=1
            1\tmade\texon\t6\t70\t.\t+\t.\tParent=transcript:T2
            """;

    private static final String VARIANTS = """
            ##fileformat=VCFv4.3
            ##contig=<ID=chr1,length=76>
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
            chr1\t14\t.\tC\tA\t50\tPASS\t.
            chr1\t20\t.\tAG\tA\t50\tPASS\t.
            """;

    @TempDir
    private Path folder;

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("in.vcf"), VARIANTS);
        Files.writeString(folder.resolve("t.gff3"), TRANSCRIPTS);
        Files.writeString(folder.resolve("r.fa"), ">chr1\n" + SEQUENCE + "\n");
    }

    private Outcome annotate(String... more) {
        List<String> arguments = new ArrayList<>(List.of("variants", "annotate"));
        arguments.addAll(List.of("--input", folder.resolve("in.vcf").toString()));
        arguments.addAll(List.of("--transcripts", folder.resolve("t.gff3").toString()));
        arguments.addAll(List.of("--reference", folder.resolve("r.fa").toString()));
        arguments.addAll(List.of("--output", folder.resolve("out.vcf").toString()));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(arguments.toArray(String[]::new));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private void refused(Outcome outcome, String message) {
        assertThat(outcome.exit()).isEqualTo(65);
        assertThat(outcome.err()).contains(message);
        assertThat(folder.resolve("out.vcf")).doesNotExist();
    }

    @Test
    void variantsGetTheirNamesAndConsequence() {
        Outcome outcome = annotate();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("2 alleles in 2 records annotated on 2 transcripts");
        List<VariantCall> calls = VcfSource.open(folder.resolve("out.vcf")).sites();
        assertThat(calls).hasSize(2);
        VariantCall missense = calls.get(0);
        assertThat(missense.gene()).contains("ONE");
        assertThat(missense.consequence()).isEqualTo(Consequence.MISSENSE);
        assertThat(missense.transcript()).contains("T1.2");
        assertThat(missense.hgvsC()).contains("c.5C>A");
        assertThat(missense.hgvsP()).contains("p.A2D");
        assertThat(calls.get(1).consequence()).isEqualTo(Consequence.SPLICE_SITE);
        assertThat(calls.get(1).hgvsC()).contains("c.12+1del");
    }

    @Test
    void theLaboratorysListSpeaksBeforeMane() throws IOException {
        Path list = Files.writeString(folder.resolve("list.tsv"), "gene\ttranscript\nONE\tT2\n");
        Outcome outcome = annotate("--panel-transcripts", list.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(VcfSource.open(folder.resolve("out.vcf")).sites().getFirst().transcript())
                .contains("T2.1");
    }

    @Test
    void aReferenceBaseThatDiffersIsRefusedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("in.vcf"), VARIANTS.replace("14\t.\tC", "14\t.\tG"));
        refused(annotate(), "in.vcf, line 4, column REF: expected C, which the reference has at chr1:14, found G");
    }

    @Test
    void aContigOfAnotherLengthIsRefused() throws IOException {
        Files.writeString(folder.resolve("in.vcf"), VARIANTS.replace("length=76", "length=77"));
        refused(annotate(), "in.vcf: expected chr1 of 76 bases, as chr1 in ");
    }

    @Test
    void filesOfTwoAssembliesAreRefused() throws IOException {
        Files.writeString(
                folder.resolve("in.vcf"), VARIANTS.replace("##contig=<ID=chr1,length=76>", "##reference=GRCh37.fa"));
        Files.writeString(
                folder.resolve("t.gff3"),
                TRANSCRIPTS.replace("##gff-version 3", "##gff-version 3\n#!genome-build GRCh38.p14"));
        refused(annotate(), "t.gff3: expected GRCH37, as ");
    }

    @Test
    void anUnknownContigIsRefusedWithItsLine() throws IOException {
        Files.writeString(
                folder.resolve("in.vcf"),
                VARIANTS.replace("chr1\t20", "chr2\t20").replace("##contig=<ID=chr1,length=76>\n", ""));
        refused(annotate(), "in.vcf, line 4, column CHROM: expected a contig of the reference, found chr2");
    }
}
