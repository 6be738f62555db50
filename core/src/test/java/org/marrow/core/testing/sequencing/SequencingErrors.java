package org.marrow.core.testing.sequencing;

/**
 * How a library and its run go wrong. Rates are probabilities; {@link #typical()} says where each number comes from: [paper] is a
 * published order of magnitude written down from memory, [choice] was chosen so that the effect is seen at the depths tested.
 *
 * @param polymerase wrong base for each base and doubling
 * @param doublings PCR cycles before sequencing, each taken as a full doubling
 * @param slippage for each doubling, that a run of at least six equal bases gains or loses one, for each base beyond five
 * @param deamination C read as T, for each C of one strand of the molecule, before any copy was made
 * @param oxidation G read as T, for each G of one strand of the molecule, before any copy was made
 * @param familySpread standard deviation of the logarithm of the number of reads of a molecule
 * @param systematic mean rate of the wrong base that a position shows by itself, for each position and strand
 * @param systematicSpread standard deviation of the logarithm of {@code systematic} over positions
 * @param hopping that a read carries the index of another sample
 * @param chimera that a copy changes its template on the way
 */
public record SequencingErrors(
        double polymerase,
        int doublings,
        double slippage,
        double deamination,
        double oxidation,
        double familySpread,
        double systematic,
        double systematicSpread,
        double hopping,
        double chimera) {

    /**
     * Polymerase 1e-6 [paper: high-fidelity enzymes, 5e-7 to 1e-5], 12 doublings [choice], slippage 1e-4 [choice], deamination
     * and oxidation 1e-5 [paper: fresh DNA, 1e-6 to 1e-4], family spread 0.8 [paper: 0.7 to 1.2], systematic 2e-5 with spread
     * 1.5 [choice], hopping 1e-3 [paper: 1e-4 to 5e-3], chimeras 2e-3 [choice].
     */
    public static SequencingErrors typical() {
        return new SequencingErrors(1e-6, 12, 1e-4, 1e-5, 1e-5, 0.8, 2e-5, 1.5, 1e-3, 2e-3);
    }

    /** Only what the base qualities say goes wrong. */
    public static SequencingErrors ofQualitiesAlone() {
        return new SequencingErrors(0, 12, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public SequencingErrors withoutDamage() {
        return new SequencingErrors(
                polymerase, doublings, slippage, 0, 0, familySpread, systematic, systematicSpread, hopping, chimera);
    }

    public SequencingErrors withDamage(double newDeamination, double newOxidation) {
        return new SequencingErrors(
                polymerase,
                doublings,
                slippage,
                newDeamination,
                newOxidation,
                familySpread,
                systematic,
                systematicSpread,
                hopping,
                chimera);
    }

    public SequencingErrors withSystematic(double mean, double spread) {
        return new SequencingErrors(
                polymerase, doublings, slippage, deamination, oxidation, familySpread, mean, spread, hopping, chimera);
    }

    public SequencingErrors withHopping(double rate) {
        return new SequencingErrors(
                polymerase,
                doublings,
                slippage,
                deamination,
                oxidation,
                familySpread,
                systematic,
                systematicSpread,
                rate,
                chimera);
    }

    public SequencingErrors withChimeras(double rate) {
        return new SequencingErrors(
                polymerase,
                doublings,
                slippage,
                deamination,
                oxidation,
                familySpread,
                systematic,
                systematicSpread,
                hopping,
                rate);
    }
}
