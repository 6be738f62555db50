package org.marrow.core.transcript;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an annotation file says of a transcript beside its exons. */
public enum TranscriptMark {
    /** The transcript that NCBI and Ensembl agree on to report a gene by. */
    MANE_SELECT(null),
    /** Reported beside MANE Select where that one misses known pathogenic variants. */
    MANE_PLUS_CLINICAL(null),
    /** Ensembl's canonical or RefSeq's Select transcript. */
    CANONICAL(null),
    /** The start codon is not known: the transcript begins within the protein. */
    CODING_START_UNKNOWN("cds_start_NF"),
    /** The stop codon is not known: the transcript ends within the protein. */
    CODING_END_UNKNOWN("cds_end_NF"),
    /** UGA codons within it are read as selenocysteine. */
    SELENOPROTEIN("selenoprotein"),
    /** The transcript's own sequence, as its database holds it, is not that of the reference at its exons. */
    DIFFERS_FROM_REFERENCE("differs_from_reference"),
    /** The reading frame jumps, as by ribosomal slippage, so the protein is not that of the exons. */
    FRAME_JUMPS("frame_jumps");

    private final String flag;

    TranscriptMark(@Nullable String flag) {
        this.flag = flag == null ? "" : flag;
    }

    /** The warning shown beside an annotation on such a transcript, VEP's word where it has one. */
    public Optional<String> flag() {
        return flag.isEmpty() ? Optional.empty() : Optional.of(flag);
    }
}
