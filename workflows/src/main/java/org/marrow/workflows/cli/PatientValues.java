package org.marrow.workflows.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.error.BugException;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.TriState;
import org.marrow.io.clinical.PatientFile;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.NearestName;
import org.marrow.variants.risk.scheme.CatalogInput;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.NumberRange;

/** The values of a patient file by the catalog of inputs: each name known, each value within its range. */
final class PatientValues {
    private static final String CYTO_IPSSR = "CYTO_IPSSR";

    private final PatientFile file;
    private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    private final Map<String, String> choices = new LinkedHashMap<>();
    private final Map<String, TriState> lesions = new LinkedHashMap<>();

    private PatientValues(PatientFile file) {
        this.file = file;
    }

    /**
     * Checks and sorts the values.
     *
     * @param karyotype that was given beside the file or in it
     * @throws FormatException with line and column for a name that no scheme reads and for a value that cannot be
     */
    static ClinicalValues of(PatientFile file, Optional<String> karyotype) {
        PatientValues values = new PatientValues(file);
        file.values().forEach(values::add);
        return values.build(karyotype);
    }

    private void add(PatientFile.Value value) {
        InputCatalog catalog = InputCatalog.standard();
        String name = catalog.canonical(value.name());
        CatalogInput input = catalog.find(name).orElseThrow(() -> {
            List<String> known = catalog.all().stream().map(CatalogInput::name).toList();
            return new FormatException(
                    file.file(),
                    value.place(),
                    "a value that some scheme reads, as marrow risk --list names it"
                            + NearestName.hint(value.name(), known),
                    FoundText.quote(value.name()));
        });
        NamedValues cell = new NamedValues(asked -> Optional.of(value.text()));
        try {
            switch (input.kind()) {
                case GENE, LESION -> put(value, lesions, name, cell.triState(name));
                case CHOICE -> cell.choice(name, input.values()).ifPresent(choice -> put(value, choices, name, choice));
                case NUMBER -> {
                    NumberRange range = input.range().orElseThrow(() -> new BugException(name + " has no range"));
                    cell.decimal(
                                    name,
                                    range.lowest().toPlainString(),
                                    range.highest().toPlainString())
                            .ifPresent(number -> put(value, numbers, name, number));
                }
            }
        } catch (InvalidValueException refusal) {
            String unit = input.unit().isEmpty() ? "" : " [" + input.unit() + "]";
            throw new FormatException(
                    file.file(),
                    value.place(),
                    value.name() + unit + " to be " + refusal.expected(),
                    FoundText.quote(value.text()),
                    refusal);
        }
    }

    /** Two spellings of one input would be two answers. */
    private <T> void put(PatientFile.Value value, Map<String, T> to, String name, T known) {
        if (to.put(name, known) != null) {
            throw new FormatException(
                    file.file(),
                    value.place(),
                    "each value once",
                    FoundText.quote(value.name()) + " again, as " + name);
        }
    }

    private ClinicalValues build(Optional<String> karyotype) {
        OptionalDouble age = take("AGE");
        OptionalDouble haemoglobin = take("HB");
        OptionalDouble platelets = take("PLT");
        OptionalDouble neutrophils = take("ANC");
        OptionalDouble blasts = take("BM_BLAST");
        Optional<String> group = Optional.ofNullable(choices.remove(CYTO_IPSSR));
        return new ClinicalValues(
                age, haemoglobin, platelets, neutrophils, blasts, karyotype, group, lesions, numbers, choices);
    }

    private OptionalDouble take(String name) {
        BigDecimal number = numbers.remove(name);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }
}
