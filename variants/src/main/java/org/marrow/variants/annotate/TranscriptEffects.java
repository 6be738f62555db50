package org.marrow.variants.annotate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marrow.core.transcript.SequenceOntologyTerm;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.transcript.TranscriptStanding;

/** What one change, read along the strand and at its most 3' place, does to one transcript. */
final class TranscriptEffects {
    /** Bases around a transcript that count as near it, as VEP has it. */
    static final int NEARBY_BASES = 5_000;

    private static final String NMD_BIOTYPE = "nonsense_mediated_decay";

    private final Transcript transcript;
    private final TranscriptMap map;
    private final StrandSequence sequence;
    private final @Nullable CodingSequence coding;
    private final Change change;
    private final Set<SequenceOntologyTerm> terms = EnumSet.noneOf(SequenceOntologyTerm.class);
    private Optional<ProteinName> protein = Optional.empty();
    private Optional<String> aminoAcids = Optional.empty();
    private Optional<String> codons = Optional.empty();
    private Optional<String> transcriptPosition = Optional.empty();
    private Optional<String> codingPosition = Optional.empty();

    private TranscriptEffects(AnnotatedTranscript of, StrandSequence sequence, Change change) {
        this.transcript = of.transcript();
        this.map = of.map();
        this.coding = of.coding();
        this.sequence = sequence;
        this.change = change;
    }

    /** The effect; empty where the change is too far away. */
    static Optional<TranscriptEffect> of(
            AnnotatedTranscript transcript, StrandSequence sequence, Change change, TranscriptStanding standing) {
        TranscriptEffects effects = new TranscriptEffects(transcript, sequence, change);
        OptionalInt distance = effects.distance();
        if (distance.isPresent()) {
            return distance.getAsInt() > NEARBY_BASES
                    ? Optional.empty()
                    : Optional.of(effects.nearby(distance.getAsInt(), standing));
        }
        return Optional.of(effects.within(standing));
    }

    /** Bases between the change and the transcript, 1 for the next base; empty when they meet. */
    private OptionalInt distance() {
        if (change.end() < map.start()) {
            return OptionalInt.of(map.start() - change.end());
        }
        return change.start() > map.end() ? OptionalInt.of(change.start() - map.end()) : OptionalInt.empty();
    }

    private TranscriptEffect nearby(int distance, TranscriptStanding standing) {
        terms.add(
                change.end() < map.start() ? SequenceOntologyTerm.UPSTREAM_GENE : SequenceOntologyTerm.DOWNSTREAM_GENE);
        return effect(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(distance), standing);
    }

    private TranscriptEffect within(TranscriptStanding standing) {
        if (change.start() <= map.start() && change.end() >= map.end()) {
            terms.add(SequenceOntologyTerm.TRANSCRIPT_ABLATION);
        } else {
            boolean essential = SpliceTerms.add(terms, map, change);
            exonic();
            if (essential && liesInCodingRegion()) {
                protein = Optional.of(ProteinName.UNKNOWN);
            }
        }
        if (terms.contains(SequenceOntologyTerm.INTRON) && !map.isCoding()) {
            terms.add(SequenceOntologyTerm.NON_CODING_TRANSCRIPT);
        }
        if (transcript.biotype().equals(NMD_BIOTYPE)) {
            terms.add(SequenceOntologyTerm.NMD_TRANSCRIPT);
        }
        return effect(
                numbers(true), numbers(false), CodingName.of(map, sequence, change), OptionalInt.empty(), standing);
    }

    /** An insertion between an exon and an intron counts as one into the exon, for the intron keeps its splice site. */
    private void exonic() {
        int from;
        int to;
        if (change.isInsertion()) {
            int index = map.index(change.start());
            int before = map.index(change.start() - 1);
            if (index < 0 && before < 0) {
                return;
            }
            from = index >= 0 ? index : before + 1;
            to = from;
        } else {
            from = map.index(change.start());
            to = map.index(change.end()) + 1;
            boolean oneExon =
                    from >= 0 && to > 0 && to - from == change.deleted().length();
            if (!oneExon) {
                acrossExons();
                return;
            }
        }
        transcriptPosition = Optional.of(span(from, to, 1));
        if (coding == null) {
            terms.add(SequenceOntologyTerm.NON_CODING_TRANSCRIPT_EXON);
            return;
        }
        boolean insertion = from == to;
        if (from < map.codingStart() || insertion && from == map.codingStart()) {
            terms.add(SequenceOntologyTerm.FIVE_PRIME_UTR);
        }
        if (to > map.codingEnd() || insertion && from == map.codingEnd()) {
            terms.add(SequenceOntologyTerm.THREE_PRIME_UTR);
        }
        boolean inCoding = insertion
                ? from > map.codingStart() && from < map.codingEnd()
                : from < map.codingEnd() && to > map.codingStart();
        if (inCoding) {
            int shift = map.missingBases() - map.codingStart();
            ProteinEffect effect = ProteinEffect.of(coding, from + shift, to + shift, change.inserted());
            terms.addAll(effect.terms());
            protein = Optional.of(effect.name());
            aminoAcids = effect.aminoAcids();
            codons = effect.codons();
            codingPosition = Optional.of(span(from + shift, to + shift, 1));
        }
    }

    /** A deletion over the edge of an exon, or one in an intron alone. */
    private void acrossExons() {
        for (int exon = 0; exon < map.exons(); exon++) {
            int start = Math.max(map.exonStart(exon), change.start());
            int end = Math.min(map.exonEnd(exon), change.end());
            if (start > end) {
                continue;
            }
            if (coding == null) {
                terms.add(SequenceOntologyTerm.NON_CODING_TRANSCRIPT_EXON);
                continue;
            }
            int from = map.index(start);
            int to = map.index(end) + 1;
            if (from < map.codingStart()) {
                terms.add(SequenceOntologyTerm.FIVE_PRIME_UTR);
            }
            if (to > map.codingEnd()) {
                terms.add(SequenceOntologyTerm.THREE_PRIME_UTR);
            }
            if (from < map.codingEnd() && to > map.codingStart()) {
                terms.add(SequenceOntologyTerm.CODING_SEQUENCE);
                protein = Optional.of(ProteinName.UNKNOWN);
                if (coding.startKnown() && from < map.codingStart() + 3) {
                    terms.add(SequenceOntologyTerm.START_LOST);
                }
                if (coding.stopKnown() && to > map.codingEnd() - 3) {
                    terms.add(SequenceOntologyTerm.STOP_LOST);
                }
            }
        }
    }

    /** Whether an intron that the change touches parts coding bases. */
    private boolean liesInCodingRegion() {
        for (int exon = 0; exon + 1 < map.exons(); exon++) {
            boolean touched = change.touches(map.exonEnd(exon) + 1, map.exonStart(exon + 1) - 1);
            int next = map.index(map.exonStart(exon + 1));
            if (touched && map.isCoding() && next > map.codingStart() && next < map.codingEnd()) {
                return true;
            }
        }
        return false;
    }

    /** The exons, or introns, that the change lies in, as {@code 3/12} or {@code 3-4/12}. */
    private Optional<String> numbers(boolean ofExons) {
        List<Integer> numbers = new ArrayList<>();
        int count = ofExons ? map.exons() : map.exons() - 1;
        for (int i = 0; i < count; i++) {
            int start = ofExons ? map.exonStart(i) : map.exonEnd(i) + 1;
            int end = ofExons ? map.exonEnd(i) : map.exonStart(i + 1) - 1;
            boolean edge = ofExons && change.isInsertion() && (change.start() == start || change.start() == end + 1);
            if (change.touches(start, end) || edge) {
                numbers.add(i + 1);
            }
        }
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        int first = numbers.get(0);
        int last = numbers.get(numbers.size() - 1);
        return Optional.of((first == last ? String.valueOf(first) : first + "-" + last) + "/" + count);
    }

    /** A range of bases counted from 1; an insertion lies between two. */
    private static String span(int from, int to, int first) {
        if (from == to) {
            return (from - 1 + first) + "-" + (from + first);
        }
        return to - from == 1 ? String.valueOf(from + first) : (from + first) + "-" + (to - 1 + first);
    }

    private TranscriptEffect effect(
            Optional<String> exon,
            Optional<String> intron,
            Optional<String> hgvsC,
            OptionalInt distance,
            TranscriptStanding standing) {
        return new TranscriptEffect(
                transcript,
                List.copyOf(terms),
                hgvsC,
                protein.map(ProteinName::full),
                protein.map(ProteinName::brief),
                new TranscriptEffect.Place(
                        exon, intron, transcriptPosition, codingPosition, codons, aminoAcids, distance),
                standing,
                false);
    }
}
