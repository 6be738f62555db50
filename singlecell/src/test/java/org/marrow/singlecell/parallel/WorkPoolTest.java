package org.marrow.singlecell.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.InvalidValueException;

class WorkPoolTest {

    @ParameterizedTest
    @CsvSource({"1,0", "1,1", "1,1000", "2,0", "2,9", "2,10", "2,11", "8,1000", "8,3"})
    void everyIndexIsRunOnceInBlocksThatDependOnTheSizeAlone(int threads, int size) {
        AtomicIntegerArray visits = new AtomicIntegerArray(size);
        try (WorkPool pool = new WorkPool(threads)) {
            pool.forBlocks(size, 10, (from, to) -> {
                assertThat(from % 10).isZero();
                assertThat(to).isEqualTo(Math.min(size, from + 10));
                for (int i = from; i < to; i++) {
                    visits.incrementAndGet(i);
                }
            });
        }
        for (int i = 0; i < size; i++) {
            assertThat(visits.get(i)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void whatABlockThrowsReachesTheCaller(int threads) {
        try (WorkPool pool = new WorkPool(threads)) {
            assertThatThrownBy(() -> pool.forBlocks(100, 10, (from, to) -> {
                        if (from == 50) {
                            throw new InvalidValueException("block", from, "another");
                        }
                    }))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("block: expected another, found 50");
        }
    }

    @Test
    void aPoolNeedsAThread() {
        assertThatThrownBy(() -> new WorkPool(0)).isInstanceOf(InvalidValueException.class);
    }
}
