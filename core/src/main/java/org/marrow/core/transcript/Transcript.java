package org.marrow.core.transcript;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.error.InvalidValueException;

/**
 * A transcript as an annotation file lays it on the reference.
 *
 * @param id accession with its version, such as {@code NM_004119.3}
 * @param gene HGNC symbol, or the file's own name where there is none
 * @param geneId such as {@code 2322} of NCBI or {@code ENSG00000122025}
 * @param contig as the annotation file names it
 * @param exons at least one, by rising position, apart from each other
 * @param coding empty for a non-coding transcript
 * @param biotype as the file gives it, such as {@code protein_coding}
 */
public record Transcript(
        String id,
        String gene,
        Optional<String> geneId,
        String contig,
        Strand strand,
        List<Exon> exons,
        Optional<CodingRegion> coding,
        String biotype,
        Set<TranscriptMark> marks) {
    public Transcript {
        requireNonNull(id, "id");
        requireNonNull(gene, "gene");
        requireNonNull(geneId, "geneId");
        requireNonNull(contig, "contig");
        requireNonNull(strand, "strand");
        requireNonNull(coding, "coding");
        requireNonNull(biotype, "biotype");
        exons = List.copyOf(exons);
        marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
        InvalidValueException.check(!exons.isEmpty(), "exons", "none", "at least one");
        for (int i = 1; i < exons.size(); i++) {
            Exon left = exons.get(i - 1);
            Exon right = exons.get(i);
            InvalidValueException.check(
                    right.start() > left.end(),
                    "exons",
                    describe(left) + " and " + describe(right),
                    "exons by rising position that do not overlap");
        }
        List<Exon> all = exons;
        coding.ifPresent(region -> InvalidValueException.check(
                isExonic(all, region.start()) && isExonic(all, region.end()),
                "coding",
                region.start() + "-" + region.end(),
                "a region that begins and ends in an exon"));
    }

    /** The smallest position of the transcript, from 1. */
    public int start() {
        return exons.get(0).start();
    }

    /** The largest position of the transcript, inclusive. */
    public int end() {
        return exons.get(exons.size() - 1).end();
    }

    public boolean has(TranscriptMark mark) {
        return marks.contains(mark);
    }

    /** {@code NM_004119} of {@code NM_004119.3}. */
    public static String withoutVersion(String id) {
        int dot = id.lastIndexOf('.');
        return dot > 0 && id.substring(dot + 1).chars().allMatch(c -> c >= '0' && c <= '9') ? id.substring(0, dot) : id;
    }

    private static boolean isExonic(List<Exon> exons, int position) {
        return exons.stream().anyMatch(exon -> exon.start() <= position && position <= exon.end());
    }

    private static String describe(Exon exon) {
        return exon.start() + "-" + exon.end();
    }
}
