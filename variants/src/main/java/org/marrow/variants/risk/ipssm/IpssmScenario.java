package org.marrow.variants.risk.ipssm;

/** What stands in for missing inputs. */
enum IpssmScenario {
    BEST,
    MEAN,
    WORST
}
