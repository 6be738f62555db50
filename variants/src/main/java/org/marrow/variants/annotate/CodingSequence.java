package org.marrow.variants.annotate;

import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptMark;

/**
 * The coding bases of a transcript and the protein that they give.
 *
 * @param leader bases before the coding region
 * @param bases from the first base of the first codon to the end of the transcript; bases that the transcript lacks are N
 * @param length of the coding region in {@code bases}, with the stop codon
 * @param protein residues of its whole codons, the last of which is the stop where that is known
 * @param startKnown whether the first codon is the start codon
 * @param stopKnown whether the last codon is a stop
 * @param readable whether {@code protein} is what the cell makes of it
 */
record CodingSequence(
        String leader,
        String bases,
        int length,
        String protein,
        boolean startKnown,
        boolean stopKnown,
        boolean readable,
        GeneticCode code) {

    /** @param spliced the transcript's bases */
    static CodingSequence of(Transcript transcript, TranscriptMap map, String spliced, GeneticCode code) {
        int missing = map.missingBases();
        String bases = "N".repeat(missing) + spliced.substring(map.codingStart());
        int length = missing + map.codingEnd() - map.codingStart();
        int partial = length % 3;
        if (code == GeneticCode.VERTEBRATE_MITOCHONDRIAL && partial != 0 && map.codingEnd() == spliced.length()) {
            // The poly(A) tail completes the stop codons of some mitochondrial transcripts.
            bases += "A".repeat(3 - partial);
            length += 3 - partial;
        }
        boolean startKnown = missing == 0 && length >= 3 && !transcript.has(TranscriptMark.CODING_START_UNKNOWN);
        boolean readable = !transcript.has(TranscriptMark.FRAME_JUMPS);
        int codons = length / 3;
        StringBuilder protein = new StringBuilder(codons);
        for (int codon = 0; codon < codons; codon++) {
            char residue = code.translate(bases, codon * 3);
            if (codon == 0 && startKnown) {
                // Whatever codon translation begins at is read by the initiator tRNA.
                residue = 'M';
            } else if (residue == GeneticCode.STOP && codon < codons - 1) {
                boolean recoded = transcript.has(TranscriptMark.SELENOPROTEIN) && bases.startsWith("TGA", codon * 3);
                residue = recoded ? GeneticCode.SELENOCYSTEINE : residue;
                readable &= recoded;
            }
            protein.append(residue);
        }
        boolean stopKnown = length % 3 == 0
                && codons > 1
                && protein.charAt(codons - 1) == GeneticCode.STOP
                && !transcript.has(TranscriptMark.CODING_END_UNKNOWN);
        // Behind an end that is not the stop nobody knows what is translated.
        String known = stopKnown ? bases : bases.substring(0, length);
        String leader = spliced.substring(0, map.codingStart());
        return new CodingSequence(leader, known, length, protein.toString(), startKnown, stopKnown, readable, code);
    }

    /** Index of the stop in the protein, which has one. */
    int stop() {
        return protein.length() - 1;
    }
}
