package org.marrow.core.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Compares what {@code docs/validation/survival.R} printed with what Marrow computes, value by value. */
final class Agreement {
    /** Asked of every quantity, absolute for values up to 1 and relative above. */
    static final double ASKED = 1e-9;

    private final Map<String, TestCohort> cohorts;
    private final Map<String, Double> largest = new TreeMap<>();
    private final Map<String, Integer> compared = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    Agreement(List<TestCohort> cohorts) {
        this.cohorts = new HashMap<>();
        cohorts.forEach(one -> this.cohorts.put(one.name(), one));
    }

    void compare(List<String> oracle) {
        Map<String, Integer> points = new HashMap<>();
        for (String line : oracle) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t");
            String[] key = cells[1].split("/");
            TestCohort cohort = cohorts.get(cells[0]);
            OptionalDouble expected =
                    cells[2].equals("NA") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cells[2]));
            OptionalDouble actual = cohort.value(key);
            compare(line, nameOf(key), expected, actual);
            if (key[0].equals("km") && key[3].equals("time")) {
                points.merge(cells[0] + "\t" + key[1], 1, Integer::sum);
            }
        }
        points.forEach((where, count) -> {
            String[] parts = where.split("\t");
            assertThat(cohorts.get(parts[0]).curve(parts[1], IntervalType.LOG).points())
                    .as(where)
                    .hasSize(count);
        });
    }

    private void compare(String line, String name, OptionalDouble expected, OptionalDouble actual) {
        compared.merge(name, 1, Integer::sum);
        if (expected.isEmpty() || actual.isEmpty()) {
            if (expected.isPresent() || actual.isPresent()) {
                failures.add(line + ", Marrow: " + actual);
            }
            return;
        }
        double difference = Math.abs(actual.getAsDouble() - expected.getAsDouble());
        double scaled = difference / Math.max(1, Math.abs(expected.getAsDouble()));
        // R's own default convergence is coarser than what is asked; it is measured and not required.
        if (!name.startsWith("Cox, R's default") && !(scaled <= ASKED)) {
            failures.add(line + ", Marrow: " + actual);
        }
        largest.merge(name, difference, Math::max);
    }

    List<String> failures() {
        return failures;
    }

    int compared() {
        return compared.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The table of docs/validation/survival.md. */
    String table() {
        StringBuilder text = new StringBuilder("| quantity | values | largest absolute difference |\n|---|---|---|\n");
        compared.forEach((name, count) -> text.append(
                String.format(Locale.ROOT, "| %s | %d | %.1e |%n", name, count, largest.getOrDefault(name, 0.0))));
        return text.toString();
    }

    private static String nameOf(String[] key) {
        return switch (key[0]) {
            case "km" ->
                switch (key[3]) {
                    case "lower", "upper" -> "Kaplan-Meier " + key[2] + " interval";
                    case "time", "atRisk", "events", "censored" -> "Kaplan-Meier times and counts";
                    default -> "Kaplan-Meier " + key[3];
                };
            case "median" -> "median and its intervals";
            case "at" -> "survival at a time";
            case "rmst" -> "restricted mean " + key[3];
            case "followup" -> "median follow-up";
            case "logrank" -> "log-rank " + key[1];
            case "trend", "trend-exact" -> key[0].replace('-', ' ') + " " + key[1];
            case "cox" ->
                key[2].equals("default")
                        ? "Cox, R's default convergence, coefficient"
                        : key[2].startsWith("proportional") ? "proportional hazards " + key[2] : "Cox " + key[2];
            case "concordance" -> "concordance " + key[3];
            case "predicted", "predicted-x" -> "Cox predicted survival";
            case "left-out" -> "leave-one-out predicted survival";
            default -> throw new AssertionError("unknown quantity " + Arrays.toString(key));
        };
    }

    /** One cohort of the table, with everything that the oracle speaks of. */
    static final class TestCohort {
        private final String name;
        private final List<Observation> observations;
        private final List<String> groups;
        private final List<Integer> group = new ArrayList<>();
        private final double[] x;
        private final Map<String, Object> computed = new HashMap<>();

        /** @param rows of cohort, time, status, group, x */
        TestCohort(String name, List<String[]> rows) {
            this.name = name;
            this.observations = TimeTies.merge(rows.stream()
                    .map(row -> new Observation(Double.parseDouble(row[1]), row[2].equals("1")))
                    .toList());
            this.groups = rows.stream().map(row -> row[3]).distinct().sorted().toList();
            rows.forEach(row -> group.add(groups.indexOf(row[3])));
            this.x =
                    rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray();
        }

        /** Reads a table as the script writes it. */
        static List<TestCohort> read(List<String> lines) {
            Map<String, List<String[]>> byName = new TreeMap<>();
            lines.stream()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(row -> byName.computeIfAbsent(row[0], one -> new ArrayList<>())
                            .add(row));
            List<TestCohort> cohorts = new ArrayList<>();
            byName.forEach((name, rows) -> cohorts.add(new TestCohort(name, rows)));
            return cohorts;
        }

        String name() {
            return name;
        }

        SurvivalCurve curve(String label, IntervalType type) {
            return KaplanMeier.estimate(of(label), type, 0.95);
        }

        private List<Observation> of(String label) {
            if (label.equals("all")) {
                return observations;
            }
            int wanted = groups.indexOf(label);
            List<Observation> some = new ArrayList<>();
            for (int i = 0; i < observations.size(); i++) {
                if (group.get(i) == wanted) {
                    some.add(observations.get(i));
                }
            }
            return some;
        }

        OptionalDouble value(String[] key) {
            return switch (key[0]) {
                case "km" -> ofPoint(cached(curveKey(key), key).points().get(Integer.parseInt(key[4])), key[3]);
                case "median" -> ofTime(cached(curveKey(key), key).median(), key[3]);
                case "at" -> ofAt(curve(key[1], IntervalType.LOG).at(Double.parseDouble(key[2])), key[3]);
                case "rmst" -> {
                    RestrictedMean mean = curve(key[1], IntervalType.LOG)
                            .restrictedMean(Double.parseDouble(key[2]))
                            .orElseThrow();
                    yield OptionalDouble.of(key[3].equals("mean") ? mean.mean() : mean.standardError());
                }
                case "followup" ->
                    ofTime(
                            KaplanMeier.followUp(of(key[1]), IntervalType.LOG, 0.95)
                                    .median(),
                            key[2]);
                case "logrank" -> ofLogRank(key);
                case "trend", "trend-exact" -> {
                    double[] scores = new double[groups.size()];
                    Arrays.setAll(scores, i -> i);
                    yield ofTest(logRank().trend(scores), key[1]);
                }
                case "cox" -> ofCox(key);
                case "concordance" -> ofConcordance(key);
                case "predicted" -> predicted("group", dummies(groups.indexOf(key[1])), Double.parseDouble(key[2]));
                case "predicted-x" ->
                    predicted("x", new double[][] {{-1}, {0.5}, {2}}[Integer.parseInt(key[1])], medianTime());
                case "left-out" -> leftOut(groups.indexOf(key[1]), Double.parseDouble(key[2]));
                default -> throw new AssertionError("unknown quantity " + Arrays.toString(key));
            };
        }

        private static String curveKey(String[] key) {
            return key[1] + "/" + key[2];
        }

        private SurvivalCurve cached(String where, String[] key) {
            return (SurvivalCurve) computed.computeIfAbsent(where, one -> curve(key[1], typeOf(key[2])));
        }

        private static IntervalType typeOf(String name) {
            return IntervalType.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        private static OptionalDouble ofPoint(CurvePoint point, String what) {
            return switch (what) {
                case "time" -> OptionalDouble.of(point.time());
                case "atRisk" -> OptionalDouble.of(point.atRisk());
                case "events" -> OptionalDouble.of(point.events());
                case "censored" -> OptionalDouble.of(point.censored());
                case "survival" -> OptionalDouble.of(point.survival());
                case "standardError" -> point.standardError();
                case "lower" -> point.lower();
                case "upper" -> point.upper();
                default -> throw new AssertionError(what);
            };
        }

        private static OptionalDouble ofTime(SurvivalTime time, String what) {
            return switch (what) {
                case "estimate" -> time.estimate();
                case "lower" -> time.lower();
                case "upper" -> time.upper();
                default -> throw new AssertionError(what);
            };
        }

        private static OptionalDouble ofAt(Optional<SurvivalAt> found, String what) {
            SurvivalAt at = found.orElseThrow();
            return switch (what) {
                case "atRisk" -> OptionalDouble.of(at.atRisk());
                case "survival" -> OptionalDouble.of(at.survival());
                case "standardError" -> at.standardError();
                case "lower" -> at.lower();
                case "upper" -> at.upper();
                default -> throw new AssertionError(what);
            };
        }

        private LogRank logRank() {
            return (LogRank) computed.computeIfAbsent(
                    "logrank",
                    one -> LogRank.compare(groups.stream().map(this::of).toList()));
        }

        private OptionalDouble ofLogRank(String[] key) {
            LogRank compared = logRank();
            return switch (key[1]) {
                case "observed" ->
                    OptionalDouble.of(
                            compared.groups().get(groups.indexOf(key[2])).observed());
                case "expected" ->
                    OptionalDouble.of(
                            compared.groups().get(groups.indexOf(key[2])).expected());
                case "variance" ->
                    OptionalDouble.of(compared.variance().get(groups.indexOf(key[2]))[groups.indexOf(key[3])]);
                default -> ofTest(compared.test(), key[1]);
            };
        }

        private static OptionalDouble ofTest(Optional<ChiSquaredTest> test, String what) {
            return test.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            what.endsWith("p")
                                    ? test.get().pValue()
                                    : test.get().statistic());
        }

        private double[] dummies(int of) {
            double[] row = new double[groups.size() - 1];
            if (of > 0) {
                row[of - 1] = 1;
            }
            return row;
        }

        private CoxModel model(String what) {
            double[][] rows = new double[observations.size()][];
            for (int i = 0; i < rows.length; i++) {
                double[] row = what.equals("x") ? new double[1] : dummies(group.get(i));
                if (what.endsWith("x")) {
                    row = Arrays.copyOf(row, what.equals("x") ? 1 : row.length + 1);
                    row[row.length - 1] = x[i];
                }
                rows[i] = row;
            }
            return CoxModel.of(observations, rows);
        }

        private CoxModel cachedModel(String what) {
            return (CoxModel) computed.computeIfAbsent("model/" + what, one -> model(what));
        }

        private Optional<?> fit(String what) {
            CoxModel model = cachedModel(what);
            return (Optional<?>) computed.computeIfAbsent("fit/" + what, one -> model.fit());
        }

        private OptionalDouble ofCox(String[] key) {
            Optional<CoxFit> found = fit(key[1]).map(CoxFit.class::cast);
            if (key[2].equals("exists")) {
                return found.isPresent() ? OptionalDouble.of(1) : OptionalDouble.empty();
            }
            CoxFit fit = found.orElseThrow();
            return switch (key[2]) {
                case "coefficient", "default" -> OptionalDouble.of(fit.coefficients()[Integer.parseInt(key[3])]);
                case "covariance" ->
                    OptionalDouble.of(fit.covariance().get(Integer.parseInt(key[3]))[Integer.parseInt(key[4])]);
                case "nullLogLikelihood" -> OptionalDouble.of(fit.nullLogLikelihood());
                case "logLikelihood" -> OptionalDouble.of(fit.logLikelihood());
                case "likelihoodRatio", "likelihoodRatio.p" -> ofTest(Optional.of(fit.likelihoodRatio()), key[2]);
                case "wald", "wald.p" -> ofTest(Optional.of(fit.wald()), key[2]);
                case "score", "score.p" -> ofTest(Optional.of(fit.score()), key[2]);
                case "proportional", "proportional.p" ->
                    ofTest(cachedModel(key[1]).proportionalHazards(fit), key[2].equals("proportional") ? "" : "p");
                default -> throw new AssertionError(Arrays.toString(key));
            };
        }

        private OptionalDouble predicted(String what, double[] covariates, double time) {
            CoxFit fit = fit(what).map(CoxFit.class::cast).orElseThrow();
            return OptionalDouble.of(cachedModel(what).predictedSurvival(fit, covariates, time));
        }

        private double medianTime() {
            double[] times = observations.stream()
                    .mapToDouble(Observation::time)
                    .sorted()
                    .toArray();
            int middle = times.length / 2;
            return times.length % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
        }

        private OptionalDouble leftOut(int of, double time) {
            List<Observation> observed = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                observed.addAll(of(groups.get(g)));
            }
            List<List<Observation>> byGroup = groups.stream().map(this::of).toList();
            return CategoryPrediction.leaveOneOut(byGroup, time).map(means -> means[of]).stream()
                    .mapToDouble(Double::doubleValue)
                    .findFirst();
        }

        private OptionalDouble ofConcordance(String[] key) {
            double[] scores = key[1].equals("x")
                    ? x
                    : group.stream().mapToDouble(Integer::doubleValue).toArray();
            Concordance found = Concordance.of(
                            observations,
                            scores,
                            key[2].equals("shorter")
                                    ? Concordance.Direction.HIGHER_LIVES_SHORTER
                                    : Concordance.Direction.HIGHER_LIVES_LONGER)
                    .orElseThrow();
            return OptionalDouble.of(
                    switch (key[3]) {
                        case "index" -> found.index();
                        case "standardError" -> found.standardError();
                        case "concordant" -> found.concordant();
                        case "discordant" -> found.discordant();
                        case "tiedScore" -> found.tiedScore();
                        case "tiedTime" -> found.tiedTime();
                        case "tiedBoth" -> found.tiedBoth();
                        default -> throw new AssertionError(key[3]);
                    });
        }
    }
}
