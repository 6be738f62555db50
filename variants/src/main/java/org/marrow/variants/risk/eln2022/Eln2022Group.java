package org.marrow.variants.risk.eln2022;

/** Lesions that the algorithm cannot tell apart: any of a group has the same effect. */
enum Eln2022Group {
    CORE_BINDING_FACTOR,
    MLLT3_KMT2A,
    ADVERSE_CYTOGENETICS,
    TP53,
    NPM1,
    FLT3_ITD,
    CEBPA,
    MYELODYSPLASIA_RELATED
}
