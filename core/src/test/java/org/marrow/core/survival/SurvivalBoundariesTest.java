package org.marrow.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;

/** Where estimates begin and end to exist; numbers by hand, and of R in {@link RAgreementTest}. */
class SurvivalBoundariesTest {
    @Test
    void aTimeIsFiniteAndFromZero() {
        assertThat(new Observation(0, true).time()).isZero();
        for (double time : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> new Observation(time, true)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void someoneCensoredAtTheTimeOfADeathWasStillAtRisk() {
        SurvivalCurve curve = curve(dead(5), alive(5));
        assertThat(curve.points()).singleElement().satisfies(point -> {
            assertThat(point.atRisk()).isEqualTo(2);
            assertThat(point.survival()).isEqualTo(0.5);
        });
    }

    @Test
    void nothingIsKnownAfterAnEndByCensoringAndAllAfterAnEndByDeath() {
        SurvivalCurve open = curve(dead(2), alive(5));
        assertThat(open.at(5)).isPresent();
        assertThat(open.at(Math.nextUp(5.0))).isEmpty();
        assertThat(open.restrictedMean(5)).isPresent();
        assertThat(open.restrictedMean(Math.nextUp(5.0))).isEmpty();
        SurvivalCurve closed = curve(dead(2), dead(5));
        assertThat(closed.at(6).orElseThrow().survival()).isZero();
        assertThat(closed.at(6).orElseThrow().standardError()).isEmpty();
        assertThat(closed.restrictedMean(6).orElseThrow().mean()).isEqualTo(3.5);
    }

    @Test
    void theCurveStepsAtTheTimeItself() {
        SurvivalCurve curve = curve(dead(2), alive(5));
        assertThat(curve.at(Math.nextDown(2.0)).orElseThrow().survival()).isEqualTo(1);
        assertThat(curve.at(2).orElseThrow().survival()).isEqualTo(0.5);
        assertThat(curve.atRisk(2)).isEqualTo(2);
        assertThat(curve.atRisk(Math.nextUp(2.0))).isEqualTo(1);
        assertThat(curve.atRisk(6)).isZero();
    }

    @Test
    void aGroupWithoutPatientsHasNoCurveAndNoMedian() {
        SurvivalCurve curve = curve();
        assertThat(curve.points()).isEmpty();
        assertThat(curve.patients()).isZero();
        assertThat(curve.at(0)).isEmpty();
        assertThat(curve.median().estimate()).isEmpty();
    }

    @Test
    void medianIsNotReachedWhenTheCurveStaysAboveOneHalf() {
        assertThat(curve(dead(1), alive(2), alive(3)).median().estimate()).isEmpty();
        assertThat(curve(dead(1), dead(2), alive(3)).median().estimate()).hasValue(2);
    }

    @Test
    void timesThatDifferByRoundingAreOneTimeAndOthersStayTwo() {
        List<Observation> near = TimeTies.merge(List.of(dead(0.1 + 0.2), dead(0.3)));
        assertThat(near.get(0).time()).isEqualTo(near.get(1).time()).isEqualTo(0.3);
        List<Observation> apart = List.of(dead(0.3), dead(0.3 + 4 * TimeTies.TOLERANCE));
        assertThat(TimeTies.merge(apart)).isEqualTo(apart);
    }

    @Test
    void oneGroupOrNoEventGivesNoTest() {
        assertThat(LogRank.compare(List.of(List.of(dead(1), dead(2)))).test()).isEmpty();
        assertThat(LogRank.compare(List.of(List.of(alive(1)), List.of(alive(2))))
                        .test())
                .isEmpty();
        LogRank withEmpty = LogRank.compare(List.of(List.of(dead(1), alive(3)), List.of(), List.of(dead(2), dead(4))));
        assertThat(withEmpty.test().orElseThrow().degreesOfFreedom()).isEqualTo(1);
        assertThat(withEmpty.trend(new double[] {1, 1, 1})).isEmpty();
    }

    @Test
    void aModelWithoutAMaximumIsNone() {
        double[][] group = {{0}, {0}, {1}, {1}};
        // All deaths of one group come while the other one, which nobody leaves by death, is still at risk.
        assertThat(CoxModel.of(List.of(dead(1), dead(2), alive(5), alive(6)), group)
                        .fit())
                .isEmpty();
        assertThat(CoxModel.of(List.of(alive(1), alive(2), alive(5), alive(6)), group)
                        .fit())
                .isEmpty();
        assertThat(CoxModel.of(List.of(dead(1), dead(2), dead(5), dead(6)), new double[][] {{1}, {1}, {1}, {1}})
                        .fit())
                .isEmpty();
        double[][] twice = {{0, 0}, {1, 1}, {0, 0}, {1, 1}};
        assertThat(CoxModel.of(List.of(dead(1), dead(2), dead(5), dead(6)), twice)
                        .fit())
                .isEmpty();
    }

    @Test
    void concordanceIsOneHalfForEqualScoresAndOneForTheRightOrder() {
        List<Observation> times = List.of(dead(1), dead(2), alive(3));
        assertThat(index(times, 7, 7, 7)).isEqualTo(0.5);
        assertThat(index(times, 3, 2, 1)).isEqualTo(1);
        assertThat(index(times, 1, 2, 3)).isZero();
        assertThat(Concordance.of(
                        List.of(alive(1), alive(2)), new double[] {1, 2}, Concordance.Direction.HIGHER_LIVES_SHORTER))
                .isEmpty();
    }

    @Test
    void theOrderOfPatientsChangesNoDigit() {
        Random random = new Random(20261124);
        List<CohortMember> members = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Optional<String> category = i % 10 == 0
                    ? Optional.empty()
                    : Optional.of(List.of("good", "fair", "bad").get(i % 3));
            members.add(new CohortMember(
                    "P" + i,
                    new Observation(random.nextInt(40) / 10.0, random.nextInt(3) > 0),
                    category,
                    category.isPresent() ? Optional.empty() : Optional.of("good to bad")));
        }
        CohortValidation first = CohortValidation.of(members, settings(List.of("good", "fair", "bad"), 2));
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(members, random);
            CohortValidation other = CohortValidation.of(members, settings(List.of("good", "fair", "bad"), 2));
            // Arrays within records compare by identity, so that they are compared by their digits.
            assertThat(other).usingRecursiveComparison().isEqualTo(first);
        }
        assertThat(first.notComputed()).isEmpty();
        assertThat(first.open()).singleElement().satisfies(open -> {
            assertThat(open.label()).isEqualTo(CohortValidation.NOT_ESTABLISHED);
            assertThat(open.patients()).isEqualTo(12);
        });
        assertThat(first.ranges()).containsExactly(Map.entry("good to bad", 12));
        assertThat(first.established()).isEqualTo(108);
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        assertThat(CohortValidation.of(List.of(member("a", "good", dead(1))), settings(List.of("good", "bad"), 1))
                        .notComputed())
                .containsEntry(ValidationPart.LOG_RANK, ValidationGap.ONE_CATEGORY)
                .containsEntry(ValidationPart.CALIBRATION, ValidationGap.ONE_CATEGORY)
                .containsEntry(ValidationPart.CONCORDANCE, ValidationGap.ONE_CATEGORY);
        List<CohortMember> alive = List.of(member("a", "good", alive(1)), member("b", "bad", alive(1)));
        assertThat(CohortValidation.of(alive, settings(List.of("good", "bad"), 1))
                        .notComputed())
                .containsEntry(ValidationPart.HAZARD_RATIOS, ValidationGap.NO_EVENT);
        List<CohortMember> some = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            some.add(member("P" + i, i % 2 == 0 ? "good" : "bad", dead((i * 5 % 12 + 1) / 4.0)));
        }
        assertThat(CohortValidation.of(some, settings(List.of(), 1)).notComputed())
                .containsEntry(ValidationPart.TREND, ValidationGap.NO_ORDER)
                .containsEntry(ValidationPart.CONCORDANCE, ValidationGap.NO_ORDER)
                .doesNotContainKey(ValidationPart.LOG_RANK);
        assertThat(CohortValidation.of(some, settings(List.of("good", "bad"), 3))
                        .notComputed())
                .doesNotContainKey(ValidationPart.CALIBRATION);
        assertThat(CohortValidation.of(some, settings(List.of("good", "bad"), 3.01))
                        .notComputed())
                .containsEntry(ValidationPart.CALIBRATION, ValidationGap.SHORT_FOLLOW_UP);
    }

    @Test
    void aCategoryWithoutDeathsHasNoRatioAndTheReferenceIsTheFirstThatHas() {
        List<CohortMember> members = List.of(
                member("a", "none", alive(9)),
                member("b", "good", dead(1)),
                member("c", "good", dead(3)),
                member("d", "bad", dead(2)),
                member("e", "bad", dead(2.5)));
        HazardRatios ratios = CohortValidation.of(members, settings(List.of("none", "good", "bad"), 1))
                .hazardRatios()
                .orElseThrow();
        assertThat(ratios.reference()).isEqualTo("good");
        assertThat(ratios.ratios()).extracting(HazardRatios.Ratio::category).containsExactly("none", "good", "bad");
        assertThat(ratios.ratios().getFirst().ratio()).isEmpty();
        assertThat(ratios.ratios().get(1).ratio()).hasValue(1);
    }

    @Test
    void rangesAreOneGroupOrOneEach() {
        List<CohortMember> members = List.of(
                new CohortMember("a", dead(1), Optional.empty(), Optional.of("good to bad")),
                new CohortMember("b", dead(2), Optional.empty(), Optional.of("fair to bad")),
                new CohortMember("c", dead(2), Optional.empty(), Optional.empty()));
        List<String> order = List.of("good", "fair", "bad");
        assertThat(CohortValidation.of(members, settings(order, 1)).open()).hasSize(1);
        ValidationSettings split = new ValidationSettings(FollowUpUnit.YEARS, order, IntervalType.LOG, 0.95, 1, true);
        assertThat(CohortValidation.of(members, split).open())
                .extracting(CategorySurvival::label)
                .containsExactly("good to bad", "fair to bad", "not established");
    }

    @Test
    void calibrationLeavesOneOutUpToItsLimitAndFoldsAbove() {
        for (int patients :
                new int[] {ValidationDefaults.LEAVE_ONE_OUT_PATIENTS, ValidationDefaults.LEAVE_ONE_OUT_PATIENTS + 1}) {
            List<CohortMember> members = new ArrayList<>();
            for (int i = 0; i < patients; i++) {
                members.add(
                        member("P" + i, i % 2 == 0 ? "good" : "bad", new Observation((i * 7 + i % 2) % 20, i % 3 > 0)));
            }
            Calibration calibration = CohortValidation.of(members, settings(List.of("good", "bad"), 5))
                    .calibration()
                    .orElseThrow();
            assertThat(calibration.method())
                    .isEqualTo(
                            patients > ValidationDefaults.LEAVE_ONE_OUT_PATIENTS
                                    ? Calibration.Method.TENFOLD
                                    : Calibration.Method.LEAVE_ONE_OUT);
            assertThat(calibration.meanDifference().orElseThrow()).isLessThan(0.1);
        }
    }

    @Test
    void theDefaultsAreThese() {
        assertThat(ValidationDefaults.CONFIDENCE).isEqualTo(0.95);
        assertThat(ValidationDefaults.FOLDS).isEqualTo(10);
        assertThat(ValidationDefaults.HORIZON_YEARS).isEqualTo(2);
        assertThat(ValidationDefaults.INTERVAL_TYPE).isEqualTo(IntervalType.LOG);
        assertThat(ValidationDefaults.LEAVE_ONE_OUT_PATIENTS).isEqualTo(1000);
        assertThat(ValidationDefaults.YEARS).containsExactly(1, 2, 5);
    }

    private static double index(List<Observation> times, double... scores) {
        return Concordance.of(times, scores, Concordance.Direction.HIGHER_LIVES_SHORTER)
                .orElseThrow()
                .index();
    }

    private static ValidationSettings settings(List<String> order, double horizonYears) {
        return new ValidationSettings(FollowUpUnit.YEARS, order, IntervalType.LOG, 0.95, horizonYears, false);
    }

    private static CohortMember member(String id, String category, Observation observation) {
        return new CohortMember(id, observation, Optional.of(category), Optional.empty());
    }

    private static SurvivalCurve curve(Observation... observations) {
        return KaplanMeier.estimate(List.of(observations), IntervalType.LOG, 0.95);
    }

    private static Observation dead(double time) {
        return new Observation(time, true);
    }

    private static Observation alive(double time) {
        return new Observation(time, false);
    }
}
