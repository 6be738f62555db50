package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import org.marrow.variants.karyotype.Abnormality.Kind;
import org.marrow.variants.karyotype.Abnormality.Origin;

/** What of a clone is counted, and how much it comes to. */
final class CloneCounts {
    private static final int AUTOSOMES = 22;
    private static final int DIPLOID = 2;
    private static final int TETRAPLOID = 4;

    private CloneCounts() {}

    /** The most abnormalities that a list may stand for. */
    static int most(List<Abnormality> abnormalities) {
        return abnormalities.stream().mapToInt(Abnormality::mostCopies).sum();
    }

    /** The fewest, without what may be constitutional. */
    static int least(List<Abnormality> abnormalities) {
        return abnormalities.stream()
                .filter(abnormality -> abnormality.origin() == Origin.ACQUIRED)
                .mapToInt(Abnormality::copies)
                .sum();
    }

    /**
     * The clone with its acquired abnormalities as they are counted: a near-haploid one by what it lacks of two sets, a doubled
     * one as before its doubling, and a whole-arm derivative without the gain that only tells which chromosome it did not
     * replace.
     */
    static KaryotypeClone fromTwoSets(KaryotypeClone clone) {
        List<Abnormality> acquired = new ArrayList<>();
        for (Abnormality abnormality : clone.abnormalities()) {
            if (!abnormality.constitutional() && abnormality.kind() != Kind.VARIANT) {
                // However many double minutes a cell has, they are one abnormality.
                acquired.add(abnormality.isDoubleMinutes() ? abnormality.withCopies(1, 1) : abnormality);
            }
        }
        acquired.removeIf(abnormality -> isGainOfWholeArmDerivative(abnormality, acquired));
        if (clone.ploidy() == 1) {
            return with(clone, fromHaploid(clone, acquired), DIPLOID);
        }
        if (clone.ploidy() >= TETRAPLOID && clone.ploidy() % DIPLOID == 0) {
            acquired.replaceAll(abnormality -> abnormality.withCopies(
                    beforeDoubling(abnormality.copies(), clone), beforeDoubling(abnormality.mostCopies(), clone)));
        }
        return with(clone, acquired, clone.ploidy());
    }

    private static KaryotypeClone with(KaryotypeClone clone, List<Abnormality> abnormalities, int ploidy) {
        return new KaryotypeClone(
                clone.lowestNumber(),
                clone.highestNumber(),
                ploidy,
                clone.sexChromosomes(),
                abnormalities,
                clone.cells(),
                clone.composite(),
                clone.incomplete(),
                clone.donor());
    }

    private static int beforeDoubling(int copies, KaryotypeClone clone) {
        return Math.ceilDiv(copies * DIPLOID, clone.ploidy());
    }

    /**
     * {@code +1,der(1;7)(q10;p10)} is one abnormality, as is {@code +1,dic(1;7)(p11;q11)}: the derivative stands in the place of a 1
     * and a 7, and the gain puts the 1 back. From memory: to be checked against the book.
     */
    private static boolean isGainOfWholeArmDerivative(Abnormality gain, List<Abnormality> clone) {
        if (gain.kind() != Kind.NUMERICAL || gain.sign() <= 0 || gain.copies() > 1) {
            return false;
        }
        String chromosome = gain.chromosomes().getFirst();
        boolean onlyGain = clone.stream().filter(a -> a.isGainOf(chromosome)).count() == 1;
        return onlyGain
                && clone.stream()
                        .anyMatch(a -> a.sign() == 0
                                && a.chromosomes().size() == 2
                                && a.chromosomes().contains(chromosome)
                                && isJoinedAtCentromeres(a));
    }

    private static boolean isJoinedAtCentromeres(Abnormality abnormality) {
        Rearrangement first = abnormality.rearrangements().getFirst();
        return !first.bands().isEmpty()
                && ((first.type().equals("der") && first.breakpoints().stream().allMatch(Breakpoint::isWholeArm))
                        || (first.type().equals("dic")
                                && first.breakpoints().stream().allMatch(Breakpoint::isBesideCentromere)));
    }

    /** One set lacks every chromosome that it does not gain. */
    private static List<Abnormality> fromHaploid(KaryotypeClone clone, List<Abnormality> acquired) {
        List<Abnormality> counted = new ArrayList<>();
        for (int number = 1; number <= AUTOSOMES; number++) {
            String chromosome = Integer.toString(number);
            int copies = 1;
            for (Abnormality abnormality : clone.abnormalities()) {
                boolean here = abnormality.kind() == Kind.NUMERICAL
                        && abnormality.chromosomes().contains(chromosome);
                copies += here ? abnormality.sign() * abnormality.copies() : 0;
            }
            int change = copies - DIPLOID;
            if (change != 0) {
                Abnormality whole = Abnormality.wholeChromosome(Integer.signum(change), chromosome);
                counted.add(whole.withCopies(Math.abs(change), Math.abs(change)));
            }
        }
        for (Abnormality abnormality : acquired) {
            if (abnormality.kind() != Kind.NUMERICAL) {
                counted.add(abnormality);
            }
        }
        return counted;
    }
}
