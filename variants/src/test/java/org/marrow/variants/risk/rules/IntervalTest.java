package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    private static Interval of(String lowest, String highest) {
        return new Interval(new BigDecimal(lowest), new BigDecimal(highest));
    }

    private static void is(Interval interval, String lowest, String highest) {
        assertThat(interval.lowest()).isEqualByComparingTo(lowest);
        assertThat(interval.highest()).isEqualByComparingTo(highest);
    }

    @Test
    void arithmeticHasTheBoundsOfAllItsPairs() {
        is(of("1", "2").plus(of("-3", "5")), "-2", "7");
        is(of("1", "2").minus(of("-3", "5")), "-4", "5");
        is(of("-1", "2").times(of("-3", "5")), "-6", "10");
        is(of("-2", "-1").times(of("-3", "-2")), "2", "6");
        is(of("1", "2").dividedBy(of("4", "5")), "0.2", "0.5");
        is(of("-1", "2").dividedBy(of("-4", "-2")), "-1", "0.5");
        is(
                of("1", "1").dividedBy(of("3", "3")),
                "0.3333333333333333333333333333333333",
                "0.3333333333333333333333333333333333");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 0", "-1, 1"})
    void whatMayBeZeroDividesNothing(String lowest, String highest) {
        assertThatThrownBy(() -> of("1", "1").dividedBy(of(lowest, highest)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by a number that may be 0");
    }

    @Test
    void powersTurnAtZeroWhereTheyAreEven() {
        is(of("2", "3").power(new BigDecimal("3")), "8", "27");
        is(of("-2", "3").power(new BigDecimal("2")), "0", "9");
        is(of("-3", "-2").power(new BigDecimal("2.0")), "4", "9");
        is(of("-2", "3").power(new BigDecimal("3")), "-8", "27");
        is(of("0", "3").power(new BigDecimal("2")), "0", "9");
        is(of("-3", "0").power(new BigDecimal("2")), "0", "9");
        is(of("0", "2").power(BigDecimal.ZERO), "1", "1");
        is(of("4", "16").power(new BigDecimal("-0.5")), "0.25", "0.5");
        is(of("4", "16").power(new BigDecimal("0.5")), "2", "4");
        is(of("2", "4").power(new BigDecimal("-1")), "0.25", "0.5");
        for (String exponent : new String[] {"-0.5", "0.5", "-1"}) {
            assertThatThrownBy(() -> of("0", "1").power(new BigDecimal(exponent)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageStartingWith("power " + exponent + " of a number that may be 0 or negative");
        }
    }

    @Test
    void exponentialsGrow() {
        is(of("0", "0").exponential(), "1", "1");
        assertThat(of("-1", "1").exponential().lowest().doubleValue()).isEqualTo(StrictMath.exp(-1));
        assertThat(of("-1", "1").exponential().highest().doubleValue()).isEqualTo(StrictMath.exp(1));
        assertThatThrownBy(() -> of("0", "1000").exponential()).hasMessage("a number that is too large");
    }

    @Test
    void aPointIsAnIntervalOfOneNumber() {
        assertThat(of("1", "1.0").isPoint()).isTrue();
        assertThat(of("1", "1.1").isPoint()).isFalse();
        assertThatThrownBy(() -> of("2", "1")).hasMessageContaining("the lower number first");
    }
}
