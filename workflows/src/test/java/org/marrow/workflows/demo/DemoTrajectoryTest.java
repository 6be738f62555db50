package org.marrow.workflows.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DemoTrajectoryTest {

    @Test
    void theBurdenHalvesEveryHalvingTimeDownToItsFloor() {
        DemoTrajectory trajectory = new DemoTrajectory(0.8, 10, 1e-4, DemoTrajectory.NEVER, 1);
        assertThat(trajectory.burden(0)).isEqualTo(0.8);
        assertThat(trajectory.burden(10)).isCloseTo(0.4, within(1e-12));
        assertThat(trajectory.burden(1_000)).isEqualTo(1e-4);
    }

    @Test
    void aRelapseDoublesFromTheDayItBegins() {
        DemoTrajectory trajectory = new DemoTrajectory(0.8, 10, 1e-4, 200, 14);
        assertThat(trajectory.burden(200)).isEqualTo(1e-4);
        assertThat(trajectory.burden(214)).isCloseTo(2e-4, within(1e-12));
        assertThat(trajectory.burden(2_000)).isEqualTo(0.95);
    }
}
