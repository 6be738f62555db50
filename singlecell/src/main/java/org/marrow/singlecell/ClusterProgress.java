package org.marrow.singlecell;

/** Is told how far a clustering has come, so that a command line can draw a bar. Called by one thread at a time. */
@FunctionalInterface
public interface ClusterProgress {

    /** Tells nobody. */
    ClusterProgress NONE = (step, done) -> {};

    /** @param done share of this step, 0 when it begins to 1 when it ends */
    void report(ClusterStep step, double done);
}
