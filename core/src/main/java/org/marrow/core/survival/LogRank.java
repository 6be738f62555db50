package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * The log-rank comparison of groups: what was seen in each, against what would be if all had the same hazard. Source: Mantel N.
 * Cancer Chemother Rep 1966;50:163-170, with the hypergeometric variance for ties, as R's {@code survdiff} with rho 0.
 *
 * @param groups in the order they were given
 * @param variance of observed less expected, a row a group
 * @param test of all groups being alike; empty when fewer than two could have had an event, or the variance is singular
 */
public record LogRank(List<Group> groups, List<double[]> variance, Optional<ChiSquaredTest> test) {

    /**
     * One group of the comparison.
     *
     * @param expected events if every group had the same hazard
     */
    public record Group(int patients, int observed, double expected) {}

    public LogRank {
        groups = List.copyOf(groups);
        variance = List.copyOf(variance);
        requireNonNull(test, "test");
    }

    /** Compares groups; a group without patients has nothing observed and nothing expected. */
    public static LogRank compare(List<List<Observation>> groups) {
        int size = groups.size();
        List<Member> members = new ArrayList<>();
        int[] atRisk = new int[size];
        for (int g = 0; g < size; g++) {
            atRisk[g] = groups.get(g).size();
            for (Observation one : groups.get(g)) {
                members.add(new Member(one, g));
            }
        }
        members.sort((one, other) -> Observation.BY_TIME.compare(one.observation(), other.observation()));
        double[] expected = new double[size];
        double[][] variance = new double[size][size];
        int next = 0;
        while (next < members.size()) {
            int all = members.size() - next;
            double time = members.get(next).observation().time();
            int events = 0;
            int[] leaving = new int[size];
            for (; next < members.size() && members.get(next).observation().time() == time; next++) {
                Member one = members.get(next);
                events += one.observation().event() ? 1 : 0;
                leaving[one.group()]++;
            }
            if (events > 0) {
                addTime(expected, variance, atRisk, all, events);
            }
            for (int g = 0; g < size; g++) {
                atRisk[g] -= leaving[g];
            }
        }
        List<Group> compared = new ArrayList<>();
        for (int g = 0; g < size; g++) {
            compared.add(new Group(groups.get(g).size(), Observation.events(groups.get(g)), expected[g]));
        }
        return new LogRank(compared, List.of(variance), test(compared, variance));
    }

    private static void addTime(double[] expected, double[][] variance, int[] atRisk, int all, int events) {
        // With one patient at risk there is nothing to choose from, hence no variance.
        double common = all > 1 ? (double) events * (all - events) / (all - 1.0) : 0;
        for (int g = 0; g < atRisk.length; g++) {
            double share = (double) atRisk[g] / all;
            expected[g] += events * share;
            for (int h = 0; h < atRisk.length; h++) {
                variance[g][h] += common * share * ((g == h ? 1 : 0) - (double) atRisk[h] / all);
            }
        }
    }

    /** The variances sum to zero over the groups, so that one group is left out; so are those that never could have an event. */
    private static Optional<ChiSquaredTest> test(List<Group> groups, double[][] variance) {
        List<Integer> compared = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).expected() > 0) {
                compared.add(g);
            }
        }
        if (compared.size() < 2) {
            return Optional.empty();
        }
        int size = compared.size() - 1;
        double[] excess = new double[size];
        double[][] part = new double[size][size];
        for (int i = 0; i < size; i++) {
            Group group = groups.get(compared.get(i + 1));
            excess[i] = group.observed() - group.expected();
            for (int j = 0; j < size; j++) {
                part[i][j] = variance[compared.get(i + 1)][compared.get(j + 1)];
            }
        }
        return PositiveMatrix.factor(part).map(matrix -> ChiSquaredTest.of(matrix.quadraticForm(excess), size));
    }

    /**
     * The test for a trend over ordered groups. Source: Tarone RE. Biometrika 1975;62:679-682.
     *
     * @param scores one a group, such as 0, 1, 2
     * @return empty when the scores of those who could have had an event are all the same
     */
    public Optional<ChiSquaredTest> trend(double[] scores) {
        InvalidValueException.check(
                scores.length == groups.size(), "scores", scores.length + " scores", groups.size() + ", one a group");
        double excess = 0;
        double spread = 0;
        double largest = 0;
        for (int g = 0; g < scores.length; g++) {
            excess += scores[g] * (groups.get(g).observed() - groups.get(g).expected());
            for (int h = 0; h < scores.length; h++) {
                double term = scores[g] * scores[h] * variance.get(g)[h];
                spread += term;
                largest = Math.max(largest, Math.abs(term));
            }
        }
        // Equal scores cancel to rounding, not to zero.
        boolean varies = spread > 1e-12 * largest;
        return varies ? Optional.of(ChiSquaredTest.of(excess * excess / spread, 1)) : Optional.empty();
    }

    private record Member(Observation observation, int group) {}
}
