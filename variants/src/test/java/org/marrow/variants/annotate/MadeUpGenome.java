package org.marrow.variants.annotate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptMark;

/** The genome and the transcripts that docs/validation/annotation_cases.py makes up. */
record MadeUpGenome(ReferenceSource reference, List<Transcript> transcripts) {

    static MadeUpGenome read() {
        Map<String, String> sequences = new LinkedHashMap<>();
        String name = "";
        for (String line : lines("genome.fa")) {
            if (line.startsWith(">")) {
                name = line.substring(1);
            } else {
                sequences.merge(name, line, String::concat);
            }
        }
        List<Transcript> transcripts = lines("transcripts.tsv").stream()
                .skip(1)
                .map(line -> transcript(line.split("\t", -1)))
                .toList();
        return new MadeUpGenome(new Sequences(sequences), transcripts);
    }

    /** Lines of a file beside this class. */
    static List<String> lines(String file) {
        try (InputStream in =
                        Objects.requireNonNull(MadeUpGenome.class.getResourceAsStream(file), file + " is missing");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Transcript transcript(String[] cells) {
        List<Exon> exons = new ArrayList<>();
        for (String exon : cells[4].split(",")) {
            int[] ends = ends(exon);
            exons.add(new Exon(ends[0], ends[1]));
        }
        Optional<CodingRegion> coding = Optional.empty();
        if (!cells[5].equals(".")) {
            int[] ends = ends(cells[5]);
            coding = Optional.of(new CodingRegion(
                    ends[0], ends[1], Integer.parseInt(cells[6]), Optional.of("NP" + cells[0].substring(2))));
        }
        Set<TranscriptMark> marks = EnumSet.noneOf(TranscriptMark.class);
        for (TranscriptMark mark : TranscriptMark.values()) {
            if (mark.flag().filter(List.of(cells[7].split(","))::contains).isPresent()) {
                marks.add(mark);
            }
        }
        return new Transcript(
                cells[0],
                cells[1],
                Optional.empty(),
                cells[2],
                cells[3].equals("+") ? Strand.PLUS : Strand.MINUS,
                exons,
                coding,
                coding.isPresent() ? "protein_coding" : "lncRNA",
                marks);
    }

    private static int[] ends(String range) {
        String[] parts = range.split("-");
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }

    /** Sequences by contig. */
    record Sequences(Map<String, String> byContig) implements ReferenceSource {
        @Override
        public boolean contains(String contig) {
            return byContig.containsKey(contig);
        }

        @Override
        public int length(String contig) {
            return byContig.get(contig).length();
        }

        @Override
        public String bases(String contig, int start, int end) {
            return byContig.get(contig).substring(start - 1, end);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
