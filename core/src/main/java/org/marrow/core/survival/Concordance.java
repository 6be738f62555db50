package org.marrow.core.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * Harrell's concordance index: of the pairs of patients of whom it is known which one lived longer, the share that the score puts
 * in the right order, equal scores counting one half. Sources: Harrell FE et al. JAMA 1982;247:2543-2546; standard error by the
 * infinitesimal jackknife, as R's {@code concordance}.
 *
 * @param index 0 to 1; 0.5 for a score that says nothing
 * @param concordant pairs in the right order
 * @param discordant pairs in the wrong order
 * @param tiedScore pairs of which it is known who lived longer, with the same score
 * @param tiedTime pairs with an event at the same time and other scores; they do not count
 * @param tiedBoth pairs with an event at the same time and the same score; they do not count
 */
public record Concordance(
        double index,
        double standardError,
        long concordant,
        long discordant,
        long tiedScore,
        long tiedTime,
        long tiedBoth) {

    /** What a high score means. */
    public enum Direction {
        /** R's default. */
        HIGHER_LIVES_LONGER,
        /** The usual one of risk scores, R's {@code reverse = TRUE}. */
        HIGHER_LIVES_SHORTER
    }

    /**
     * Compares each pair of patients.
     *
     * @param scores one an observation
     * @return empty when of no pair it is known who lived longer
     */
    public static Optional<Concordance> of(List<Observation> observations, double[] scores, Direction direction) {
        int size = observations.size();
        InvalidValueException.check(
                scores.length == size, "scores", scores.length + " scores", size + ", one an observation");
        double sign = direction == Direction.HIGHER_LIVES_SHORTER ? -1 : 1;
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer, Observation>comparing(observations::get, Observation.BY_TIME)
                        .thenComparing(row -> sign * scores[row]));
        double[] levels = Arrays.stream(scores)
                .map(score -> sign * score)
                .sorted()
                .distinct()
                .toArray();
        int[] level = new int[size];
        Observation[] sorted = new Observation[size];
        for (int i = 0; i < size; i++) {
            double score = sign * scores[order[i]];
            InvalidValueException.check(Double.isFinite(score), "score", score, "a finite number");
            level[i] = Arrays.binarySearch(levels, score);
            sorted[i] = observations.get(order[i]);
        }
        return new PairCounts(sorted, level, levels.length).result();
    }

    /** The pairs of each patient, counted by walking the times both ways past trees of the scores seen so far. */
    private static final class PairCounts {
        private final Observation[] sorted;
        private final int[] level;
        private final int levels;
        private final long[] concordant;
        private final long[] discordant;
        private final long[] tied;
        private long tiedTime;
        private long tiedBoth;

        private PairCounts(Observation[] sorted, int[] level, int levels) {
            this.sorted = sorted;
            this.level = level;
            this.levels = levels;
            this.concordant = new long[sorted.length];
            this.discordant = new long[sorted.length];
            this.tied = new long[sorted.length];
        }

        private Optional<Concordance> result() {
            countLonger();
            countShorter();
            long agree = Arrays.stream(concordant).sum() / 2;
            long disagree = Arrays.stream(discordant).sum() / 2;
            long same = Arrays.stream(tied).sum() / 2;
            double pairs = (double) agree + disagree + same;
            if (pairs == 0) {
                return Optional.empty();
            }
            double somers = (agree - disagree) / pairs;
            double variance = 0;
            for (int i = 0; i < sorted.length; i++) {
                double own = (double) concordant[i] + discordant[i] + tied[i];
                double influence = (concordant[i] - discordant[i]) / pairs - somers / pairs * own;
                variance += influence * influence;
            }
            return Optional.of(new Concordance(
                    (somers + 1) / 2, Math.sqrt(variance) / 2, agree, disagree, same, tiedTime, tiedBoth));
        }

        /** For each event, who outlived it: later times, and those censored at the same time. */
        private void countLonger() {
            LevelCounts seen = new LevelCounts(levels);
            int end = sorted.length;
            while (end > 0) {
                int begin = beginOfTime(end);
                int firstCensored = begin;
                while (firstCensored < end && sorted[firstCensored].event()) {
                    firstCensored++;
                }
                for (int i = firstCensored; i < end; i++) {
                    seen.add(level[i]);
                }
                for (int i = begin; i < firstCensored; i++) {
                    // The order is of scores that rise with survival, so those who outlive it should have higher ones.
                    add(i, seen.above(level[i]), seen.below(level[i]), seen.at(level[i]));
                }
                countTiedTimes(begin, firstCensored);
                for (int i = begin; i < firstCensored; i++) {
                    seen.add(level[i]);
                }
                end = begin;
            }
        }

        /** For each patient, whose events he outlived. */
        private void countShorter() {
            LevelCounts seen = new LevelCounts(levels);
            int begin = 0;
            while (begin < sorted.length) {
                int end = begin;
                while (end < sorted.length && sorted[end].time() == sorted[begin].time()) {
                    end++;
                }
                int firstCensored = begin;
                for (; firstCensored < end && sorted[firstCensored].event(); firstCensored++) {
                    add(
                            firstCensored,
                            seen.below(level[firstCensored]),
                            seen.above(level[firstCensored]),
                            seen.at(level[firstCensored]));
                }
                for (int i = begin; i < firstCensored; i++) {
                    seen.add(level[i]);
                }
                for (int i = firstCensored; i < end; i++) {
                    add(i, seen.below(level[i]), seen.above(level[i]), seen.at(level[i]));
                }
                begin = end;
            }
        }

        private void add(int i, long agree, long disagree, long same) {
            concordant[i] += agree;
            discordant[i] += disagree;
            tied[i] += same;
        }

        /** Within events of one time, which lie by level. */
        private void countTiedTimes(int begin, int end) {
            long all = end - (long) begin;
            long same = 0;
            int from = begin;
            while (from < end) {
                int to = from;
                while (to < end && level[to] == level[from]) {
                    to++;
                }
                same += (to - (long) from) * (to - (long) from - 1) / 2;
                from = to;
            }
            tiedBoth += same;
            tiedTime += all * (all - 1) / 2 - same;
        }

        private int beginOfTime(int end) {
            int begin = end;
            while (begin > 0 && sorted[begin - 1].time() == sorted[end - 1].time()) {
                begin--;
            }
            return begin;
        }
    }

    /** How often each level was seen, with sums over levels in logarithmic time (a Fenwick tree). */
    private static final class LevelCounts {
        private final long[] tree;
        private long total;

        private LevelCounts(int levels) {
            tree = new long[levels + 1];
        }

        private void add(int level) {
            total++;
            for (int i = level + 1; i < tree.length; i += i & -i) {
                tree[i]++;
            }
        }

        private long below(int level) {
            long sum = 0;
            for (int i = level; i > 0; i -= i & -i) {
                sum += tree[i];
            }
            return sum;
        }

        private long above(int level) {
            return total - below(level + 1);
        }

        private long at(int level) {
            return below(level + 1) - below(level);
        }
    }
}
