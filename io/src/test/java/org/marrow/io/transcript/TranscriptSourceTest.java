package org.marrow.io.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptMark;
import org.marrow.core.variant.Assembly;

class TranscriptSourceTest {
    private static final String ENSEMBL = """
            ##gff-version 3
            ##sequence-region   13 1 114364328
            #!genome-build  GRCh38.p14
            13\tensembl\tgene\t100\t400\t.\t-\t.\tID=gene:ENSG01;Name=FLT3;biotype=protein_coding;gene_id=ENSG01;version=4
            13\tensembl\tmRNA\t100\t400\t.\t-\t.\tID=transcript:ENST01;Parent=gene:ENSG01;biotype=protein_coding;tag=basic,Ensembl_canonical,MANE_Select;transcript_id=ENST01;version=12
            13\tensembl\tthree_prime_UTR\t100\t109\t.\t-\t.\tParent=transcript:ENST01
            13\tensembl\texon\t100\t200\t.\t-\t.\tParent=transcript:ENST01;rank=2
            13\tensembl\texon\t300\t400\t.\t-\t.\tParent=transcript:ENST01;rank=1
            13\tensembl\tCDS\t110\t200\t.\t-\t1\tID=CDS:ENSP01;Parent=transcript:ENST01;protein_id=ENSP01
            13\tensembl\tCDS\t300\t397\t.\t-\t0\tID=CDS:ENSP01;Parent=transcript:ENST01;protein_id=ENSP01
            ###
            """;

    private static final String REFSEQ = """
            ##gff-version 3
            #!genome-build GRCh38.p14
            ##sequence-region NC_000013.11 1 114364328
            NC_000013.11\tBestRefSeq\tgene\t100\t400\t.\t-\t.\tID=gene-FLT3;Dbxref=GeneID:2322,HGNC:HGNC:3765;Name=FLT3;gene=FLT3;gene_biotype=protein_coding
            NC_000013.11\tBestRefSeq\tmRNA\t100\t400\t.\t-\t.\tID=rna-NM_004119.3;Parent=gene-FLT3;gene=FLT3;product=fms%2C 3;tag=MANE Select;transcript_id=NM_004119.3
            NC_000013.11\tBestRefSeq\texon\t300\t400\t.\t-\t.\tID=exon-1;Parent=rna-NM_004119.3;transcript_id=NM_004119.3
            NC_000013.11\tBestRefSeq\texon\t100\t200\t.\t-\t.\tID=exon-2;Parent=rna-NM_004119.3;transcript_id=NM_004119.3
            NC_000013.11\tBestRefSeq\tCDS\t300\t397\t.\t-\t0\tID=cds-1;Parent=rna-NM_004119.3;protein_id=NP_004110.2
            NC_000013.11\tBestRefSeq\tCDS\t110\t200\t.\t-\t1\tID=cds-1;Parent=rna-NM_004119.3;protein_id=NP_004110.2
            """;

    private static final String GTF = """
            #!genome-build GRCh38.p14
            13\thavana\tgene\t100\t400\t.\t-\t.\tgene_id "ENSG01"; gene_name "FLT3"; gene_biotype "protein_coding";
            13\thavana\ttranscript\t100\t400\t.\t-\t.\tgene_id "ENSG01"; transcript_id "ENST01"; transcript_version "12"; gene_name "FLT3"; transcript_biotype "protein_coding"; tag "basic"; tag "MANE_Select";
            13\thavana\texon\t300\t400\t.\t-\t.\tgene_id "ENSG01"; transcript_id "ENST01"; exon_number "1";
            13\thavana\tCDS\t300\t397\t.\t-\t0\tgene_id "ENSG01"; transcript_id "ENST01"; protein_id "ENSP01";
            13\thavana\texon\t100\t200\t.\t-\t.\tgene_id "ENSG01"; transcript_id "ENST01"; exon_number "2";
            13\thavana\tCDS\t113\t200\t.\t-\t1\tgene_id "ENSG01"; transcript_id "ENST01"; protein_id "ENSP01";
            13\thavana\tstop_codon\t110\t112\t.\t-\t0\tgene_id "ENSG01"; transcript_id "ENST01";
            """;

    @TempDir
    private Path folder;

    private TranscriptSource.Transcripts read(String text) throws IOException {
        return TranscriptSource.read(Files.writeString(folder.resolve("t.gff"), text));
    }

    private static void assertIsTheTranscript(Transcript transcript) {
        assertThat(transcript.gene()).isEqualTo("FLT3");
        assertThat(transcript.strand()).isEqualTo(Strand.MINUS);
        assertThat(transcript.exons()).containsExactly(new Exon(100, 200), new Exon(300, 400));
        assertThat(transcript.coding()).hasValueSatisfying(region -> {
            assertThat(region.start()).isEqualTo(110);
            assertThat(region.end()).isEqualTo(397);
            assertThat(region.phase()).isZero();
        });
        assertThat(transcript.biotype()).isEqualTo("protein_coding");
        assertThat(transcript.has(TranscriptMark.MANE_SELECT)).isTrue();
        assertThat(transcript.has(TranscriptMark.FRAME_JUMPS)).isFalse();
    }

    @Test
    void ensemblsGff3IsRead() throws IOException {
        TranscriptSource.Transcripts read = read(ENSEMBL);
        assertThat(read.assembly()).isEqualTo(Assembly.GRCH38);
        assertThat(read.transcripts()).hasSize(1);
        Transcript transcript = read.transcripts().getFirst();
        assertIsTheTranscript(transcript);
        assertThat(transcript.id()).isEqualTo("ENST01.12");
        assertThat(transcript.geneId()).contains("ENSG01");
        assertThat(transcript.contig()).isEqualTo("13");
        assertThat(transcript.has(TranscriptMark.CANONICAL)).isTrue();
        assertThat(transcript.coding().flatMap(CodingRegion::protein)).contains("ENSP01");
    }

    @Test
    void refSeqsGff3IsRead() throws IOException {
        TranscriptSource.Transcripts read = read(REFSEQ);
        assertThat(read.assembly()).isEqualTo(Assembly.GRCH38);
        Transcript transcript = read.transcripts().getFirst();
        assertIsTheTranscript(transcript);
        assertThat(transcript.id()).isEqualTo("NM_004119.3");
        assertThat(transcript.geneId()).contains("2322");
        assertThat(transcript.coding().flatMap(CodingRegion::protein)).contains("NP_004110.2");
    }

    @Test
    void gtfIsReadAndItsStopCodonBelongsToTheCodingRegion() throws IOException {
        TranscriptSource.Transcripts read = read(GTF);
        assertThat(read.assembly()).isEqualTo(Assembly.GRCH38);
        Transcript transcript = read.transcripts().getFirst();
        assertIsTheTranscript(transcript);
        assertThat(transcript.id()).isEqualTo("ENST01.12");
    }

    @Test
    void gzipIsRead() throws IOException {
        Path file = folder.resolve("t.gff3.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(REFSEQ.getBytes(UTF_8));
        }
        assertThat(TranscriptSource.read(file)).isEqualTo(read(REFSEQ));
    }

    @Test
    void theOrderOfLinesDoesNotMatter() throws IOException {
        List<String> lines = REFSEQ.lines().toList();
        String turned = String.join("\n", lines.subList(0, 3)) + "\n"
                + String.join("\n", lines.subList(3, lines.size()).reversed()) + "\n";
        assertThat(read(turned)).isEqualTo(read(REFSEQ));
    }

    @Test
    void aTranscriptThatRefSeqSaysDiffersFromTheGenomeIsMarked() throws IOException {
        String note = REFSEQ.replace(
                ";tag=MANE Select",
                ";Note=The RefSeq transcript has 1 substitution compared to this genomic sequence;tag=MANE Select");
        assertThat(read(note).transcripts().getFirst().has(TranscriptMark.DIFFERS_FROM_REFERENCE))
                .isTrue();
        String alignment = REFSEQ
                + "NC_000013.11\tRefSeq\tcDNA_match\t300\t400\t.\t-\t.\tID=aln1;Target=NM_004119.3 1 102 +;Gap=M50 I1 M51\n";
        assertThat(read(alignment).transcripts().getFirst().has(TranscriptMark.DIFFERS_FROM_REFERENCE))
                .isTrue();
        assertThat(read(REFSEQ).transcripts().getFirst().has(TranscriptMark.DIFFERS_FROM_REFERENCE))
                .isFalse();
    }

    @Test
    void aFrameThatJumpsIsMarked() throws IOException {
        // One base is read twice.
        String slippage = REFSEQ.replace("CDS\t110\t200", "CDS\t150\t200").replace("###", "")
                + "NC_000013.11\tBestRefSeq\tCDS\t110\t150\t.\t-\t0\tID=cds-1;Parent=rna-NM_004119.3\n";
        assertThat(read(slippage).transcripts().getFirst().has(TranscriptMark.FRAME_JUMPS))
                .isTrue();
    }

    @Test
    void anUnknownStartIsMarked() throws IOException {
        String tagged = ENSEMBL.replace("tag=basic", "tag=cds_start_NF,basic").replace("397\t.\t-\t0", "397\t.\t-\t2");
        Transcript transcript = read(tagged).transcripts().getFirst();
        assertThat(transcript.has(TranscriptMark.CODING_START_UNKNOWN)).isTrue();
        assertThat(transcript.coding().map(CodingRegion::missingBases)).contains(1);
    }

    @Test
    void aCodingRegionWithoutTranscriptAndExonsIsItsOwnTranscript() throws IOException {
        Transcript transcript = read("""
                        ##gff-version 3
                        NC_012920.1\tRefSeq\tgene\t3307\t4262\t.\t+\t.\tID=gene-ND1;Dbxref=GeneID:4535;gene=ND1
                        NC_012920.1\tRefSeq\tCDS\t3307\t4262\t.\t+\t0\tID=cds-1;Parent=gene-ND1;protein_id=YP_003024026.1
                        """).transcripts().getFirst();
        assertThat(transcript.id()).isEqualTo("ND1");
        assertThat(transcript.exons()).containsExactly(new Exon(3307, 4262));
        assertThat(transcript.coding().flatMap(CodingRegion::protein)).isEqualTo(Optional.of("YP_003024026.1"));
    }

    @Test
    void whatIsNotSuchAFileIsRefusedWithItsLine() {
        refused("", "expected transcripts with exons, as GFF3 or GTF, found none");
        refused("##gff-version 3\n13 ensembl gene\n", ", line 2: expected 9 columns separated by tabs");
        refused(
                ENSEMBL.replace("\t300\t400\t", "\t400\t300\t"),
                ", line 8, column end: expected a position from the start");
        refused(
                ENSEMBL.replace("\t300\t397\t.\t-", "\tx\t397\t.\t-"),
                ", line 10, column start: expected a position from 1");
        refused(
                ENSEMBL.replace("\t110\t200\t.\t-\t1", "\t110\t200\t.\t-\t."),
                ", line 9, column phase: expected 0, 1 or 2");
        refused(
                ENSEMBL.replace("\t110\t200\t.\t-\t1", "\t110\t200\t.\t-\t3"),
                ", line 9, column phase: expected 0, 1, 2");
        refused(ENSEMBL.replace("300\t400\t.\t-", "300\t400\t.\t+"), ", line 8: expected parts of one transcript");
        refused(
                ENSEMBL.replace("Parent=transcript:ENST01;rank=2", "rank=2"),
                ", line 7, column attributes: expected Parent");
        refused(
                ENSEMBL.replace("ENST01;rank=2", "ENST02;rank=2"),
                ", line 7, column attributes: expected a Parent that the file describes");
        refused(
                ENSEMBL.replace("exon\t300\t400\t", "exon\t150\t400\t"),
                "exons by rising position that do not overlap");
        refused(ENSEMBL.replace("\t100\t200\t", "\t120\t200\t"), "a region that begins and ends in an exon");
        refused(ENSEMBL.replace("GRCh38.p14", "GRCh37.p13"), "expected one assembly");
        refused(
                REFSEQ.replace("NC_000013.11\tBestRefSeq\texon", "NC_000013.10\tBestRefSeq\texon"),
                "expected one assembly");
        refused(GTF.replace("transcript_id \"ENST01\"; exon", "exon"), "expected transcript_id");
        refused(GTF.replace("exon_number \"1\"", "exon_number \"1"), ", line 4, column attributes: expected a quote");
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("t.gff")
                .hasMessageContaining(message);
    }
}
