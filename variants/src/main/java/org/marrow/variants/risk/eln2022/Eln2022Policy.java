package org.marrow.variants.risk.eln2022;

/**
 * What the table leaves open and a centre may decide otherwise.
 *
 * @param adverseGenesOverrideNpm1WithItd whether a myelodysplasia-related gene makes mutated NPM1 with FLT3-ITD adverse. It does by
 *     default: the table exempts favorable subtypes alone, and this one is intermediate
 */
public record Eln2022Policy(boolean adverseGenesOverrideNpm1WithItd) {
    public static final Eln2022Policy DEFAULT = new Eln2022Policy(true);
}
