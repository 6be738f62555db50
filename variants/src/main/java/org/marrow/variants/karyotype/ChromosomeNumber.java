package org.marrow.variants.karyotype;

import java.util.List;
import org.marrow.core.error.InvalidValueException;

/**
 * How many chromosomes a clone has: what its gains and losses add up to, to be held against what the report states.
 *
 * <p>A range, because markers may come in a range, because a doubted gain may be none, and because reports differ in whether a
 * lost or rebuilt sex chromosome is left out of the sex chromosomes they write.
 *
 * @param lowest from 0
 */
public record ChromosomeNumber(int lowest, int highest) {
    private static final int AUTOSOMES = 22;
    private static final int DIPLOID = 2;
    private static final int HIGHEST_PLOIDY = 8;

    /**
     * Highest numbers of ISCN's near-diploid to near-octoploid cells, from which gains and losses are counted from as many sets.
     * From memory: to be checked against the book.
     */
    private static final List<Integer> HIGHEST_OF_PLOIDY = List.of(57, 80, 103, 126, 149, 172);

    /** Rearranged chromosomes that hold the centromeres or bodies of several, and so stand for as many. */
    private static final List<String> JOINED =
            List.of("der", "dic", "dic r", "psu dic", "psu dic r", "psu tric", "rob", "tas", "trc", "tric");

    public ChromosomeNumber {
        InvalidValueException.check(highest >= lowest, "chromosomes", highest, "a range, the lower number first");
    }

    /** What the gains and losses of a clone add up to. */
    static ChromosomeNumber of(int ploidy, String sexChromosomes, List<Abnormality> abnormalities) {
        int sex = sexChromosomesOf(sexChromosomes);
        int sexLost = 0;
        int sexRebuilt = 0;
        int lowest = AUTOSOMES * ploidy + sex;
        int highest = lowest;
        for (Abnormality abnormality : abnormalities) {
            if (abnormality.isLossOf("X") || abnormality.isLossOf("Y")) {
                sexLost += abnormality.copies();
                continue;
            }
            if (abnormality.sign() == 0) {
                sexRebuilt += (int) abnormality.chromosomes().stream()
                        .filter(c -> c.equals("X") || c.equals("Y"))
                        .count();
            }
            int least = leastOf(abnormality);
            int most = mostOf(abnormality);
            lowest += Math.min(least * abnormality.copies(), least * abnormality.mostCopies());
            highest += Math.max(most * abnormality.copies(), most * abnormality.mostCopies());
        }
        // 46,X,t(X;8) leaves the rebuilt X out of what is written first; 46,XX,t(X;8) does not.
        highest += Math.min(sexRebuilt, Math.max(0, ploidy - sex));
        // 45,X,-Y leaves the lost Y out; 45,XY,-Y and a subclone that loses it do not.
        lowest -= sex >= ploidy ? sexLost : 0;
        return new ChromosomeNumber(Math.min(lowest, highest), highest);
    }

    private static int sexChromosomesOf(String written) {
        return (int) written.chars().filter(c -> c == 'X' || c == 'Y').count();
    }

    private static int leastOf(Abnormality abnormality) {
        int least = changeOf(abnormality);
        for (Abnormality alternative : abnormality.alternatives()) {
            least = Math.min(least, leastOf(alternative));
        }
        return isDoubted(abnormality) ? Math.min(0, least) : least;
    }

    private static int mostOf(Abnormality abnormality) {
        int most = changeOf(abnormality);
        for (Abnormality alternative : abnormality.alternatives()) {
            most = Math.max(most, mostOf(alternative));
        }
        return isDoubted(abnormality) ? Math.max(0, most) : most;
    }

    /** A doubt of whether it is there at all; a chromosome that may be constitutional is there. */
    private static boolean isDoubted(Abnormality abnormality) {
        return abnormality.uncertain() && abnormality.origin() != Abnormality.Origin.DOUBTFUL;
    }

    private static int changeOf(Abnormality abnormality) {
        return switch (abnormality.kind()) {
            case NUMERICAL -> abnormality.sign();
            case VARIANT -> 0;
            case MARKER -> {
                boolean minute = abnormality.isDoubleMinutes();
                yield minute ? 0 : abnormality.sign() == 0 ? 1 : abnormality.sign();
            }
            case STRUCTURAL -> {
                boolean joined = abnormality.sign() == 0
                        && JOINED.contains(
                                abnormality.rearrangements().getFirst().type());
                yield joined ? 1 - abnormality.chromosomes().size() : abnormality.sign();
            }
        };
    }

    /** Whether a stated number or range of numbers can be this. */
    boolean meets(int statedLowest, int statedHighest) {
        return statedLowest <= highest && lowest <= statedHighest;
    }

    /**
     * The sets of chromosomes that a clone's gains and losses count from, where the report does not say: those that ISCN has for
     * its number, unless only others make its gains and losses add up to it. Reports of hyperdiploid leukaemia often count 58 or
     * more chromosomes from two sets without saying so.
     *
     * @param exact whether the gains and losses must add up, which they need not in a composite or incomplete karyotype
     */
    static int ploidyOf(
            int lowest, int highest, String sexChromosomes, List<Abnormality> abnormalities, boolean exact) {
        int usual = usualPloidy(highest);
        if (!exact || of(usual, sexChromosomes, abnormalities).meets(lowest, highest)) {
            return usual;
        }
        // One set has one sex chromosome; 23,XX is a slip of the pen.
        int lowestPloidy = sexChromosomesOf(sexChromosomes) == 1 ? 1 : DIPLOID;
        for (int ploidy = lowestPloidy; ploidy <= HIGHEST_PLOIDY; ploidy++) {
            if (of(ploidy, sexChromosomes, abnormalities).meets(lowest, highest)) {
                return ploidy;
            }
        }
        return usual;
    }

    private static int usualPloidy(int chromosomes) {
        int ploidy = DIPLOID;
        for (int highest : HIGHEST_OF_PLOIDY) {
            if (chromosomes <= highest) {
                return ploidy;
            }
            ploidy++;
        }
        return ploidy;
    }

    @Override
    public String toString() {
        return lowest == highest ? Integer.toString(lowest) : lowest + " to " + highest;
    }
}
