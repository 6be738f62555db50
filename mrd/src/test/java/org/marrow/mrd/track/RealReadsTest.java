package org.marrow.mrd.track;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.marrow.mrd.track.ReadBuilder.CONTIG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.Variant;

/** Real reads, read by a few lines of the test's own: the module does not see files. */
@Tag("real-data")
class RealReadsTest {

    /**
     * 2,500 MiSeq pairs over FLT3 exons 14 and 15. getITD 1.5.17 finds one ITD of 21 bases: 1,377 of the 1,995 reads that it
     * keeps, 69.02 %. Of all first reads 1,650 hold the text of the ITD's junction and 743 that of the reference (grep).
     */
    @Test
    void anItdIsFoundAtTheFractionThatGetItdGives() throws IOException {
        Path folder = SharedData.require("data/reads/flt3_itd");
        String amplicon =
                Files.readString(folder.resolve("amplicon.txt")).strip().toUpperCase(Locale.ROOT);
        List<AlignedRead> reads = new ArrayList<>();
        addFirstMates(reads, Files.readAllLines(folder.resolve("test_R1.fastq")), amplicon);
        addSecondMates(reads, Files.readAllLines(folder.resolve("test_R2.fastq")), amplicon);
        MrdTarget itd = MarkerTrackingTest.target("FLT3-ITD", 71, "G", "GTTGATTTCAGAGAATATGAAT");
        Optional<ReferenceSource> reference = Optional.of(new InMemoryReference(CONTIG, amplicon));
        MarkerEvidence evidence = MarkerTracking.track(
                        List.of(itd),
                        InMemoryReads.sorted(CONTIG, amplicon.length(), reads),
                        reference,
                        TrackSettings.defaults())
                .getFirst();
        assertThat(evidence.status()).isEqualTo(MrdStatus.DETECTED);
        assertThat(evidence.molecules().alternate()).isBetween(1_640L, 1_700L);
        assertThat(evidence.molecules().reference()).isBetween(720L, 743L);
        assertThat(evidence.variantAlleleFraction().getAsDouble()).isCloseTo(0.6902, within(0.01));
        assertThat(evidence.readsSeen()).isLessThanOrEqualTo(reads.size());
    }

    /** UMI-tools' test alignments keep no bases: 133 reads of its deduplicated file lie over chr19:4078316 (samtools depth). */
    @Test
    void alignmentsWithoutBasesAreNotCovered() throws IOException {
        Path sam = SharedData.require("data/reads/umi/single_adj_py3.sam");
        List<AlignedRead> reads = new ArrayList<>();
        for (String line : Files.readAllLines(sam)) {
            String[] fields = line.split("\t");
            if (!line.startsWith("@") && fields[2].equals("chr19")) {
                reads.add(new AlignedRead(
                        fields[0],
                        Integer.parseInt(fields[1]),
                        fields[2],
                        Integer.parseInt(fields[3]),
                        Integer.parseInt(fields[4]),
                        ReadBuilder.cigar(fields[5]),
                        fields[9].equals("*") ? new byte[0] : fields[9].getBytes(US_ASCII),
                        new byte[0]));
            }
        }
        MrdTarget marker = new MrdTarget("M", Optional.empty(), Optional.of(new Variant("chr19", 4_078_316, "A", "C")));
        MarkerEvidence evidence = MarkerTracking.track(
                        List.of(marker),
                        InMemoryReads.inOrder("chr19", 61_342_430, reads),
                        Optional.empty(),
                        TrackSettings.defaults())
                .getFirst();
        assertThat(evidence.status()).isEqualTo(MrdStatus.NOT_COVERED);
        assertThat(evidence.reads()).containsEntry(ReadFate.NO_QUALITIES, 133L);
        assertThat(evidence.readsSeen()).isEqualTo(133);
        assertThat(evidence.notes()).anyMatch(note -> note.startsWith("133 reads carry no bases"));
    }

    /** From the primer on, without gaps; clipped where that fits best. */
    private static void addFirstMates(List<AlignedRead> reads, List<String> fastq, String amplicon) {
        for (int i = 0; i + 3 < fastq.size(); i += 4) {
            String bases = fastq.get(i + 1);
            for (int lead = 0; lead < 10; lead++) {
                int place = amplicon.indexOf(bases.substring(lead, lead + 20));
                if (place < 0) {
                    continue;
                }
                String rest = bases.substring(lead);
                int kept = bestRun(rest, amplicon.substring(place));
                String cigar = clip(lead) + kept + "M" + clip(rest.length() - kept);
                reads.add(ReadBuilder.read(name(fastq.get(i)), place + 1, cigar, bases)
                        .qualities(qualities(fastq.get(i + 3)))
                        .flags(0x41)
                        .build());
                break;
            }
        }
    }

    /** The same from the other end, on the reverse complement. */
    private static void addSecondMates(List<AlignedRead> reads, List<String> fastq, String amplicon) {
        String turned = new StringBuilder(amplicon).reverse().toString();
        for (int i = 0; i + 3 < fastq.size(); i += 4) {
            String complement = complement(fastq.get(i + 1));
            for (int lead = 0; lead < 10; lead++) {
                int place = turned.indexOf(complement.substring(lead, lead + 20));
                if (place < 0) {
                    continue;
                }
                String rest = complement.substring(lead);
                int kept = bestRun(rest, turned.substring(place));
                String cigar = clip(rest.length() - kept) + kept + "M" + clip(lead);
                String bases = new StringBuilder(complement).reverse().toString();
                String quality = new StringBuilder(fastq.get(i + 3)).reverse().toString();
                int start = amplicon.length() - place - kept + 1;
                reads.add(ReadBuilder.read(name(fastq.get(i)), start, cigar, bases)
                        .qualities(qualities(quality))
                        .flags(0x91)
                        .build());
                break;
            }
        }
    }

    private static int bestRun(String bases, String reference) {
        int score = 0;
        int best = 0;
        int bestLength = 20;
        for (int i = 0; i < Math.min(bases.length(), reference.length()); i++) {
            score += bases.charAt(i) == reference.charAt(i) ? 1 : -4;
            if (score > best) {
                best = score;
                bestLength = i + 1;
            }
        }
        return bestLength;
    }

    private static String clip(int length) {
        return length == 0 ? "" : length + "S";
    }

    private static String name(String header) {
        return header.substring(1).split(" ")[0];
    }

    private static byte[] qualities(String text) {
        byte[] qualities = text.getBytes(US_ASCII);
        for (int i = 0; i < qualities.length; i++) {
            qualities[i] -= 33;
        }
        return qualities;
    }

    private static String complement(String bases) {
        StringBuilder complement = new StringBuilder();
        for (char base : bases.toCharArray()) {
            int index = "ACGTN".indexOf(base);
            complement.append("TGCAN".charAt(index));
        }
        return complement.toString();
    }
}
