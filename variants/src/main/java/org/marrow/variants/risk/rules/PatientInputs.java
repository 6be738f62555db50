package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.TriState;
import org.marrow.variants.lesion.LesionFinding;
import org.marrow.variants.risk.ipssr.IpssrCytogenetics;
import org.marrow.variants.risk.ipssr.IpssrGroup;
import org.marrow.variants.risk.scheme.InputFlag;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NumberFinding;
import org.marrow.variants.risk.scheme.NumberRange;
import org.marrow.variants.risk.scheme.PatientFindings;

/** What one patient's findings say of the variables of a rule set, and what of them is missing. */
final class PatientInputs {
    private static final String CYTO_IPSSR = "CYTO_IPSSR";

    /** What tells the kind of a plain number; it is not written after it. */
    private static final Set<String> WITHOUT_UNIT = Set.of("fraction", "ratio", "log2");

    private final RuleSet set;
    private final PatientFindings patient;
    private final Map<RuleVariable, NumberFinding> numbers = new LinkedHashMap<>();
    private final Map<RuleVariable, String> choices = new LinkedHashMap<>();
    private final Map<RuleVariable, String> choiceSources = new LinkedHashMap<>();
    private final List<RiskFlag> flags = new ArrayList<>();
    private RuleState state;

    /**
     * @param chosen options that are on
     * @throws InvalidValueException for a value that cannot be, or that another contradicts
     */
    PatientInputs(RuleSet set, PatientFindings patient, Set<String> chosen) {
        this.set = set;
        this.patient = patient;
        this.state = RuleState.unknown(set.variables());
        for (RuleSet.Choice option : set.options()) {
            boolean on = chosen.contains(option.variable().name());
            learn(option.variable(), on ? RuleVariable.PRESENT : RuleVariable.ABSENT);
        }
        learnLesions(TriState.PRESENT);
        learnLesions(TriState.ABSENT);
        for (RuleVariable variable : set.variables().all()) {
            if (variable.input().isPresent() && variable.isNumber()) {
                learnNumber(variable);
            } else if (variable.isChoice()) {
                learnChoice(variable);
            }
        }
        for (RuleVariable variable : set.variables().all()) {
            variable.quantity().ifPresent(formula -> {
                Interval value = formula.value(name -> bounds(set.variables().require(name)));
                learn(variable, variable.between(value.lowest(), value.highest()));
            });
        }
    }

    RuleState state() {
        return state;
    }

    List<RiskFlag> flags() {
        return flags;
    }

    private boolean learn(RuleVariable variable, long cells) {
        Optional<RuleState> narrowed = state.narrowed(variable, cells);
        narrowed.ifPresent(known -> state = known);
        return narrowed.isPresent();
    }

    private Optional<LesionFinding> finding(RuleVariable lesion) {
        return patient.lesions().deciding(lesion.name());
    }

    private void learnLesions(TriState which) {
        for (RuleVariable variable : set.variables().all()) {
            Optional<LesionFinding> finding = variable.isLesion() ? finding(variable) : Optional.empty();
            if (finding.filter(found -> found.state() == which).isPresent()) {
                boolean agrees =
                        learn(variable, which == TriState.PRESENT ? RuleVariable.PRESENT : RuleVariable.ABSENT);
                if (!agrees) {
                    // A finding that shows a lesion is believed before one that missed it.
                    flags.add(InputFlag.INPUTS_DISAGREE.flag(variable + ": absent by "
                            + finding.get().source() + ", present by another finding; taken as present"));
                }
            }
        }
    }

    private void learnNumber(RuleVariable variable) {
        Optional<NumberFinding> found = patient.number(variable.name());
        if (found.isEmpty()) {
            return;
        }
        BigDecimal value = found.get().value();
        NumberRange possible = variable.requireInput().range().orElseThrow();
        InvalidValueException.check(
                possible.contains(value), variable.shown(), value.toPlainString(), "a number from " + possible);
        NumberRange range = set.range(variable);
        if (!range.contains(value)) {
            flags.add(InputFlag.VALUE_OUT_OF_RANGE.flag(
                    shown(variable, value) + ", not used; the scheme takes " + range));
            return;
        }
        boolean exact = found.get().isExact();
        boolean agrees = learn(variable, variable.between(value, exact ? value : range.highest()));
        if (!agrees) {
            String lesion =
                    set.variables().lesionOf(variable).map(RuleVariable::shown).orElse("");
            throw new InvalidValueException(
                    variable.shown(),
                    value.toPlainString(),
                    value.signum() > 0
                            ? "0 or NA where " + lesion + " is absent"
                            : "a number above 0, or NA, where " + lesion + " is present");
        }
        numbers.put(variable, found.get());
        if (exact) {
            state = state.withExact(variable);
        }
        NumberRange usual = set.usual().get(variable);
        if (usual != null && !usual.contains(value)) {
            flags.add(InputFlag.VALUE_OUT_OF_RANGE.flag(shown(variable, value) + ", usually " + usual));
        }
    }

    private void learnChoice(RuleVariable variable) {
        Optional<String> value;
        if (variable.name().equals(CYTO_IPSSR)) {
            IpssrGroup group = IpssrGroup.of(patient);
            value = group.group().map(IpssrCytogenetics::label);
            group.disagreement().ifPresent(flags::add);
            choiceSources.put(variable, group.source());
        } else {
            value = patient.choice(variable.name());
            value.ifPresent(one -> choiceSources.put(variable, PatientFindings.CLINICAL_TABLE));
        }
        if (value.isPresent()) {
            List<String> values = variable.requireInput().values();
            InvalidValueException.check(
                    values.contains(value.get()), variable.shown(), value.get(), "one of " + String.join(", ", values));
            learn(variable, variable.ofValue(value.get()));
            choices.put(variable, value.get());
        }
    }

    /** The numbers that an input may be. */
    Interval bounds(RuleVariable number) {
        NumberRange range = set.range(number);
        NumberFinding found = numbers.get(number);
        if (found == null) {
            return new Interval(range.lowest(), range.highest());
        }
        return new Interval(found.value(), found.isExact() ? found.value() : range.highest());
    }

    /** The test that tells an input. What a number of a lesion is, the test for the lesion tells while that is unknown. */
    LaboratoryTest test(RuleVariable variable) {
        NumberFinding found = numbers.get(variable);
        if (found != null && found.missing().isPresent()) {
            return found.missing().get();
        }
        return lesionToLookFor(variable).orElse(variable).requireInput().test();
    }

    private Optional<RuleVariable> lesionToLookFor(RuleVariable number) {
        return set.variables().lesionOf(number).filter(lesion -> !state.isKnown(lesion));
    }

    /** The name under which an unknown input is missing. */
    String missingName(RuleVariable variable) {
        Optional<RuleVariable> lesion = set.variables().lesionOf(variable);
        boolean byLesion = lesion.filter(one -> one.requireInput().test() == test(variable)
                        && (numbers.containsKey(variable) || !state.isKnown(one)))
                .isPresent();
        return byLesion ? lesion.orElse(variable).shown() : variable.shown();
    }

    /** The inputs of the rule set as they were used; of those that decide nothing only the known ones. */
    List<RiskInput> shown(Set<RuleVariable> deciding) {
        return set.inputs().stream()
                .filter(input -> deciding.contains(input) || state.isKnown(input) || tellsOfOne(input, deciding))
                .map(this::shown)
                .toList();
    }

    /** A lesion whose number decides. */
    private boolean tellsOfOne(RuleVariable lesion, Set<RuleVariable> deciding) {
        return deciding.stream()
                .anyMatch(one ->
                        set.variables().lesionOf(one).filter(lesion::equals).isPresent());
    }

    private RiskInput shown(RuleVariable variable) {
        if (variable.isChoice()) {
            Optional<String> value = Optional.ofNullable(choices.get(variable));
            return new RiskInput(variable.shown(), value, value.map(one -> choiceSources.getOrDefault(variable, "")));
        }
        if (variable.isNumber()) {
            Optional<NumberFinding> found =
                    Optional.ofNullable(numbers.get(variable)).filter(NumberFinding::isExact);
            return new RiskInput(
                    variable.shown(),
                    found.map(one -> withUnit(variable, one.value())),
                    found.map(NumberFinding::source));
        }
        Optional<LesionFinding> finding =
                finding(variable).filter(found -> found.state().isKnown());
        if (finding.isPresent() || !state.isKnown(variable)) {
            return PatientFindings.input(variable.shown(), finding);
        }
        return inferred(variable);
    }

    /** A lesion that no source names and that another input tells of. */
    private RiskInput inferred(RuleVariable lesion) {
        String value = state.cells(lesion) == RuleVariable.PRESENT ? "present" : "absent";
        for (RuleVariable other : set.variables().all()) {
            NumberFinding number = numbers.get(other);
            if (number != null
                    && set.variables().lesionOf(other).filter(lesion::equals).isPresent()) {
                return new RiskInput(
                        lesion.shown(),
                        Optional.of(number.value().signum() > 0 ? value + ": " + shown(other, number.value()) : value),
                        Optional.of(number.source()));
            }
        }
        for (RuleVariable other : set.variables().all()) {
            boolean tells = other.isLesion()
                    && other != lesion
                    && set.variables().linkedTo(lesion).get(other.index());
            Optional<LesionFinding> found =
                    tells ? finding(other).filter(one -> one.state().isKnown()) : Optional.empty();
            if (found.isPresent()) {
                return new RiskInput(
                        lesion.shown(),
                        Optional.of(value + ": by " + other),
                        Optional.of(found.get().source()));
            }
        }
        return new RiskInput(lesion.shown(), Optional.of(value), Optional.empty());
    }

    /** What shows a lesion; empty unless something does. */
    Optional<String> evidence(RuleVariable lesion) {
        return finding(lesion)
                .filter(found -> found.state() == TriState.PRESENT)
                .flatMap(LesionFinding::evidence);
    }

    private static String shown(RuleVariable variable, BigDecimal value) {
        return variable + " " + withUnit(variable, value);
    }

    private static String withUnit(RuleVariable variable, BigDecimal value) {
        String unit = variable.requireInput().unit();
        return unit.isEmpty() || WITHOUT_UNIT.contains(unit)
                ? value.toPlainString()
                : value.toPlainString() + " " + unit;
    }
}
