package org.marrow.io.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptMark;

/** The lines of one transcript, brought together. */
final class TranscriptParts {
    /** A stretch of coding bases, and the bases before its first whole codon. */
    private record Coding(int start, int end, int phase) {}

    private final List<Exon> exons = new ArrayList<>();
    private final List<Coding> coding = new ArrayList<>();
    private final List<Exon> stops = new ArrayList<>();
    private final Set<TranscriptMark> marks = EnumSet.noneOf(TranscriptMark.class);
    private final GffLine first;
    private @Nullable String protein;

    TranscriptParts(GffLine first) {
        this.first = first;
    }

    GffLine first() {
        return first;
    }

    void exon(GffLine line) {
        requireSamePlace(line);
        exons.add(new Exon(line.start(), line.end()));
    }

    void coding(GffLine line) {
        requireSamePlace(line);
        if (line.phase().isEmpty()) {
            throw line.place().wrong("phase", "0, 1 or 2 for a CDS", ".");
        }
        coding.add(new Coding(line.start(), line.end(), line.phase().getAsInt()));
        line.attributes().first("protein_id").ifPresent(id -> protein = id);
        if (line.attributes().mentions("exception", "ribosomal slippage")) {
            marks.add(TranscriptMark.FRAME_JUMPS);
        }
        if (line.attributes().mentions("transl_except", "aa:Sec")) {
            marks.add(TranscriptMark.SELENOPROTEIN);
        }
        // RefSeq says by a range with an open side that the coding region goes on beyond the transcript.
        boolean minus = line.strand().equals("-");
        if (line.attributes().first("start_range").isPresent()) {
            marks.add(minus ? TranscriptMark.CODING_END_UNKNOWN : TranscriptMark.CODING_START_UNKNOWN);
        }
        if (line.attributes().first("end_range").isPresent()) {
            marks.add(minus ? TranscriptMark.CODING_START_UNKNOWN : TranscriptMark.CODING_END_UNKNOWN);
        }
        tags(line.attributes());
    }

    /** A part of the stop codon, which GTF leaves out of the CDS. */
    void stop(GffLine line) {
        requireSamePlace(line);
        stops.add(new Exon(line.start(), line.end()));
    }

    void mark(TranscriptMark mark) {
        marks.add(mark);
    }

    /** Takes what the tags of a line say. */
    void tags(GffAttributes attributes) {
        for (String tag : attributes.all("tag")) {
            switch (tag.replace(' ', '_')) {
                case "MANE_Select" -> marks.add(TranscriptMark.MANE_SELECT);
                case "MANE_Plus_Clinical" -> marks.add(TranscriptMark.MANE_PLUS_CLINICAL);
                case "Ensembl_canonical", "RefSeq_Select" -> marks.add(TranscriptMark.CANONICAL);
                case "cds_start_NF" -> marks.add(TranscriptMark.CODING_START_UNKNOWN);
                case "cds_end_NF" -> marks.add(TranscriptMark.CODING_END_UNKNOWN);
                case "seleno" -> marks.add(TranscriptMark.SELENOPROTEIN);
                default -> {
                    // Other tags say nothing about the sequence or the choice of a transcript.
                }
            }
        }
        boolean differs = attributes.mentions("exception", "annotated by transcript or proteomic data")
                || attributes.all("Note").stream().anyMatch(note -> note.contains("compared to this genomic sequence"));
        if (differs) {
            marks.add(TranscriptMark.DIFFERS_FROM_REFERENCE);
        }
    }

    /** The transcript; its exons are the coding stretches where the file gives no exons. */
    Transcript build(String id, String gene, Optional<String> geneId, String biotype) {
        Strand strand = first.requireStrand();
        List<Exon> sorted = new ArrayList<>(exons);
        if (sorted.isEmpty()) {
            coding.forEach(part -> sorted.add(new Exon(part.start(), part.end())));
            sorted.addAll(stops);
        }
        sorted.sort(Comparator.comparingInt(Exon::start));
        List<Exon> joined = exons.isEmpty() ? joined(sorted) : sorted;
        try {
            Optional<CodingRegion> region = region(joined, strand);
            return new Transcript(id, gene, geneId, first.contig(), strand, joined, region, biotype, marks);
        } catch (InvalidValueException refused) {
            throw first.place()
                    .wrong(
                            "a transcript with " + refused.name() + " as " + refused.expected(),
                            id + " with " + refused.found());
        }
    }

    private Optional<CodingRegion> region(List<Exon> all, Strand strand) {
        if (coding.isEmpty()) {
            return Optional.empty();
        }
        int start = Integer.MAX_VALUE;
        int end = 0;
        long bases = 0;
        Coding opening = coding.get(0);
        for (Coding part : coding) {
            start = Math.min(start, part.start());
            end = Math.max(end, part.end());
            bases += part.end() - part.start() + 1;
            boolean earlier = strand == Strand.PLUS ? part.start() < opening.start() : part.end() > opening.end();
            opening = earlier ? part : opening;
        }
        int codingStart = start;
        int codingEnd = end;
        for (Exon stop : stops) {
            boolean within = stop.start() >= codingStart && stop.end() <= codingEnd;
            bases += within ? 0 : stop.end() - stop.start() + 1;
            start = Math.min(start, stop.start());
            end = Math.max(end, stop.end());
        }
        long exonic = 0;
        for (Exon exon : all) {
            exonic += Math.max(0, Math.min(exon.end(), end) - Math.max(exon.start(), start) + 1);
        }
        if (exonic != bases) {
            marks.add(TranscriptMark.FRAME_JUMPS);
        }
        if (opening.phase() != 0) {
            marks.add(TranscriptMark.CODING_START_UNKNOWN);
        }
        return Optional.of(new CodingRegion(start, end, opening.phase(), Optional.ofNullable(protein)));
    }

    private static List<Exon> joined(List<Exon> sorted) {
        List<Exon> joined = new ArrayList<>();
        for (Exon exon : sorted) {
            Exon last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && exon.start() <= last.end() + 1) {
                joined.set(joined.size() - 1, new Exon(last.start(), Math.max(last.end(), exon.end())));
            } else {
                joined.add(exon);
            }
        }
        return joined;
    }

    private void requireSamePlace(GffLine line) {
        if (!line.contig().equals(first.contig()) || !line.strand().equals(first.strand())) {
            throw line.place()
                    .wrong(
                            "parts of one transcript on one strand of one contig, " + first.contig() + " "
                                    + first.strand(),
                            line.contig() + " " + line.strand());
        }
    }
}
