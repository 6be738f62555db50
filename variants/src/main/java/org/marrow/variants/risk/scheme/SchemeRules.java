package org.marrow.variants.risk.scheme;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.RiskResult;

/** One scheme as the registry knows it: a package of its own with its data and its rules. */
public interface SchemeRules {
    SchemeDescription description();

    /** Every column that {@link #assess(NamedValues)} reads: the inputs, other spellings of them, and what tells of them. */
    default SortedSet<String> columns() {
        return description().inputs().stream().map(SchemeInput::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the scheme is meant for this patient. */
    boolean appliesTo(Disease disease, PatientFindings patient);

    RiskResult assess(PatientFindings patient);

    /**
     * Assesses one row of a table whose columns are those of {@link #description()}.
     *
     * @throws org.marrow.core.error.UserException for a value that cannot be understood, naming the column
     */
    RiskResult assess(NamedValues row);

    /**
     * The results of a whole table, where patients are rated against each other; the same results where each is rated for itself.
     *
     * @param results of the table's rows by this scheme
     */
    default List<RiskResult> inCohort(List<RiskResult> results) {
        return results;
    }
}
