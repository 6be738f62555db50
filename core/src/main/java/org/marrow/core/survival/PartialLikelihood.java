package org.marrow.core.survival;

import java.util.Arrays;
import java.util.List;

/**
 * The log partial likelihood of proportional hazards with its first and negative second derivatives. Tied events are taken by
 * Efron's method: of d events at one time, the one numbered l from 0 is compared with those at risk less l/d of those who have
 * the event.
 *
 * @param logLikelihood at the coefficients
 * @param score first derivatives
 * @param information negative second derivatives
 */
record PartialLikelihood(double logLikelihood, double[] score, double[][] information) {

    /** Takes what one event adds. Arrays are lent: they hold other values at the next call. */
    @FunctionalInterface
    interface EventConsumer {
        /**
         * @param row of the event
         * @param residual its covariates less their mean over those at risk (Schoenfeld's residual)
         * @param variance of the covariates over those at risk
         */
        void accept(int row, double[] residual, double[][] variance);
    }

    /** Sums over those at risk at one time, and over those of them who have the event then. */
    private static final class RiskSet {
        private double weight;
        private final double[] sum;
        private final double[][] squares;

        private RiskSet(int size) {
            sum = new double[size];
            squares = new double[size][size];
        }

        private void add(double[] x, double risk) {
            weight += risk;
            for (int k = 0; k < x.length; k++) {
                sum[k] += risk * x[k];
                for (int l = 0; l <= k; l++) {
                    squares[k][l] += risk * x[k] * x[l];
                }
            }
        }

        private void clear() {
            weight = 0;
            for (int k = 0; k < sum.length; k++) {
                sum[k] = 0;
                Arrays.fill(squares[k], 0);
            }
        }
    }

    /**
     * @param observations by rising time, events first
     * @param covariates a row for each
     */
    static PartialLikelihood at(List<Observation> observations, double[][] covariates, double[] beta) {
        int size = beta.length;
        double[] score = new double[size];
        double[][] information = new double[size][size];
        double[] log = new double[1];
        walk(observations, covariates, beta, (row, logRisk, residual, variance) -> {
            log[0] += logRisk;
            for (int k = 0; k < size; k++) {
                score[k] += residual[k];
                for (int l = 0; l < size; l++) {
                    information[k][l] += variance[k][l];
                }
            }
        });
        return new PartialLikelihood(log[0], score, information);
    }

    static void forEachEvent(
            List<Observation> observations, double[][] covariates, double[] beta, EventConsumer consumer) {
        walk(
                observations,
                covariates,
                beta,
                (row, logRisk, residual, variance) -> consumer.accept(row, residual, variance));
    }

    /** The cumulative hazard, up to and with {@code time}, of somebody whose covariates are all 0. */
    static double cumulativeHazard(List<Observation> observations, double[][] covariates, double[] beta, double time) {
        double[] sum = new double[1];
        walk(observations, covariates, beta, (row, logRisk, residual, variance) -> {
            if (observations.get(row).time() <= time) {
                sum[0] += Math.exp(logRisk - product(covariates[row], beta));
            }
        });
        return sum[0];
    }

    @FunctionalInterface
    private interface Visitor {
        /** @param logRisk the log of the event's own risk over that of all at risk */
        void visit(int row, double logRisk, double[] residual, double[][] variance);
    }

    /** Goes from the last time to the first, so that the risk set only grows. */
    private static void walk(List<Observation> observations, double[][] covariates, double[] beta, Visitor visitor) {
        int size = beta.length;
        RiskSet atRisk = new RiskSet(size);
        RiskSet dying = new RiskSet(size);
        double[] residual = new double[size];
        double[] mean = new double[size];
        double[][] variance = new double[size][size];
        int end = observations.size();
        while (end > 0) {
            double time = observations.get(end - 1).time();
            int begin = end;
            int events = 0;
            dying.clear();
            while (begin > 0 && observations.get(begin - 1).time() == time) {
                begin--;
                double risk = Math.exp(product(covariates[begin], beta));
                atRisk.add(covariates[begin], risk);
                if (observations.get(begin).event()) {
                    events++;
                    dying.add(covariates[begin], risk);
                }
            }
            for (int l = 0; l < events; l++) {
                double gone = (double) l / events;
                double weight = atRisk.weight - gone * dying.weight;
                for (int k = 0; k < size; k++) {
                    mean[k] = (atRisk.sum[k] - gone * dying.sum[k]) / weight;
                    residual[k] = covariates[begin + l][k] - mean[k];
                    for (int m = 0; m <= k; m++) {
                        double square = (atRisk.squares[k][m] - gone * dying.squares[k][m]) / weight;
                        variance[k][m] = square - mean[k] * mean[m];
                        variance[m][k] = variance[k][m];
                    }
                }
                visitor.visit(begin + l, product(covariates[begin + l], beta) - Math.log(weight), residual, variance);
            }
            end = begin;
        }
    }

    private static double product(double[] x, double[] beta) {
        double sum = 0;
        for (int k = 0; k < beta.length; k++) {
            sum += x[k] * beta[k];
        }
        return sum;
    }
}
