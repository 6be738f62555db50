package org.marrow.core.survival;

import java.util.Comparator;
import org.marrow.core.error.InvalidValueException;

/**
 * How long one patient was followed, and whether that ended with the event. Someone censored at the time of an event was still at
 * risk then.
 *
 * @param time from 0, finite, in whatever unit the whole cohort has
 * @param event whether the event, such as death, was seen; else the patient was censored
 */
public record Observation(double time, boolean event) {
    /** By time, events before those censored at the same time. */
    static final Comparator<Observation> BY_TIME =
            Comparator.comparingDouble(Observation::time).thenComparing(Observation::event, Comparator.reverseOrder());

    public Observation {
        InvalidValueException.check(time >= 0 && time < Double.POSITIVE_INFINITY, "time", time, "a finite time from 0");
    }

    static int events(Iterable<Observation> observations) {
        int events = 0;
        for (Observation one : observations) {
            events += one.event() ? 1 : 0;
        }
        return events;
    }
}
