package org.marrow.io.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.testing.SharedData;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.variant.Assembly;
import org.marrow.io.fasta.FastaSource;

@Tag("real-data")
class RealTranscriptsTest {

    @Test
    void jannovarsRefSeqFileGivesTranscriptsOfTheLengthsThatRefSeqHas() throws IOException {
        Path folder = SharedData.require("data/reference/mini_refseq");
        TranscriptSource.Transcripts read = TranscriptSource.read(folder.resolve("ref_GRCh37.p13_top_level.gff3"));
        assertThat(read.assembly()).isEqualTo(Assembly.GRCH37);
        assertThat(read.transcripts()).hasSize(12);
        Map<String, String> sequences = sequences(folder.resolve("rna.fa"));
        for (Transcript transcript : read.transcripts()) {
            int length = transcript.exons().stream()
                    .mapToInt(exon -> exon.end() - exon.start() + 1)
                    .sum();
            // RefSeq's own sequences have a poly(A) tail that no exon covers.
            String sequence = sequences.get(transcript.id());
            assertThat(sequence.substring(length)).as(transcript.id()).matches("A*");
        }
        assertThat(read.transcripts()).extracting(Transcript::gene).contains("RHO", "CELF1");
    }

    /**
     * The exons laid on the reference spell the sequence that RefSeq has of the transcript. The piece of reference begins one
     * base later than the positions of its GFF3 say.
     */
    @Test
    void theExonsOfCtnsSpellItsTranscript() throws IOException {
        Path folder = SharedData.require("data/reference/ex_ctns");
        Transcript transcript = TranscriptSource.read(folder.resolve("transcript.gff3")).transcripts().stream()
                .filter(one -> one.id().equals("NM_004937.2"))
                .findFirst()
                .orElseThrow();
        assertThat(transcript.strand()).isEqualTo(Strand.PLUS);
        StringBuilder spelled = new StringBuilder();
        try (FastaSource reference = FastaSource.open(folder.resolve("ref.fa"))) {
            for (Exon exon : transcript.exons()) {
                spelled.append(reference.bases("ref", exon.start() + 1, exon.end() + 1));
            }
        }
        String expected = sequences(folder.resolve("rna.fa")).get("NM_004937.2");
        assertThat(expected).startsWith(spelled.toString());
        assertThat(expected.substring(spelled.length())).matches("A*");
    }

    private static Map<String, String> sequences(Path file) throws IOException {
        Map<String, StringBuilder> sequences = new HashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(">")) {
                current = new StringBuilder();
                sequences.put(line.replaceAll("^.*\\|ref\\||\\|.*$", ""), current);
            } else {
                current.append(line);
            }
        }
        Map<String, String> texts = new HashMap<>();
        sequences.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }
}
