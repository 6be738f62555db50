package org.marrow.variants.call.longlesion;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.TargetRegion;
import org.marrow.variants.call.TargetCoverage;

/**
 * Partial tandem duplication of KMT2A by the depth of the exons that it copies over that of exons which it does not.
 *
 * <p>How well each exon is captured differs between exons and is the panel's own, so that the ratio of one sample alone says nothing
 * of copies: only against normal samples over the same targets can the lesion be present. It is never absent, since in few cells it
 * does not move the ratio.
 *
 * @param state present or unknown
 * @param ratio mean depth of the duplicated over that of the unchanged exons, its interval from the spread between targets; empty
 *     when it cannot be assessed
 * @param normalised the ratio over the geometric mean of the controls, its interval that of one more control; empty without them
 * @param z standard deviations of the controls' log ratios that this one lies above their mean
 * @param targets that the ratio is of, the duplicated exons first
 * @param note what limits the result, one sentence or more
 */
public record Kmt2aPtd(
        TriState state,
        Optional<LogRatio> ratio,
        Optional<LogRatio> normalised,
        OptionalDouble z,
        List<TargetRegion> targets,
        String note) {
    private static final String GENE = "KMT2A";

    /** A duplication on one of two alleles adds half of the copies. */
    private static final double ONE_ALLELE_IN_EVERY_CELL = 1.5;

    public Kmt2aPtd {
        requireNonNull(ratio, "ratio");
        requireNonNull(normalised, "normalised");
        requireNonNull(z, "z");
        targets = List.copyOf(targets);
        InvalidValueException.check(state != TriState.ABSENT, "state", state, "PRESENT or UNKNOWN");
        InvalidValueException.check(
                state == TriState.UNKNOWN || normalised.isPresent(), "normalised", normalised, "a ratio over controls");
    }

    /**
     * Assesses one sample.
     *
     * @param coverage of all targets; those named as exons of KMT2A are taken, see {@link ExonName}
     * @param controls normal samples; may be empty
     */
    public static Kmt2aPtd assess(List<TargetCoverage> coverage, List<PtdControl> controls) {
        Group duplicated = new Group();
        Group unchanged = new Group();
        Map<TargetRegion, TargetCoverage> once = new LinkedHashMap<>();
        coverage.forEach(one -> once.putIfAbsent(one.target(), one));
        for (TargetCoverage one : once.values()) {
            int exon = exon(one.target());
            if (exon >= LesionDefaults.KMT2A_DUPLICATED_FROM_EXON && exon <= LesionDefaults.KMT2A_DUPLICATED_TO_EXON) {
                duplicated.add(one, exon);
            } else if (exon >= LesionDefaults.KMT2A_UNCHANGED_FROM_EXON) {
                unchanged.add(one, exon);
            }
        }
        List<TargetRegion> targets = new ArrayList<>(duplicated.targets);
        targets.addAll(unchanged.targets);
        Optional<String> lacking = lacking(duplicated, unchanged);
        if (lacking.isPresent()) {
            return new Kmt2aPtd(
                    TriState.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    targets,
                    "not assessable: " + lacking.get());
        }
        double log = Math.log(duplicated.mean() / unchanged.mean());
        double above = duplicated.variance();
        double below = unchanged.variance();
        // Welch and Satterthwaite: the two groups need not spread alike.
        double freedom = (above + below)
                * (above + below)
                / (above * above / (duplicated.size() - 1) + below * below / (unchanged.size() - 1));
        LogRatio ratio = LogRatio.of(log, above + below, freedom);
        String exons = "exons " + duplicated.exons() + " over " + unchanged.exons() + leftOut(duplicated, unchanged);
        double counting = duplicated.countingVariance() + unchanged.countingVariance();
        return against(controls, ratio, counting, targets, exons);
    }

    private static Kmt2aPtd against(
            List<PtdControl> controls, LogRatio ratio, double counting, List<TargetRegion> targets, String exons) {
        List<String> regions = targets.stream().map(TargetRegion::describe).toList();
        List<PtdControl> same = controls.stream()
                .filter(control -> control.targets().equals(regions))
                .toList();
        if (same.size() < LesionDefaults.MIN_CONTROLS) {
            String found = controls.isEmpty()
                    ? "no controls given"
                    : same.size() + " of " + controls.size() + " controls are over the same targets, expected at least "
                            + LesionDefaults.MIN_CONTROLS;
            return new Kmt2aPtd(
                    TriState.UNKNOWN,
                    Optional.of(ratio),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    targets,
                    exons + "; not normalised for capture: " + found);
        }
        double[] logs =
                same.stream().mapToDouble(control -> Math.log(control.ratio())).toArray();
        double mean = mean(logs);
        // A sample that is thinner than the controls wavers more than they do.
        double variance = Math.max(variance(logs, mean), counting);
        double distance = Math.log(ratio.value()) - mean;
        LogRatio normalised = LogRatio.of(distance, variance * (1 + 1.0 / logs.length), logs.length - 1.0);
        boolean present = normalised.low() > LesionDefaults.PRESENT_ABOVE_RATIO;
        String note = exons + "; against " + logs.length + " controls"
                + (same.size() < controls.size()
                        ? ", " + (controls.size() - same.size()) + " more are over other targets"
                        : "");
        // Some fusions of KMT2A come with the loss of its last exons, which raises the ratio just so.
        note += present
                ? "; a loss of the last exons gives the same ratio, and depth cannot tell the two apart"
                : "; a ratio does not exclude a duplication in few cells" + excluded(normalised.high());
        return new Kmt2aPtd(
                present ? TriState.PRESENT : TriState.UNKNOWN,
                Optional.of(ratio),
                Optional.of(normalised),
                OptionalDouble.of(distance / Math.sqrt(variance)),
                targets,
                note);
    }

    private static String excluded(double high) {
        if (high <= 1 || high >= ONE_ALLELE_IN_EVERY_CELL) {
            return "";
        }
        double cells = (high - 1) / (ONE_ALLELE_IN_EVERY_CELL - 1);
        return String.format(
                Locale.ROOT,
                ", the upper limit is that of one allele with all of these exons in %.0f %% of cells",
                100 * cells);
    }

    private static int exon(TargetRegion target) {
        return target.name()
                .flatMap(ExonName::of)
                .filter(name -> name.gene().equals(GENE))
                .map(ExonName::exon)
                .orElse(0);
    }

    private static Optional<String> lacking(Group duplicated, Group unchanged) {
        if (duplicated.size() >= LesionDefaults.MIN_TARGETS && unchanged.size() >= LesionDefaults.MIN_TARGETS) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%d targets named as KMT2A exons %d to %d and %d from exon %d, each with a mean depth of %.0f, expected at"
                        + " least %d of each%s",
                duplicated.size(),
                LesionDefaults.KMT2A_DUPLICATED_FROM_EXON,
                LesionDefaults.KMT2A_DUPLICATED_TO_EXON,
                unchanged.size(),
                LesionDefaults.KMT2A_UNCHANGED_FROM_EXON,
                LesionDefaults.MIN_TARGET_DEPTH,
                LesionDefaults.MIN_TARGETS,
                leftOut(duplicated, unchanged)));
    }

    private static String leftOut(Group duplicated, Group unchanged) {
        int thin = duplicated.thin + unchanged.thin;
        return thin == 0 ? "" : "; targets left out for their depth: " + thin;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    /** The targets of one side of the ratio. */
    private static final class Group {
        private final List<TargetRegion> targets = new ArrayList<>();
        private final List<Double> depths = new ArrayList<>();
        private final TreeSet<Integer> exons = new TreeSet<>();
        private int thin;

        void add(TargetCoverage one, int exon) {
            if (one.meanDepth() < LesionDefaults.MIN_TARGET_DEPTH) {
                thin++;
                return;
            }
            targets.add(one.target());
            depths.add(one.meanDepth());
            exons.add(exon);
        }

        int size() {
            return targets.size();
        }

        double mean() {
            return Kmt2aPtd.mean(values());
        }

        /** Of the logarithm of the mean depth: from the spread between targets, and no less than what counting brings. */
        double variance() {
            double mean = mean();
            return Math.max(Kmt2aPtd.variance(values(), mean) / (size() * mean * mean), countingVariance());
        }

        /**
         * Of the logarithm, by Poisson. The mean depth stands for the molecules of a target, of which a long one has more; so this
         * is at most too wide.
         */
        double countingVariance() {
            return 1 / (size() * mean());
        }

        String exons() {
            return String.join(",", exons.stream().map(String::valueOf).toList());
        }

        private double[] values() {
            return depths.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
