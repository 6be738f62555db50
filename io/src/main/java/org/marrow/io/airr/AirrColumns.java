package org.marrow.io.airr;

import java.util.List;

/** The column names of the AIRR-C rearrangement schema, version 1. */
final class AirrColumns {
    static final String SEQUENCE_ID = "sequence_id";
    static final String PRODUCTIVE = "productive";
    static final String V_CALL = "v_call";
    static final String D_CALL = "d_call";
    static final String J_CALL = "j_call";
    static final String JUNCTION = "junction";
    static final String JUNCTION_AA = "junction_aa";
    static final String REV_COMP = "rev_comp";
    static final String LOCUS = "locus";
    static final String JUNCTION_LENGTH = "junction_length";
    static final String DUPLICATE_COUNT = "duplicate_count";

    /** Every one must be there, though its cells may be empty. */
    static final List<String> REQUIRED = List.of(
            SEQUENCE_ID,
            "sequence",
            REV_COMP,
            PRODUCTIVE,
            V_CALL,
            D_CALL,
            J_CALL,
            "sequence_alignment",
            "germline_alignment",
            JUNCTION,
            JUNCTION_AA,
            "v_cigar",
            "d_cigar",
            "j_cigar");

    private AirrColumns() {}
}
