package org.marrow.core.survival;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well the categories of a scheme tell survival apart in a cohort. Tests, ratios, concordance and calibration are of the patients
 * whose category is established; the others have curves of their own and are counted. Does not depend on the order of the patients.
 *
 * @param followUp median by the reverse Kaplan-Meier estimate
 * @param categories of the patients with a category, in the order of the settings, else by name
 * @param open of those without: one group, or one a range
 * @param ranges how many of those without a category have which range, where it is known
 * @param notComputed parts that are missing here, and why
 */
public record CohortValidation(
        ValidationSettings settings,
        int patients,
        int events,
        SurvivalTime followUp,
        List<CategorySurvival> categories,
        List<CategorySurvival> open,
        Map<String, Integer> ranges,
        Optional<LogRank> logRank,
        Optional<ChiSquaredTest> trend,
        Optional<Concordance> concordance,
        Optional<HazardRatios> hazardRatios,
        Optional<Calibration> calibration,
        Map<ValidationPart, ValidationGap> notComputed) {
    /** The group of patients without a category. */
    public static final String NOT_ESTABLISHED = "not established";

    public CohortValidation {
        requireNonNull(settings, "settings");
        requireNonNull(followUp, "followUp");
        categories = List.copyOf(categories);
        open = List.copyOf(open);
        ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
        requireNonNull(logRank, "logRank");
        requireNonNull(trend, "trend");
        requireNonNull(concordance, "concordance");
        requireNonNull(hazardRatios, "hazardRatios");
        requireNonNull(calibration, "calibration");
        notComputed = Map.copyOf(notComputed);
    }

    /** Patients with a category. */
    public int established() {
        return categories.stream().mapToInt(CategorySurvival::patients).sum();
    }

    /** Evaluates a cohort of any size; where the settings have an order, every category must be in it. */
    public static CohortValidation of(List<CohortMember> members, ValidationSettings settings) {
        List<Observation> times =
                TimeTies.merge(members.stream().map(CohortMember::observation).toList());
        List<String> categories = categories(members, settings);
        List<List<Observation>> groups = new ArrayList<>();
        categories.forEach(one -> groups.add(new ArrayList<>()));
        Map<String, List<Observation>> open = new TreeMap<>(openOrder(settings));
        Map<String, Integer> ranges = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            CohortMember member = members.get(i);
            Observation observation = times.get(i);
            if (member.category().isPresent()) {
                groups.get(categories.indexOf(member.category().get())).add(observation);
            } else {
                String label = settings.splitOpen() ? member.range().orElse(NOT_ESTABLISHED) : NOT_ESTABLISHED;
                open.computeIfAbsent(label, one -> new ArrayList<>()).add(observation);
                member.range().ifPresent(range -> ranges.merge(range, 1, Integer::sum));
            }
        }
        List<CategorySurvival> curves = new ArrayList<>();
        for (int g = 0; g < categories.size(); g++) {
            curves.add(CategorySurvival.of(categories.get(g), groups.get(g), settings));
        }
        Comparison comparison = new Comparison(categories, groups, settings);
        return new CohortValidation(
                settings,
                members.size(),
                Observation.events(times),
                KaplanMeier.followUp(times, settings.intervalType(), settings.confidence())
                        .median(),
                curves,
                open.entrySet().stream()
                        .map(group -> CategorySurvival.of(group.getKey(), group.getValue(), settings))
                        .toList(),
                ranges,
                comparison.logRank,
                comparison.trend(),
                comparison.concordance(),
                comparison.hazardRatios(),
                comparison.calibration(),
                comparison.gaps);
    }

    /** Those of the settings, with patients or without, so that an empty one is seen to be empty. */
    private static List<String> categories(List<CohortMember> members, ValidationSettings settings) {
        if (!settings.order().isEmpty()) {
            return settings.order();
        }
        TreeSet<String> names = new TreeSet<>();
        members.forEach(member -> member.category().ifPresent(names::add));
        return List.copyOf(names);
    }

    /** Ranges in the order of their categories, what has no range last. */
    private static Comparator<String> openOrder(ValidationSettings settings) {
        List<String> places = new ArrayList<>();
        for (String best : settings.order()) {
            for (String worst : settings.order()) {
                places.add(best + " to " + worst);
            }
        }
        return Comparator.<String, Boolean>comparing(label -> label.equals(NOT_ESTABLISHED))
                .thenComparing(label -> places.contains(label) ? places.indexOf(label) : places.size())
                .thenComparing(Comparator.naturalOrder());
    }

    /** The parts that compare categories, each computed or with the reason why it is not. */
    private static final class Comparison {
        private final List<String> categories;
        private final List<List<Observation>> groups;
        private final ValidationSettings settings;
        private final Map<ValidationPart, ValidationGap> gaps = new EnumMap<>(ValidationPart.class);
        private final Optional<ValidationGap> nothing;
        private final boolean oneWithEvents;
        private final Optional<LogRank> logRank;

        private Comparison(List<String> categories, List<List<Observation>> groups, ValidationSettings settings) {
            this.categories = categories;
            this.groups = groups;
            this.settings = settings;
            long withPatients =
                    groups.stream().filter(group -> !group.isEmpty()).count();
            long withEvents = groups.stream()
                    .filter(group -> Observation.events(group) > 0)
                    .count();
            this.nothing = withPatients < 2
                    ? Optional.of(ValidationGap.ONE_CATEGORY)
                    : withEvents == 0 ? Optional.of(ValidationGap.NO_EVENT) : Optional.empty();
            this.oneWithEvents = withEvents < 2;
            this.logRank = logRank();
        }

        private <T> Optional<T> gap(ValidationPart part, ValidationGap reason) {
            gaps.put(part, reason);
            return Optional.empty();
        }

        private Optional<LogRank> logRank() {
            if (nothing.isPresent()) {
                return gap(ValidationPart.LOG_RANK, nothing.get());
            }
            LogRank compared = LogRank.compare(groups);
            return compared.test().isPresent()
                    ? Optional.of(compared)
                    : gap(ValidationPart.LOG_RANK, ValidationGap.NOT_COMPARABLE);
        }

        /** By the places in the order: 0, 1, 2 and so on. */
        private Optional<ChiSquaredTest> trend() {
            Optional<ValidationGap> reason = withoutOrder();
            if (reason.isPresent()) {
                return gap(ValidationPart.TREND, reason.get());
            }
            double[] scores = new double[groups.size()];
            Arrays.setAll(scores, g -> g);
            Optional<ChiSquaredTest> test = logRank.flatMap(compared -> compared.trend(scores));
            return test.isPresent() ? test : gap(ValidationPart.TREND, ValidationGap.NOT_COMPARABLE);
        }

        private Optional<Concordance> concordance() {
            Optional<ValidationGap> reason = withoutOrder();
            if (reason.isPresent()) {
                return gap(ValidationPart.CONCORDANCE, reason.get());
            }
            List<Observation> observations = new ArrayList<>();
            List<Integer> scores = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                observations.addAll(groups.get(g));
                scores.addAll(Collections.nCopies(groups.get(g).size(), g));
            }
            Optional<Concordance> found = Concordance.of(
                    observations,
                    scores.stream().mapToDouble(Integer::doubleValue).toArray(),
                    Concordance.Direction.HIGHER_LIVES_SHORTER);
            return found.isPresent() ? found : gap(ValidationPart.CONCORDANCE, ValidationGap.NOT_COMPARABLE);
        }

        private Optional<ValidationGap> withoutOrder() {
            return settings.order().isEmpty() ? Optional.of(ValidationGap.NO_ORDER) : nothing;
        }

        private Optional<HazardRatios> hazardRatios() {
            Optional<HazardRatios> found = HazardRatios.of(categories, groups, settings.confidence());
            if (found.isEmpty()) {
                ValidationGap reason = nothing.orElse(
                        oneWithEvents ? ValidationGap.ONE_CATEGORY_WITH_EVENTS : ValidationGap.NO_MAXIMUM);
                gaps.put(ValidationPart.PROPORTIONAL_HAZARDS, reason);
                return gap(ValidationPart.HAZARD_RATIOS, reason);
            }
            if (found.get().proportional().isEmpty()) {
                gaps.put(ValidationPart.PROPORTIONAL_HAZARDS, ValidationGap.NOT_COMPARABLE);
            }
            return found;
        }

        private Optional<Calibration> calibration() {
            if (nothing.isPresent()) {
                return gap(ValidationPart.CALIBRATION, nothing.get());
            }
            double horizon = settings.horizon();
            boolean followed = groups.stream().flatMap(List::stream).anyMatch(one -> one.time() >= horizon);
            if (!followed) {
                return gap(ValidationPart.CALIBRATION, ValidationGap.SHORT_FOLLOW_UP);
            }
            Optional<Calibration> found = Calibration.of(categories, groups, settings);
            return found.isPresent() ? found : gap(ValidationPart.CALIBRATION, ValidationGap.NO_MAXIMUM);
        }
    }
}
