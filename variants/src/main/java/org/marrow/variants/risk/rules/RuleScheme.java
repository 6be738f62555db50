package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.scheme.CatalogInput;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.NumberRange;
import org.marrow.variants.risk.scheme.PatientFindings;
import org.marrow.variants.risk.scheme.RiskLanguage;
import org.marrow.variants.risk.scheme.RiskMessages;
import org.marrow.variants.risk.scheme.SchemeDescription;
import org.marrow.variants.risk.scheme.SchemeFiles;
import org.marrow.variants.risk.scheme.SchemeInput;
import org.marrow.variants.risk.scheme.SchemeOption;
import org.marrow.variants.risk.scheme.SchemeRules;

/** A scheme whose rules are a file. */
public final class RuleScheme implements SchemeRules {
    private static final String CYTO_IPSSR = "CYTO_IPSSR";

    private final RuleSet set;
    private final InputCatalog catalog;
    private final UnaryOperator<String> english;
    private final Set<String> chosen;

    private RuleScheme(RuleSet set, InputCatalog catalog, UnaryOperator<String> english, Set<String> chosen) {
        this.set = set;
        this.catalog = catalog;
        this.english = english;
        this.chosen = Set.copyOf(chosen);
    }

    /** A scheme that Marrow comes with, by its id. */
    public static RuleScheme load(String id) {
        String file = id + ".rules";
        return parse(
                SchemeFiles.text(file),
                Path.of(file),
                InputCatalog.standard(),
                code -> RiskMessages.text(RiskLanguage.ENGLISH, code));
    }

    /**
     * Reads a rule file.
     *
     * @param file named in messages
     * @param english text of a code
     * @throws org.marrow.core.error.FormatException with line and column of the first mistake
     */
    public static RuleScheme parse(String content, Path file, InputCatalog catalog, UnaryOperator<String> english) {
        RuleSet set = RuleSetReader.read(content, file, catalog);
        Set<String> chosen = new TreeSet<>();
        for (RuleSet.Choice option : set.options()) {
            if (option.byDefault()) {
                chosen.add(option.variable().name());
            }
        }
        return new RuleScheme(set, catalog, english, chosen);
    }

    /**
     * The same scheme with a choice that the source leaves open made otherwise.
     *
     * @throws InvalidValueException when the scheme has no such option
     */
    public RuleScheme withOption(String name, boolean on) {
        List<String> names =
                set.options().stream().map(option -> option.variable().name()).toList();
        InvalidValueException.check(names.contains(name), "option", name, "one of " + names);
        Set<String> others = new TreeSet<>(chosen);
        if (on) {
            others.add(name);
        } else {
            others.remove(name);
        }
        return new RuleScheme(set, catalog, english, others);
    }

    /** What may be decided otherwise, with what is decided here. */
    public List<SchemeOption> options() {
        return set.options().stream()
                .map(option -> {
                    String name = option.variable().name();
                    return new SchemeOption(name, chosen.contains(name), english.apply(name), option.mark());
                })
                .toList();
    }

    /** Whether the categories are cut out of a number. */
    public boolean isScore() {
        return set.isScore();
    }

    @Override
    public SortedSet<String> columns() {
        SortedSet<String> columns = new TreeSet<>();
        for (RuleVariable variable : set.variables().all()) {
            variable.input().ifPresent(input -> columns.addAll(columns(input)));
        }
        description().inputs().forEach(input -> columns.add(input.name()));
        return columns;
    }

    RuleSet set() {
        return set;
    }

    /** Every code that a result may carry, but for those that all rule files share. */
    public List<String> codes() {
        return set.codes();
    }

    /** Date of the publication. */
    public String date() {
        return set.date();
    }

    @Override
    public SchemeDescription description() {
        List<SchemeInput> inputs = new ArrayList<>();
        boolean cytogenetic =
                set.inputs().stream().anyMatch(input -> input.requireInput().test() == LaboratoryTest.KARYOTYPE);
        if (cytogenetic) {
            inputs.add(new SchemeInput(
                    NamedValues.KARYOTYPE,
                    "karyotype; the cytogenetic columns may stand in its place",
                    "",
                    "ISCN, may be empty",
                    false));
        }
        for (RuleVariable variable : set.inputs()) {
            CatalogInput input = variable.requireInput();
            inputs.add(new SchemeInput(
                    variable.shown(), input.english(), input.unit(), allowed(variable), set.complete()));
        }
        return new SchemeDescription(set.scheme(), inputs);
    }

    private String allowed(RuleVariable variable) {
        CatalogInput input = variable.requireInput();
        String values =
                switch (input.kind()) {
                    case GENE, LESION -> "0, 1";
                    case CHOICE -> String.join(", ", input.values());
                    case NUMBER -> range(variable).toString();
                };
        return set.complete() ? values : values + ", NA";
    }

    private NumberRange range(RuleVariable variable) {
        NumberRange usual = set.usual().get(variable);
        return usual == null ? set.range(variable) : usual;
    }

    @Override
    public boolean appliesTo(Disease disease, PatientFindings patient) {
        return set.diseases().contains(disease) && set.needs().stream().allMatch(needed -> isKnown(needed, patient));
    }

    private static boolean isKnown(RuleVariable variable, PatientFindings patient) {
        if (variable.isNumber()) {
            return patient.number(variable.name()).isPresent();
        }
        return variable.isLesion()
                ? patient.lesion(variable.name()).isKnown()
                : patient.choice(variable.name()).isPresent();
    }

    /** @throws InvalidValueException for a value that cannot be, or that another contradicts */
    @Override
    public RiskResult assess(PatientFindings patient) {
        return RuleAssessment.assess(set, new PatientInputs(set, patient, chosen), english);
    }

    @Override
    public RiskResult assess(NamedValues row) {
        Map<String, String> columns = new LinkedHashMap<>();
        PatientFindings patient = PatientFindings.assemble(clinicalValues(row, columns), Optional.empty());
        try {
            return patient.addFlags(assess(patient));
        } catch (InvalidValueException e) {
            String column = columns.getOrDefault(e.name(), e.name());
            throw new InvalidValueException(column, e.found(), e.expected());
        }
    }

    @Override
    public List<RiskResult> inCohort(List<RiskResult> results) {
        return set.cohortMedian().map(median -> median.divide(results, english)).orElse(results);
    }

    /**
     * What a row says of the inputs, and of those that tell something of them.
     *
     * @param read gets the column of each input under the input's name
     */
    private ClinicalValues clinicalValues(NamedValues row, Map<String, String> read) {
        Map<String, TriState> lesions = new LinkedHashMap<>();
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        Map<String, String> choices = new LinkedHashMap<>();
        for (RuleVariable variable : set.variables().all()) {
            if (variable.input().isEmpty()) {
                continue;
            }
            CatalogInput input = variable.input().get();
            for (String column : columns(input)) {
                if (row.text(column).isEmpty()) {
                    continue;
                }
                read.putIfAbsent(variable.shown(), column);
                switch (input.kind()) {
                    case GENE, LESION -> lesions.putIfAbsent(input.name(), row.triState(column));
                    case NUMBER -> {
                        NumberRange range = set.range(variable);
                        row.decimal(
                                        column,
                                        range.lowest().toPlainString(),
                                        range.highest().toPlainString())
                                .ifPresent(number -> numbers.putIfAbsent(input.name(), number));
                    }
                    case CHOICE ->
                        row.choice(column, input.values()).ifPresent(value -> choices.putIfAbsent(input.name(), value));
                }
            }
        }
        Optional<String> group = Optional.ofNullable(choices.remove(CYTO_IPSSR));
        return new ClinicalValues(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                row.karyotype(),
                group,
                lesions,
                numbers,
                choices);
    }

    private List<String> columns(CatalogInput input) {
        List<String> columns = new ArrayList<>(List.of(input.name()));
        columns.addAll(catalog.spellingsOf(input.name()));
        return columns;
    }
}
