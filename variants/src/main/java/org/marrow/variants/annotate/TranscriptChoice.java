package org.marrow.variants.annotate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.SequenceOntologyTerm;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.transcript.TranscriptMark;
import org.marrow.core.transcript.TranscriptStanding;

/**
 * Which transcript speaks for a gene: the one that the laboratory's list names, else MANE Select, else the canonical one, else
 * the one with the longest coding region. The choice looks at the transcripts, never at how severe the variant is, so that all
 * variants of a gene are counted on one transcript; another speaks only where the variant lies outside that one.
 */
public final class TranscriptChoice {
    private static final Set<SequenceOntologyTerm> OUTSIDE =
            Set.of(SequenceOntologyTerm.UPSTREAM_GENE, SequenceOntologyTerm.DOWNSTREAM_GENE);

    private static final Comparator<TranscriptEffect> BEST_FIRST = Comparator.<TranscriptEffect, Boolean>comparing(
                    effect -> OUTSIDE.contains(effect.terms().get(0)))
            .thenComparing(TranscriptEffect::standing)
            .thenComparing(effect -> effect.transcript().coding().isEmpty())
            .thenComparing(effect -> isPredicted(effect.transcript().id()))
            .thenComparing(effect -> -codingBases(effect.transcript()))
            .thenComparing(effect -> effect.transcript().id());

    private final Set<String> named;

    private TranscriptChoice(Set<String> named) {
        this.named = named;
    }

    /** @param accessions with or without their versions, which are not compared */
    public static TranscriptChoice of(Collection<String> accessions) {
        return new TranscriptChoice(
                accessions.stream().map(Transcript::withoutVersion).collect(Collectors.toUnmodifiableSet()));
    }

    TranscriptStanding standing(Transcript transcript) {
        if (named.contains(Transcript.withoutVersion(transcript.id()))) {
            return TranscriptStanding.NAMED_BY_LIST;
        }
        if (transcript.has(TranscriptMark.MANE_SELECT)) {
            return TranscriptStanding.MANE_SELECT;
        }
        return transcript.has(TranscriptMark.CANONICAL) ? TranscriptStanding.CANONICAL : TranscriptStanding.NONE;
    }

    /** The effects with one transcript of each gene chosen, that of the most severe gene's first. */
    static List<TranscriptEffect> choose(Collection<TranscriptEffect> effects) {
        Set<Transcript> best = effects.stream()
                .collect(Collectors.toMap(
                        effect -> effect.transcript().gene(),
                        effect -> effect,
                        (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other))
                .values()
                .stream()
                .map(TranscriptEffect::transcript)
                .collect(Collectors.toUnmodifiableSet());
        return effects.stream()
                .map(effect -> effect.withChosen(best.contains(effect.transcript())))
                .sorted(Comparator.<TranscriptEffect, Boolean>comparing(effect -> !effect.chosen())
                        .thenComparing(effect -> effect.terms().get(0))
                        .thenComparing(effect -> effect.transcript().gene())
                        .thenComparing(BEST_FIRST))
                .toList();
    }

    /** RefSeq's XM and XR are predicted from the genome; nobody reports on them. */
    private static boolean isPredicted(String id) {
        return id.startsWith("XM_") || id.startsWith("XR_");
    }

    private static int codingBases(Transcript transcript) {
        return transcript
                .coding()
                .map(region -> transcript.exons().stream()
                        .mapToInt(exon -> overlap(exon, region.start(), region.end()))
                        .sum())
                .orElse(0);
    }

    private static int overlap(Exon exon, int start, int end) {
        return Math.max(0, Math.min(exon.end(), end) - Math.max(exon.start(), start) + 1);
    }
}
