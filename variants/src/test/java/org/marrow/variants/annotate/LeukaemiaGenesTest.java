package org.marrow.variants.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.testing.SharedData;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.variant.Variant;

/**
 * Mutations that every leukaemia laboratory knows by name, on GRCh38. The coding exons are GENCODE's; the bases are those of the
 * published target sequences, and N elsewhere, which must not matter.
 */
@Tag("real-data")
class LeukaemiaGenesTest {
    private static final List<Transcript> TRANSCRIPTS = List.of(
            transcript("NM_004119.3", "FLT3", "chr13", Strand.MINUS, """
                    28004052-28004174 28014452-28014557 28015157-28015256 28015590-28015701 28018467-28018589
                    28023350-28023477 28024861-28024943 28027088-28027241 28028178-28028288 28033887-28033991
                    28034082-28034214 28034301-28034407 28035495-28035673 28035935-28036043 28037185-28037288
                    28048275-28048443 28049384-28049537 28049635-28049774 28050095-28050222 28052545-28052674
                    28057347-28057462 28061867-28062069 28070491-28070612 28100468-28100510"""),
            transcript("NM_002520.7", "NPM1", "chr5", Strand.PLUS, """
                    171387949-171388006 171390051-171390130 171391305-171391424 171391706-171391799 171392710-171392816
                    171392914-171392978 171400153-171400210 171400839-171400925 171405302-171405403 171407700-171407774
                    171410527-171410600""", 171_410_565),
            transcript("NM_005896.4", "IDH1", "chr2", Strand.MINUS, """
                    208237079-208237169 208239071-208239233 208239863-208240003 208241994-208242145 208243427-208243604
                    208245319-208245424 208248369-208248660 208251430-208251551"""),
            transcript("NM_022552.5", "DNMT3A", "chr2", Strand.MINUS, """
                    25234279-25234420 25235707-25235825 25236936-25237005 25239130-25239215 25240302-25240450
                    25240640-25240730 25241562-25241707 25243898-25243982 25244155-25244338 25244540-25244652
                    25245253-25245332 25246020-25246064 25246160-25246309 25246620-25246776 25247051-25247158
                    25247591-25247749 25248037-25248252 25274941-25275087 25275500-25275543 25282441-25282711
                    25300139-25300243 25313913-25313984"""));

    private static Targets targets = new Targets(new TreeMap<>());

    private final TranscriptAnnotator annotator =
            new TranscriptAnnotator(TRANSCRIPTS, targets, TranscriptChoice.of(LeukaemiaTranscripts.accessions()));

    @BeforeAll
    static void readTargets() throws IOException {
        TreeMap<String, String> pieces = new TreeMap<>();
        Pattern place = Pattern.compile(">(chr\\w+):(\\d+)-\\d+.*");
        try (Stream<Path> files = Files.list(SharedData.require("data/reads/targets/GRCh38"))) {
            for (Path file : files.sorted().toList()) {
                String key = "";
                for (String line : Files.readAllLines(file)) {
                    Matcher matcher = place.matcher(line);
                    if (matcher.matches()) {
                        key = matcher.group(1) + ":" + matcher.group(2);
                    } else {
                        pieces.merge(key, line.strip(), String::concat);
                    }
                }
            }
        }
        targets = new Targets(pieces);
    }

    @Test
    void hotspotsGetTheirKnownProteinChange() throws IOException {
        int tested = 0;
        for (String line : Files.readAllLines(SharedData.require("clinical/hotspots_b37_b38.tsv"))) {
            String[] cells = line.split("\t");
            if (!Set.of("FLT3", "IDH1", "DNMT3A").contains(cells[0])) {
                continue;
            }
            TranscriptEffect effect = annotate("chr" + cells[4], Integer.parseInt(cells[6]), cells[2], cells[3]);
            assertThat(effect.hgvsPShort()).as(line).contains("p." + cells[1]);
            assertThat(effect.termText()).as(line).startsWith("missense_variant");
            tested++;
        }
        assertThat(tested).isEqualTo(13);
    }

    @Test
    void npm1TypesAToDAreNamedAsTheLiteratureNamesThem() {
        assertThat(names("chr5", 171_410_539, "C", "CTCTG"))
                .isEqualTo("c.860_863dup p.(Trp288CysfsTer12) p.W288Cfs*12 frameshift_variant");
        assertThat(names("chr5", 171_410_543, "G", "GCATG"))
                .isEqualTo("c.863_864insCATG p.(Trp288CysfsTer12) p.W288Cfs*12 frameshift_variant");
        assertThat(names("chr5", 171_410_543, "G", "GCCTG"))
                .isEqualTo("c.863_864insCCTG p.(Trp288CysfsTer12) p.W288Cfs*12 frameshift_variant");
    }

    @Test
    void flt3MutationsAreCountedOnTheMinusStrand() {
        assertThat(names("chr13", 28_018_505, "C", "A")).isEqualTo("c.2503G>T p.(Asp835Tyr) p.D835Y missense_variant");
        // D835del and I836del, whichever of the three bases a caller puts away.
        assertThat(names("chr13", 28_018_499, "TGAT", "T"))
                .isEqualTo("c.2508_2510del p.(Ile836del) p.I836del inframe_deletion");
    }

    /** An internal tandem duplication of 21 bases within exon 14. */
    @Test
    void flt3ItdIsADuplicationInFrame() {
        String repeated = targets.bases("chr13", 28_034_120, 28_034_140);
        TranscriptEffect effect = annotate(
                "chr13",
                28_034_119,
                targets.bases("chr13", 28_034_119, 28_034_119),
                targets.bases("chr13", 28_034_119, 28_034_119) + repeated);
        assertThat(effect.hgvsC().orElseThrow()).matches("c\\.17\\d\\d_1[78]\\d\\ddup");
        assertThat(effect.hgvsP().orElseThrow()).matches("p\\.\\(\\w{3}5\\d\\d_\\w{3}60\\ddup\\)");
        assertThat(effect.termText()).isEqualTo("inframe_insertion");
    }

    private String names(String contig, int position, String ref, String alt) {
        TranscriptEffect effect = annotate(contig, position, ref, alt);
        return String.join(
                " ",
                effect.hgvsC().orElse(""),
                effect.hgvsP().orElse(""),
                effect.hgvsPShort().orElse(""),
                effect.termText());
    }

    private TranscriptEffect annotate(String contig, int position, String ref, String alt) {
        return annotator.annotate(new Variant(contig, position, ref, alt)).stream()
                .filter(TranscriptEffect::chosen)
                .findFirst()
                .orElseThrow();
    }

    private static Transcript transcript(String id, String gene, String contig, Strand strand, String exons) {
        String[] all = exons.split("\\s+");
        return transcript(
                id,
                gene,
                contig,
                strand,
                exons,
                Integer.parseInt(all[all.length - 1].split("-")[1]));
    }

    private static Transcript transcript(
            String id, String gene, String contig, Strand strand, String exons, int codingEnd) {
        List<Exon> list = new ArrayList<>();
        Arrays.stream(exons.split("\\s+")).forEach(text -> {
            String[] ends = text.split("-");
            list.add(new Exon(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        });
        CodingRegion region = new CodingRegion(list.getFirst().start(), codingEnd, 0, Optional.empty());
        return new Transcript(
                id, gene, Optional.empty(), contig, strand, list, Optional.of(region), "protein_coding", Set.of());
    }

    /** Pieces of chromosomes by their place, {@code chr13:28033887}; all else is N. */
    private record Targets(TreeMap<String, String> pieces) implements ReferenceSource {
        @Override
        public boolean contains(String contig) {
            return contig.startsWith("chr");
        }

        @Override
        public int length(String contig) {
            return 250_000_000;
        }

        @Override
        public String bases(String contig, int start, int end) {
            char[] bases = new char[end - start + 1];
            Arrays.fill(bases, 'N');
            pieces.forEach((place, piece) -> {
                String[] parts = place.split(":");
                int first = Integer.parseInt(parts[1]);
                for (int i = 0; parts[0].equals(contig) && i < piece.length(); i++) {
                    if (first + i >= start && first + i <= end) {
                        bases[first + i - start] = piece.charAt(i);
                    }
                }
            });
            return new String(bases);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
