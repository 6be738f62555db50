package org.marrow.variants.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.variant.ContigNames;
import org.marrow.core.variant.Variant;

/**
 * Tells what variants do to transcripts: consequence, and HGVS names of the DNA and protein level.
 *
 * <p>Each variant is first brought to the most 3' place that the same sequence can be written at, along the strand of each
 * transcript, as HGVS asks; the consequence is judged at that place too. So two ways of writing one variant get one answer.
 *
 * <p>Not for several threads at once: it keeps the transcripts that it read last.
 */
public final class TranscriptAnnotator {
    /** Transcripts kept with their bases; the genes around one place are far fewer. */
    private static final int KEPT_TRANSCRIPTS = 512;

    private final TranscriptIndex index;
    private final ReferenceSource reference;
    private final TranscriptChoice choice;
    private final Map<Transcript, AnnotatedTranscript> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Transcript, AnnotatedTranscript> eldest) {
            return size() > KEPT_TRANSCRIPTS;
        }
    };

    /**
     * @param transcripts on contigs of the reference, whose names may differ by {@code chr} or be RefSeq accessions
     * @param reference the genome that variants and transcripts count on
     */
    public TranscriptAnnotator(List<Transcript> transcripts, ReferenceSource reference, TranscriptChoice choice) {
        this.index = new TranscriptIndex(transcripts);
        this.reference = reference;
        this.choice = choice;
    }

    /**
     * The effects on all transcripts that a variant meets or has within 5,000 bases, those that speak for their gene first, from
     * the most severe.
     *
     * @param variant without a symbolic allele
     * @throws InvalidValueException when the reference has no such contig or something else than REF there, or the alternative
     *     is symbolic
     * @throws UserException with code MISMATCH when a transcript ends behind its contig
     */
    public List<TranscriptEffect> annotate(Variant variant) {
        InvalidValueException.check(!variant.isSymbolic(), "ALT", variant.alt(), "bases");
        String contig = contigOf(variant);
        checkReference(variant, contig);
        String ref = variant.ref();
        String alt = variant.alt();
        int suffix = 0;
        int shorter = Math.min(ref.length(), alt.length());
        while (suffix < shorter && ref.charAt(ref.length() - 1 - suffix) == alt.charAt(alt.length() - 1 - suffix)) {
            suffix++;
        }
        int prefix = 0;
        while (prefix < shorter - suffix && ref.charAt(prefix) == alt.charAt(prefix)) {
            prefix++;
        }
        int start = variant.position() + prefix;
        String deleted = ref.substring(prefix, ref.length() - suffix);
        String inserted = alt.substring(prefix, alt.length() - suffix);
        StrandSequence plus = new StrandSequence(reference, contig, false);
        StrandSequence minus = new StrandSequence(reference, contig, true);
        List<TranscriptEffect> effects = new ArrayList<>();
        int reach = TranscriptEffects.NEARBY_BASES;
        for (Transcript transcript : index.overlapping(contig, start - reach, start + deleted.length() + reach)) {
            StrandSequence strand = transcript.strand() == Strand.MINUS ? minus : plus;
            effect(transcript, contig, strand, strand.orient(start, deleted, inserted))
                    .ifPresent(effects::add);
        }
        return TranscriptChoice.choose(effects);
    }

    private Optional<TranscriptEffect> effect(
            Transcript transcript, String contig, StrandSequence strand, Change change) {
        AnnotatedTranscript annotated = kept.get(transcript);
        if (annotated == null) {
            checkExtent(transcript, contig);
            annotated = AnnotatedTranscript.of(transcript, new TranscriptMap(transcript), strand);
            kept.put(transcript, annotated);
        }
        int last = change.start() <= annotated.map().end() ? annotated.map().end() : strand.end();
        Change moved = strand.mostThreePrime(change, last);
        return TranscriptEffects.of(annotated, strand, moved, choice.standing(transcript));
    }

    private void checkReference(Variant variant, String contig) {
        int end = variant.position() + variant.ref().length() - 1;
        InvalidValueException.check(
                end <= reference.length(contig),
                "POS",
                variant.position(),
                "a position on " + contig + ", which has " + reference.length(contig) + " bases");
        String found = reference.bases(contig, variant.position(), end);
        for (int i = 0; i < found.length(); i++) {
            char base = variant.ref().charAt(i);
            // VCF has no letters of ambiguity but N, so callers write something else where the reference has one.
            if (found.charAt(i) != base && !Nucleotides.isAmbiguous(found.charAt(i))) {
                throw new InvalidValueException(
                        "REF",
                        variant.ref(),
                        found + ", which the reference has at " + contig + ":" + variant.position());
            }
        }
    }

    private void checkExtent(Transcript transcript, String contig) {
        if (transcript.end() > reference.length(contig)) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    "transcript " + transcript.id() + ": expected an end within the " + reference.length(contig)
                            + " bases of " + contig + ", found " + transcript.end()
                            + " (are the transcripts of another assembly?)");
        }
    }

    private String contigOf(Variant variant) {
        for (String alias : ContigNames.aliases(variant.contig())) {
            if (reference.contains(alias)) {
                return alias;
            }
        }
        throw new InvalidValueException("CHROM", variant.contig(), "a contig of the reference");
    }
}
