package org.marrow.variants.annotate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.transcript.SequenceOntologyTerm;

/**
 * What a change within the exons does to the protein, by translating the transcript with and without it.
 *
 * @param aminoAcids of the codons that the change touches, {@code D/Y}
 * @param codons the touched codons, {@code 835} or {@code 12-14}
 */
record ProteinEffect(
        Set<SequenceOntologyTerm> terms, ProteinName name, Optional<String> aminoAcids, Optional<String> codons) {

    /**
     * @param from index in {@code coding.bases()} of the first deleted base, or of the base after an insertion; negative in the
     *     5' UTR
     * @param to index after the last deleted base; the same as {@code from} for an insertion
     */
    static ProteinEffect of(CodingSequence coding, int from, int to, String inserted) {
        return new Reading(coding, from, to, inserted).effect();
    }

    /** One change being read. */
    private static final class Reading {
        private final CodingSequence coding;
        private final int from;
        private final int to;
        private final String inserted;
        private final boolean pureInsertion;
        private final boolean inFrame;
        private final boolean reachesBehind;
        private final String reference;
        /** First touched codon, and one after the last; the same for an insertion between codons. */
        private final int firstCodon;

        private final int endCodon;
        private final Set<SequenceOntologyTerm> terms = EnumSet.noneOf(SequenceOntologyTerm.class);

        Reading(CodingSequence coding, int from, int to, String inserted) {
            this.coding = coding;
            this.from = from;
            this.to = Math.min(to, coding.bases().length());
            this.inserted = inserted;
            pureInsertion = from == to;
            reachesBehind = to > coding.length();
            inFrame = (inserted.length() - (to - from)) % 3 == 0;
            reference = coding.protein();
            firstCodon = Math.max(0, from) / 3;
            endCodon = pureInsertion && from % 3 == 0
                    ? firstCodon
                    : (Math.min(Math.max(to, from + 1), coding.length()) + 2) / 3;
        }

        ProteinEffect effect() {
            boolean touchesStart = coding.startKnown() && touches(0, 3);
            if (touchesStart && startMovesWhole()) {
                // Only the leader is longer or shorter, although the 3' rule names bases of the start codon.
                terms.add(SequenceOntologyTerm.START_RETAINED);
                return result(ProteinName.unchanged(reference, 0, 0), Optional.of(reference.substring(0, 1)));
            }
            if (touchesStart && !(from >= 0 && keepsStart())) {
                terms.add(SequenceOntologyTerm.START_LOST);
                return result(ProteinName.startLost(), Optional.empty());
            }
            if (from < 0) {
                // Without a known start codon, nobody knows what lies before the region.
                return unknown();
            }
            if (!coding.readable()) {
                return unknown();
            }
            if (firstCodon >= reference.length()) {
                terms.add(SequenceOntologyTerm.INCOMPLETE_TERMINAL_CODON);
                return unknown();
            }
            String changed = coding.bases().substring(0, from)
                    + inserted
                    + coding.bases().substring(to);
            String alternate = translate(changed, touchesStart);
            boolean touchesStop = coding.stopKnown() && touches(coding.length() - 3, coding.length());
            if (alternate.equals(reference)) {
                terms.add(
                        touchesStart
                                ? SequenceOntologyTerm.START_RETAINED
                                : touchesStop ? SequenceOntologyTerm.STOP_RETAINED : SequenceOntologyTerm.SYNONYMOUS);
                return unchanged();
            }
            if (touchesStart) {
                terms.add(SequenceOntologyTerm.START_RETAINED);
            }
            int at = firstDifference(alternate);
            boolean stopChanges = touchesStop || !inFrame || reachesBehind;
            if (coding.stopKnown() && at == coding.stop() && stopChanges) {
                return extended(alternate, at, touchesStop);
            }
            if (!inFrame || reachesBehind) {
                return shifted(alternate, at, touchesStop);
            }
            return withinFrame(changed, alternate, at, touchesStop);
        }

        private boolean touches(int start, int end) {
            return pureInsertion ? from > start && from < end : from < end && to > start;
        }

        /** Whether all that is translated still stands at the end of the transcript, from the start codon on. */
        private boolean startMovesWhole() {
            String transcript = coding.leader() + coding.bases();
            int before = coding.leader().length() + from;
            String changed =
                    transcript.substring(0, before) + inserted + coding.bases().substring(to);
            return changed.endsWith(coding.bases());
        }

        private boolean keepsStart() {
            String bases = coding.bases();
            String changed = bases.substring(0, Math.min(from, 3)) + inserted + bases.substring(to);
            return changed.startsWith("ATG") || changed.startsWith(bases.substring(0, 3));
        }

        /** Residues up to the first stop and with it. */
        private String translate(String changed, boolean startRetained) {
            int shift = (inserted.length() - (to - from)) / 3;
            StringBuilder protein = new StringBuilder(reference.length());
            for (int at = 0; at + 3 <= changed.length(); at += 3) {
                int codon = at / 3;
                char residue = coding.code().translate(changed, at);
                if (codon == 0 && (firstCodon > 0 || startRetained || coding.startKnown())) {
                    residue = reference.charAt(0);
                } else if (residue == GeneticCode.STOP && isRecoded(codon, at, shift)) {
                    residue = GeneticCode.SELENOCYSTEINE;
                }
                protein.append(residue);
                if (residue == GeneticCode.STOP) {
                    break;
                }
            }
            return protein.toString();
        }

        /** Whether the reference reads this same codon as selenocysteine. */
        private boolean isRecoded(int codon, int at, int shift) {
            int same = at + 3 <= from ? codon : inFrame && at >= from + inserted.length() ? codon - shift : -1;
            return same >= 0 && same < reference.length() && reference.charAt(same) == GeneticCode.SELENOCYSTEINE;
        }

        private int firstDifference(String alternate) {
            int shorter = Math.min(reference.length(), alternate.length());
            int at = 0;
            while (at < shorter && reference.charAt(at) == alternate.charAt(at)) {
                at++;
            }
            return at;
        }

        private ProteinEffect unchanged() {
            int last = Math.max(firstCodon, Math.min(endCodon, reference.length()) - 1);
            String touched = reference.substring(firstCodon, last + 1);
            if (touched.indexOf(GeneticCode.UNKNOWN) >= 0) {
                terms.clear();
                return unknown();
            }
            return result(ProteinName.unchanged(reference, firstCodon, last), Optional.of(touched));
        }

        private ProteinEffect extended(String alternate, int at, boolean touchesStop) {
            addLengthTerms();
            if (touchesStop) {
                terms.add(SequenceOntologyTerm.STOP_LOST);
            }
            if (isUnknownFrom(alternate, at)) {
                return result(ProteinName.UNKNOWN, Optional.empty());
            }
            String first = at < alternate.length() ? alternate.substring(at, at + 1) : "";
            int stop = stopIn(alternate, at);
            return result(
                    ProteinName.extension(reference, at, first, stop < 0 ? 0 : stop - at),
                    Optional.of(GeneticCode.STOP + "/" + (first.isEmpty() ? "-" : first)));
        }

        private ProteinEffect shifted(String alternate, int at, boolean touchesStop) {
            addLengthTerms();
            if (touchesStop) {
                terms.add(SequenceOntologyTerm.STOP_LOST);
            }
            if (at >= alternate.length() || at >= reference.length() || isUnknownFrom(alternate, at)) {
                return result(ProteinName.UNKNOWN, Optional.empty());
            }
            if (reachesBehind) {
                return result(replacedToTheEnd(alternate, at), Optional.empty());
            }
            Optional<String> residues = Optional.of(reference.charAt(at) + "/X");
            if (alternate.charAt(at) == GeneticCode.STOP) {
                terms.add(SequenceOntologyTerm.STOP_GAINED);
                return result(ProteinName.nonsense(reference, at), residues);
            }
            int stop = stopIn(alternate, at);
            return result(
                    ProteinName.frameshift(reference, at, alternate.charAt(at), stop < 0 ? 0 : stop - at + 1),
                    residues);
        }

        private ProteinEffect withinFrame(String changed, String alternate, int at, boolean touchesStop) {
            String before = reference.substring(firstCodon, Math.min(endCodon, reference.length()));
            int codonsAfter = endCodon - firstCodon + (inserted.length() - (to - from)) / 3;
            StringBuilder after = new StringBuilder();
            for (int codon = firstCodon;
                    codon < firstCodon + codonsAfter && codon * 3 + 3 <= changed.length();
                    codon++) {
                // Behind a new stop the residues are no longer made, and those before it are in the protein.
                after.append(
                        codon < alternate.length()
                                ? alternate.charAt(codon)
                                : coding.code().translate(changed, codon * 3));
            }
            Optional<String> residues = Optional.of(orDash(before) + "/" + orDash(after.toString()));
            if (before.indexOf(GeneticCode.UNKNOWN) >= 0 || after.indexOf("X") >= 0) {
                terms.add(SequenceOntologyTerm.CODING_SEQUENCE);
                return result(ProteinName.UNKNOWN, residues);
            }
            boolean stops = after.indexOf("*") >= 0;
            if (touchesStop && !stops) {
                addLengthTerms();
                terms.add(SequenceOntologyTerm.STOP_LOST);
                return result(replacedToTheEnd(alternate, at), residues);
            }
            // A stop that the change touches may stay, moved by the length of the change.
            int moved = (inserted.length() - (to - from)) / 3;
            boolean stopGained = stops && !(touchesStop && alternate.length() == reference.length() + moved);
            addInFrameTerms(stopGained);
            if (stopGained && alternate.charAt(at) == GeneticCode.STOP) {
                return result(ProteinName.nonsense(reference, at), residues);
            }
            if (stopGained) {
                int end = Math.max(at, Math.min(endCodon, reference.length()));
                String tail = alternate.substring(at);
                return result(
                        end == at
                                ? ProteinName.insertion(reference, at - 1, tail)
                                : ProteinName.deletionInsertion(reference, at, end - 1, tail),
                        residues);
            }
            return result(compared(alternate, at), residues);
        }

        /** The stop is gone together with residues before it, and translation goes on to another one in the same frame. */
        private ProteinName replacedToTheEnd(String alternate, int at) {
            if (stopIn(alternate, at) < 0) {
                return ProteinName.UNKNOWN;
            }
            return alternate.charAt(at) == GeneticCode.STOP
                    ? ProteinName.nonsense(reference, at)
                    : ProteinName.deletionInsertion(reference, at, coding.stop(), alternate.substring(at));
        }

        /** The shortest change between two proteins, as near to the C-terminus as it can be. */
        private ProteinName compared(String alternate, int at) {
            int shared = 0;
            int most = Math.min(reference.length(), alternate.length()) - at;
            while (shared < most
                    && reference.charAt(reference.length() - 1 - shared)
                            == alternate.charAt(alternate.length() - 1 - shared)) {
                shared++;
            }
            int end = reference.length() - shared;
            String residues = alternate.substring(at, alternate.length() - shared);
            if (end == at) {
                int copy = at - residues.length();
                if (copy >= 0 && reference.startsWith(residues, copy)) {
                    return ProteinName.duplication(reference, copy, at - 1);
                }
                return at == 0 || at >= reference.length()
                        ? ProteinName.UNKNOWN
                        : ProteinName.insertion(reference, at - 1, residues);
            }
            if (residues.isEmpty()) {
                return ProteinName.deletion(reference, at, end - 1);
            }
            if (end - at == 1 && residues.length() == 1) {
                return ProteinName.substitution(reference, at, residues.charAt(0));
            }
            return ProteinName.deletionInsertion(reference, at, end - 1, residues);
        }

        private void addLengthTerms() {
            if (reachesBehind) {
                return;
            }
            if (!inFrame) {
                terms.add(SequenceOntologyTerm.FRAMESHIFT);
            } else if (pureInsertion) {
                terms.add(SequenceOntologyTerm.INFRAME_INSERTION);
            } else if (inserted.isEmpty()) {
                terms.add(SequenceOntologyTerm.INFRAME_DELETION);
            }
        }

        private void addInFrameTerms(boolean stopGained) {
            addLengthTerms();
            if (stopGained) {
                terms.add(SequenceOntologyTerm.STOP_GAINED);
            } else if (inserted.length() == to - from) {
                terms.add(SequenceOntologyTerm.MISSENSE);
            } else if (!pureInsertion && !inserted.isEmpty()) {
                terms.add(SequenceOntologyTerm.PROTEIN_ALTERING);
            }
        }

        /** Whether the residue at an index is unknown on either side. */
        private boolean isUnknownFrom(String alternate, int at) {
            return at < alternate.length() && alternate.charAt(at) == GeneticCode.UNKNOWN
                    || at < reference.length() && reference.charAt(at) == GeneticCode.UNKNOWN;
        }

        /** Index of the first stop, unless an unknown residue comes before it. */
        private static int stopIn(String alternate, int at) {
            int unknown = alternate.indexOf(GeneticCode.UNKNOWN, at);
            return unknown >= 0 ? -1 : alternate.indexOf(GeneticCode.STOP, at);
        }

        private ProteinEffect unknown() {
            terms.add(inFrame ? SequenceOntologyTerm.CODING_SEQUENCE : SequenceOntologyTerm.FRAMESHIFT);
            return result(ProteinName.UNKNOWN, Optional.empty());
        }

        private ProteinEffect result(ProteinName name, Optional<String> aminoAcids) {
            if (terms.isEmpty()) {
                terms.add(SequenceOntologyTerm.CODING_SEQUENCE);
            }
            int first = firstCodon + 1;
            int last = Math.max(first, endCodon);
            String codons = first == last ? String.valueOf(first) : first + "-" + last;
            return new ProteinEffect(terms, name, aminoAcids, Optional.of(codons));
        }

        private static String orDash(String residues) {
            return residues.isEmpty() ? "-" : residues;
        }
    }
}
