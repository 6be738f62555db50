package org.marrow.workflows.report;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marrow.core.risk.RiskScheme;
import org.marrow.core.survival.CohortValidation;

/**
 * The validation of a scheme in a cohort with where it came from: what {@code marrow risk validate --json} writes and its page
 * shows. Docs: docs/formats/risk-validation.md.
 *
 * @param toolVersion of Marrow
 * @param command as a user could type it again, files without folders
 * @param table file name of the cohort
 * @param columns what was read from which column: {@code id}, {@code time}, {@code status}, {@code category}
 * @param unitStated whether the user named the unit of time; else days were taken
 * @param scheme that gave the categories or their order; empty when the user named none
 * @param computed whether the scheme computed each category from the table's own columns
 * @param leftOut patients that could not be evaluated, by ID
 * @param missingInputs inputs of the scheme with the number of patients that lack them, where the scheme computed
 */
public record RiskValidation(
        String toolVersion,
        String command,
        String table,
        Map<String, String> columns,
        boolean unitStated,
        Optional<RiskScheme> scheme,
        boolean computed,
        List<LeftOut> leftOut,
        Map<String, Integer> missingInputs,
        CohortValidation validation) {

    /** Why a patient is not evaluated. */
    public enum Reason {
        /** The time is empty or NA. */
        TIME_UNKNOWN,
        /** The time is infinite or no number, which is how R writes the largest of no dates. */
        TIME_NOT_FINITE,
        /** The status is empty or NA. */
        STATUS_UNKNOWN
    }

    /** A patient that is not evaluated. */
    public record LeftOut(String id, Reason reason) {
        public LeftOut {
            requireNonNull(id, "id");
            requireNonNull(reason, "reason");
        }
    }

    public RiskValidation {
        requireNonNull(toolVersion, "toolVersion");
        requireNonNull(command, "command");
        requireNonNull(table, "table");
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        requireNonNull(scheme, "scheme");
        leftOut = List.copyOf(leftOut);
        missingInputs = Collections.unmodifiableMap(new TreeMap<>(missingInputs));
        requireNonNull(validation, "validation");
    }
}
