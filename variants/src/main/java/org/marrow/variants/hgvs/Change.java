package org.marrow.variants.hgvs;

/** One change of one molecule. */
public sealed interface Change permits NucleotideChange, ProteinChange {

    /** Whether it stands in parentheses: predicted from another level, not shown by an experiment. */
    boolean predicted();

    /** The same change without the parentheses. */
    Change asObserved();

    /** The change as a name writes it behind the point. */
    String print(ProteinStyle style);
}
