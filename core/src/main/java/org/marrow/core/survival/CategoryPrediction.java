package org.marrow.core.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Cox model of the category alone predicts, each patient by a model that was fitted without him. Categories of a scheme
 * carry no survival probability of their own, so that this is the nearest thing to a prediction that a cohort can be held to.
 */
final class CategoryPrediction {
    private CategoryPrediction() {}

    /**
     * The mean predicted survival of each group at a time, each patient left out in turn; NaN for a group without patients. Empty
     * when one of the models has no maximum.
     */
    static Optional<double[]> leaveOneOut(List<List<Observation>> groups, double time) {
        int patients = groups.stream().mapToInt(List::size).sum();
        return crossValidated(groups, time, patients);
    }

    /**
     * As {@link #leaveOneOut}, a fold left out at a time. Folds take turns through the patients by group, time and event, so that
     * they are alike and do not depend on the order of a table.
     *
     * @param folds from 2; as many as there are patients leave out one at a time
     */
    static Optional<double[]> crossValidated(List<List<Observation>> groups, double time, int folds) {
        List<Patient> patients = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            int group = g;
            groups.get(g).stream().sorted(Observation.BY_TIME).forEach(one -> patients.add(new Patient(group, one)));
        }
        double[] sums = new double[groups.size()];
        // Patients who are alike are left out alike.
        Map<Patient, Optional<double[]>> leftOutAlone = new HashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            Optional<double[]> predicted = folds >= patients.size()
                    ? leftOutAlone.computeIfAbsent(
                            patients.get(fold), one -> predict(patients, groups.size(), left, folds, time))
                    : predict(patients, groups.size(), left, folds, time);
            if (predicted.isEmpty()) {
                return Optional.empty();
            }
            for (int i = fold; i < patients.size(); i += folds) {
                int group = patients.get(i).group();
                sums[group] += predicted.get()[group];
            }
        }
        for (int g = 0; g < sums.length; g++) {
            sums[g] /= groups.get(g).size();
        }
        return Optional.of(sums);
    }

    /** Survival by group as those outside the fold predict it. */
    private static Optional<double[]> predict(List<Patient> patients, int groups, int fold, int folds, double time) {
        List<Patient> training = new ArrayList<>();
        boolean[] hasEvents = new boolean[groups];
        for (int i = 0; i < patients.size(); i++) {
            if (i % folds != fold) {
                Patient one = patients.get(i);
                training.add(one);
                hasEvents[one.group()] |= one.observation().event();
            }
        }
        // The best hazard ratio of a group without events is 0: it predicts that all survive and says nothing of the
        // others.
        List<Integer> modelled = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            if (hasEvents[g]) {
                modelled.add(g);
            }
        }
        training.removeIf(one -> !hasEvents[one.group()]);
        double[] survival = new double[groups];
        Arrays.fill(survival, 1);
        if (modelled.size() == 1) {
            survival[modelled.getFirst()] = Math.exp(-cumulativeHazard(training, time));
        } else if (modelled.size() > 1) {
            CoxModel model = CoxModel.of(
                    training.stream().map(Patient::observation).toList(),
                    training.stream().map(one -> dummies(modelled, one.group())).toArray(double[][]::new));
            Optional<CoxFit> fit = model.fit();
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            for (int g : modelled) {
                survival[g] = model.predictedSurvival(fit.get(), dummies(modelled, g), time);
            }
        }
        return Optional.of(survival);
    }

    private static double cumulativeHazard(List<Patient> training, double time) {
        List<Observation> sorted = training.stream()
                .map(Patient::observation)
                .sorted(Observation.BY_TIME)
                .toList();
        return PartialLikelihood.cumulativeHazard(sorted, new double[sorted.size()][0], new double[0], time);
    }

    /** One covariate for each group but the first. */
    static double[] dummies(List<Integer> groups, int group) {
        double[] row = new double[groups.size() - 1];
        int place = groups.indexOf(group);
        if (place > 0) {
            row[place - 1] = 1;
        }
        return row;
    }

    private record Patient(int group, Observation observation) {}
}
