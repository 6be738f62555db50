package org.marrow.core.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marrow.core.error.InvalidValueException;

/**
 * Cox's proportional hazards regression for few covariates, with Efron's treatment of tied events, R's default. Sources: Cox DR. J R
 * Stat Soc B 1972;34:187-220; Efron B. J Am Stat Assoc 1977;72:557-565; check of the assumption: Grambsch PM, Therneau TM. Biometrika
 * 1994;81:515-526, as the score test of R's {@code cox.zph} since survival 3.
 */
public final class CoxModel {
    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 30;

    /**
     * Newton has arrived when it moves no coefficient, per range of its covariate, by more. The error left is the square of this,
     * where R stops at a relative change of 1e-9 of the log likelihood, which can leave 1e-8.
     */
    private static final double ARRIVED = 1e-8;

    /** Near the maximum a step changes the log likelihood by less than its own rounding; relative. */
    private static final double ROUNDING = 1e-11;

    /** A hazard ratio of e^25 across the data is none: the likelihood rises for ever. */
    private static final double RUNAWAY = 25;

    private final List<Observation> observations;
    private final double[][] covariates;
    private final double[] centre;
    private final double[] range;

    /** Rows by rising time, events first, then by covariates, so that the order of the input has no say in rounding. */
    private CoxModel(List<Observation> observations, double[][] covariates) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < covariates.length; i++) {
            rows.add(i);
        }
        rows.sort(Comparator.<Integer, Observation>comparing(observations::get, Observation.BY_TIME)
                .thenComparing(row -> covariates[row], Arrays::compare));
        this.observations = rows.stream().map(observations::get).toList();
        int size = covariates.length == 0 ? 0 : covariates[0].length;
        this.centre = new double[size];
        this.range = new double[size];
        this.covariates = new double[covariates.length][size];
        for (int k = 0; k < size; k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row : rows) {
                double value = covariates[row][k];
                InvalidValueException.check(Double.isFinite(value), "covariate " + k, value, "a finite number");
                centre[k] += value / covariates.length;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            range[k] = high - low;
            for (int i = 0; i < this.covariates.length; i++) {
                this.covariates[i][k] = (covariates[rows.get(i)][k] - centre[k]) / range[k];
            }
        }
    }

    /**
     * Prepares a model.
     *
     * @param covariates a row for each observation, all of the same length
     */
    public static CoxModel of(List<Observation> observations, double[][] covariates) {
        InvalidValueException.check(
                covariates.length == observations.size(),
                "covariates",
                covariates.length + " rows",
                observations.size() + ", one an observation");
        for (double[] row : covariates) {
            InvalidValueException.check(
                    row.length == covariates[0].length && row.length > 0,
                    "covariates",
                    "a row of " + row.length,
                    "rows of one length, at least 1");
        }
        return new CoxModel(List.copyOf(observations), covariates);
    }

    /**
     * Finds the maximum of the partial likelihood; empty when it has none: no event, a covariate that is the same for all or that
     * the others determine, or groups so apart that a hazard ratio would be infinite.
     */
    public Optional<CoxFit> fit() {
        if (Observation.events(observations) == 0) {
            return Optional.empty();
        }
        for (double one : range) {
            if (!(one > 0)) {
                return Optional.empty();
            }
        }
        double[] beta = new double[range.length];
        PartialLikelihood start = PartialLikelihood.at(observations, covariates, beta);
        PartialLikelihood here = start;
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            Optional<PositiveMatrix> information = PositiveMatrix.factor(here.information());
            if (information.isEmpty()) {
                return Optional.empty();
            }
            double[] step = information.get().solve(here.score());
            boolean arrived = largest(step) <= ARRIVED;
            Optional<Place> next = climb(beta, step, here.logLikelihood());
            if (next.isEmpty() || largest(next.get().beta()) > RUNAWAY) {
                return Optional.empty();
            }
            beta = next.get().beta();
            here = next.get().likelihood();
            if (arrived) {
                return result(beta, start, here, iteration);
            }
        }
        return Optional.empty();
    }

    /** Takes the step, or half of it and so on, until the likelihood does not fall. */
    private Optional<Place> climb(double[] beta, double[] step, double from) {
        double least = from - ROUNDING * Math.abs(from);
        double share = 1;
        for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
            double[] moved = new double[beta.length];
            for (int k = 0; k < beta.length; k++) {
                moved[k] = beta[k] + share * step[k];
            }
            PartialLikelihood there = PartialLikelihood.at(observations, covariates, moved);
            if (there.logLikelihood() >= least) {
                return Optional.of(new Place(moved, there));
            }
            share /= 2;
        }
        return Optional.empty();
    }

    private Optional<CoxFit> result(double[] scaled, PartialLikelihood start, PartialLikelihood end, int iterations) {
        Optional<PositiveMatrix> information = PositiveMatrix.factor(end.information());
        Optional<PositiveMatrix> nullInformation = PositiveMatrix.factor(start.information());
        if (information.isEmpty() || nullInformation.isEmpty()) {
            return Optional.empty();
        }
        double[][] covariance = information.get().inverse();
        int size = scaled.length;
        double wald = 0;
        for (int k = 0; k < size; k++) {
            for (int l = 0; l < size; l++) {
                wald += scaled[k] * end.information()[k][l] * scaled[l];
                covariance[k][l] /= range[k] * range[l];
            }
        }
        double[] coefficients = new double[size];
        for (int k = 0; k < size; k++) {
            coefficients[k] = scaled[k] / range[k];
        }
        return Optional.of(new CoxFit(
                coefficients,
                List.of(covariance),
                start.logLikelihood(),
                end.logLikelihood(),
                ChiSquaredTest.of(Math.max(0, 2 * (end.logLikelihood() - start.logLikelihood())), size),
                ChiSquaredTest.of(Math.max(0, wald), size),
                ChiSquaredTest.of(nullInformation.get().quadraticForm(start.score()), size),
                iterations));
    }

    /**
     * Tests whether the hazard ratios stay the same over time, all covariates together; time is taken as one less the Kaplan-Meier
     * estimate of the whole cohort. Empty when the test cannot be computed, as with a single time of events.
     */
    public Optional<ChiSquaredTest> proportionalHazards(CoxFit fit) {
        int size = range.length;
        double[] centred = centredTimes();
        TimeWeighted sums = new TimeWeighted(size);
        PartialLikelihood.forEachEvent(
                observations,
                covariates,
                scaled(fit),
                (i, residual, variance) -> sums.add(centred[i], residual, variance));
        return PositiveMatrix.factor(sums.information)
                .map(matrix -> ChiSquaredTest.of(matrix.quadraticForm(sums.score), size));
    }

    /** One less the share that survives to just before each row's time, less the mean of that over the events. */
    private double[] centredTimes() {
        double[] times = new double[observations.size()];
        double sum = 0;
        int events = 0;
        double before = 1;
        int next = 0;
        for (CurvePoint point :
                KaplanMeier.estimate(observations, IntervalType.LOG, 0.95).points()) {
            for (int k = 0; k < point.events() + point.censored(); k++) {
                times[next++] = 1 - before;
            }
            sum += point.events() * (1 - before);
            events += point.events();
            before = point.survival();
        }
        for (int i = 0; i < times.length; i++) {
            times[i] -= sum / events;
        }
        return times;
    }

    /**
     * The survival that the model predicts at a time, with Efron's estimate of the cumulative hazard, as R's {@code survfit} of a
     * {@code coxph}.
     *
     * @param covariate values of one patient
     */
    public double predictedSurvival(CoxFit fit, double[] covariate, double time) {
        double[] scaled = scaled(fit);
        double log = 0;
        for (int k = 0; k < scaled.length; k++) {
            log += scaled[k] * (covariate[k] - centre[k]) / range[k];
        }
        double hazard = PartialLikelihood.cumulativeHazard(observations, covariates, scaled, time);
        return Math.exp(-hazard * Math.exp(log));
    }

    private double[] scaled(CoxFit fit) {
        double[] scaled = new double[range.length];
        for (int k = 0; k < range.length; k++) {
            scaled[k] = fit.coefficients()[k] * range[k];
        }
        return scaled;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private record Place(double[] beta, PartialLikelihood likelihood) {}

    /** Score and information of the model that lets each coefficient change with time, at no change. */
    private static final class TimeWeighted {
        private final double[] score;
        private final double[][] information;

        private TimeWeighted(int size) {
            score = new double[2 * size];
            information = new double[2 * size][2 * size];
        }

        private void add(double time, double[] residual, double[][] variance) {
            int size = residual.length;
            for (int k = 0; k < size; k++) {
                // The first half of the score is zero at the maximum, so that only rounding would be added.
                score[size + k] += time * residual[k];
                for (int l = 0; l < size; l++) {
                    double v = variance[k][l];
                    information[k][l] += v;
                    information[size + k][l] += time * v;
                    information[k][size + l] += time * v;
                    information[size + k][size + l] += time * time * v;
                }
            }
        }
    }
}
