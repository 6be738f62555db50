package org.marrow.core.run;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marrow.core.cell.CellMap;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;
import org.marrow.core.risk.RiskResult;

/**
 * What one process of the pipeline gives for one sample or patient, with what it was made from.
 *
 * @param process such as {@code RISK} or {@code MRD_TRACK}
 * @param sample empty for what belongs to the patient as a whole
 * @param command the sub-command as a user could type it, file names without folders
 * @param inputs of this process alone
 */
public record AnalysisOutput(
        String process,
        Pseudonym patient,
        Optional<SampleId> sample,
        String command,
        String toolVersion,
        Map<String, String> parameters,
        List<InputFile> inputs,
        List<RiskResult> risks,
        List<MrdMeasurement> measurements,
        Optional<CellMap> cellMap) {
    public AnalysisOutput {
        requireNonNull(process, "process");
        requireNonNull(patient, "patient");
        requireNonNull(sample, "sample");
        requireNonNull(command, "command");
        requireNonNull(toolVersion, "toolVersion");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        inputs = List.copyOf(inputs);
        risks = List.copyOf(risks);
        measurements = List.copyOf(measurements);
        requireNonNull(cellMap, "cellMap");
    }
}
