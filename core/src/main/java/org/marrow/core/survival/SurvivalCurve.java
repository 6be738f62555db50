package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.marrow.core.error.InvalidValueException;

/**
 * A Kaplan-Meier curve. It is 1 from time 0 to the first point and constant between points, and nothing is known of it after the
 * last point unless it is 0 there.
 *
 * @param confidence such as 0.95
 * @param points by rising time; none for a group without patients
 */
public record SurvivalCurve(IntervalType intervalType, double confidence, List<CurvePoint> points) {
    /** How near to a share of patients a curve counts as being there. Source: R survival, {@code survmean}. */
    private static final double SHARE_TOLERANCE = Math.sqrt(Math.ulp(1.0));

    public SurvivalCurve {
        requireNonNull(intervalType, "intervalType");
        InvalidValueException.check(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
        points = List.copyOf(points);
    }

    public int patients() {
        return points.isEmpty() ? 0 : points.getFirst().atRisk();
    }

    public int events() {
        return points.stream().mapToInt(CurvePoint::events).sum();
    }

    /** End of follow-up, 0 for a group without patients. */
    public double lastTime() {
        return points.isEmpty() ? 0 : points.getLast().time();
    }

    /** Median survival. Where the curve is level at exactly one half it is the middle of that level, as R has it. */
    public SurvivalTime median() {
        return new SurvivalTime(
                firstAtHalf(point -> OptionalDouble.of(point.survival())),
                firstAtHalf(CurvePoint::lower),
                firstAtHalf(CurvePoint::upper));
    }

    private OptionalDouble firstAtHalf(Function<CurvePoint, OptionalDouble> height) {
        double half = 0.5;
        double from = Double.NaN;
        double level = Double.NaN;
        for (CurvePoint point : points) {
            OptionalDouble here = height.apply(point);
            if (here.isEmpty()) {
                continue;
            }
            double value = here.getAsDouble();
            if (!Double.isNaN(from)) {
                if (value < level) {
                    return OptionalDouble.of((from + point.time()) / 2);
                }
            } else if (value < half + SHARE_TOLERANCE) {
                from = point.time();
                level = value;
                if (Math.abs(value - half) >= SHARE_TOLERANCE) {
                    return OptionalDouble.of(from);
                }
            }
        }
        return Double.isNaN(from) ? OptionalDouble.empty() : OptionalDouble.of(from);
    }

    /** The curve at a time; empty when follow-up ended before, unless nobody was left alive then. */
    public Optional<SurvivalAt> at(double time) {
        InvalidValueException.check(time >= 0, "time", time, "a time from 0");
        boolean ended =
                points.isEmpty() || (time > lastTime() && points.getLast().survival() > 0);
        if (ended) {
            return Optional.empty();
        }
        CurvePoint last = null;
        int atRisk = 0;
        for (CurvePoint point : points) {
            if (point.time() >= time) {
                atRisk = point.atRisk();
            }
            if (point.time() > time) {
                break;
            }
            last = point;
            if (point.time() == time) {
                break;
            }
        }
        if (last == null) {
            OptionalDouble one = OptionalDouble.of(1);
            return Optional.of(new SurvivalAt(time, atRisk, 1, OptionalDouble.of(0), one, one));
        }
        return Optional.of(
                new SurvivalAt(time, atRisk, last.survival(), last.standardError(), last.lower(), last.upper()));
    }

    /** Patients followed at least until {@code time}, also after the end of follow-up. */
    public int atRisk(double time) {
        for (CurvePoint point : points) {
            if (point.time() >= time) {
                return point.atRisk();
            }
        }
        return 0;
    }

    /** Mean survival within a period from 0; empty when follow-up ended before, unless nobody was left alive then. */
    public Optional<RestrictedMean> restrictedMean(double until) {
        if (at(until).isEmpty()) {
            return Optional.empty();
        }
        List<CurvePoint> within =
                points.stream().filter(point -> point.time() <= until).toList();
        double areaAfter = 0;
        double variance = 0;
        double end = until;
        for (CurvePoint point : within.reversed()) {
            areaAfter += (end - point.time()) * point.survival();
            end = point.time();
            double left = (double) point.atRisk() - point.events();
            if (left > 0) {
                variance += areaAfter * areaAfter * point.events() / (point.atRisk() * left);
            }
        }
        return Optional.of(new RestrictedMean(until, areaAfter + end, Math.sqrt(variance)));
    }
}
