package org.marrow.core.transcript;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.marrow.core.error.InvalidValueException;

/**
 * What one variant does to one transcript.
 *
 * @param terms at least one, from the most severe
 * @param hgvsC {@code c.860_863dup}, or {@code n.} for a non-coding transcript; empty outside the transcript
 * @param hgvsP of three letters with the parentheses of a prediction, {@code p.(Trp288CysfsTer12)}; empty where no protein is
 *     concerned
 * @param hgvsPShort the same of one letter without parentheses, {@code p.W288Cfs*12}
 * @param place where in the transcript
 * @param standing by whom the transcript is named to speak for its gene
 * @param chosen whether this transcript speaks for its gene among those that the variant meets
 */
public record TranscriptEffect(
        Transcript transcript,
        List<SequenceOntologyTerm> terms,
        Optional<String> hgvsC,
        Optional<String> hgvsP,
        Optional<String> hgvsPShort,
        Place place,
        TranscriptStanding standing,
        boolean chosen) {
    public TranscriptEffect {
        requireNonNull(transcript, "transcript");
        requireNonNull(hgvsC, "hgvsC");
        requireNonNull(hgvsP, "hgvsP");
        requireNonNull(hgvsPShort, "hgvsPShort");
        requireNonNull(place, "place");
        requireNonNull(standing, "standing");
        terms = terms.stream().sorted().distinct().toList();
        InvalidValueException.check(!terms.isEmpty(), "terms", "none", "at least one");
    }

    /**
     * Where in a transcript a variant lies; each empty where it does not apply. Ranges are written {@code 12-14}.
     *
     * @param exon {@code 3/12}, or {@code 3-4/12}
     * @param intron as exons are
     * @param transcriptPosition in the spliced transcript, from 1
     * @param codingPosition in the coding region, from 1
     * @param proteinPosition in the protein, from 1
     * @param aminoAcids {@code D/Y}; one where they are the same
     * @param distance to the transcript in bases, for a variant outside it
     */
    public record Place(
            Optional<String> exon,
            Optional<String> intron,
            Optional<String> transcriptPosition,
            Optional<String> codingPosition,
            Optional<String> proteinPosition,
            Optional<String> aminoAcids,
            OptionalInt distance) {}

    /** The terms in one text, {@code missense_variant&splice_region_variant}. */
    public String termText() {
        return terms.stream().map(SequenceOntologyTerm::term).collect(Collectors.joining("&"));
    }

    public Impact impact() {
        return terms.get(0).impact();
    }

    /** The same effect, chosen or not. */
    public TranscriptEffect withChosen(boolean speaksForGene) {
        return new TranscriptEffect(transcript, terms, hgvsC, hgvsP, hgvsPShort, place, standing, speaksForGene);
    }
}
