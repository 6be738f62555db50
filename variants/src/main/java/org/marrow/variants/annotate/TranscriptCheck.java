package org.marrow.variants.annotate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptMark;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ContigNames;

/** Whether variants, transcripts and reference belong together. */
public final class TranscriptCheck {
    /** Coding transcripts looked at; enough to tell a shift from the few that begin at another codon. */
    private static final int LOOKED_AT = 200;

    /** Fewer transcripts on the reference than this say nothing. */
    private static final int FEWEST = 5;

    /** Share of looked-at transcripts that must begin with a start codon; by chance 1 in 64 does. */
    private static final double LEAST_STARTS = 0.5;

    private TranscriptCheck() {}

    /**
     * Requires that no two files are of GRCh37 and GRCh38.
     *
     * @param files what each file says of itself, by its name; OTHER and UNKNOWN contradict nothing
     * @throws UserException with code MISMATCH
     */
    public static void requireSameAssembly(Map<String, Assembly> files) {
        Optional<Map.Entry<String, Assembly>> first = Optional.empty();
        for (Map.Entry<String, Assembly> file : new TreeMap<>(files).entrySet()) {
            if (file.getValue() != Assembly.GRCH37 && file.getValue() != Assembly.GRCH38) {
                continue;
            }
            if (first.isPresent() && first.get().getValue() != file.getValue()) {
                throw new UserException(
                        ErrorCode.MISMATCH,
                        file.getKey() + ": expected " + first.get().getValue() + ", as "
                                + first.get().getKey() + ", found " + file.getValue());
            }
            first = first.or(() -> Optional.of(file));
        }
    }

    /**
     * Requires that coding transcripts begin with a start codon on this reference, which those of another assembly do not.
     *
     * @param file that the transcripts are of, for the message
     * @throws UserException with code MISMATCH when fewer than half do
     */
    public static void requireOnReference(String file, List<Transcript> transcripts, ReferenceSource reference) {
        int looked = 0;
        int starts = 0;
        for (Transcript transcript : transcripts) {
            if (looked == LOOKED_AT) {
                break;
            }
            Optional<String> codon = startCodon(transcript, reference);
            if (codon.isPresent()) {
                looked++;
                starts += codon.get().equals("ATG") ? 1 : 0;
            }
        }
        if (looked >= FEWEST && starts < LEAST_STARTS * looked) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    file + ": expected transcripts that begin with ATG on the reference, found " + starts + " of "
                            + looked + " (are they of another assembly?)");
        }
    }

    /** The first codon, where it is whole, known, and in one exon. */
    private static Optional<String> startCodon(Transcript transcript, ReferenceSource reference) {
        Optional<CodingRegion> coding = transcript.coding();
        if (coding.isEmpty()
                || transcript.has(TranscriptMark.CODING_START_UNKNOWN)
                || ContigNames.isMitochondrion(transcript.contig())) {
            return Optional.empty();
        }
        boolean minus = transcript.strand() == Strand.MINUS;
        int start = minus ? coding.get().end() - 2 : coding.get().start();
        boolean whole = transcript.exons().stream().anyMatch(exon -> exon.start() <= start && exon.end() >= start + 2);
        for (String alias : ContigNames.aliases(transcript.contig())) {
            if (whole && reference.contains(alias) && start + 2 <= reference.length(alias)) {
                String bases = reference.bases(alias, start, start + 2);
                // A reference of some genes alone has N elsewhere.
                return bases.contains("N")
                        ? Optional.empty()
                        : Optional.of(minus ? Nucleotides.reverseComplement(bases) : bases);
            }
        }
        return Optional.empty();
    }
}
