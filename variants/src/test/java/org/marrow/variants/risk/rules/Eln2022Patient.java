package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.TriState;
import org.marrow.variants.lesion.LesionFinding;
import org.marrow.variants.lesion.LesionTable;
import org.marrow.variants.risk.scheme.PatientFindings;

/**
 * A patient as the tests of ELN 2022 make them.
 *
 * @param states what is not there is unknown
 * @param tp53 a fraction, or {@code unknown}, {@code absent} or {@code no fraction}
 */
record Eln2022Patient(
        Map<Eln2022Item, TriState> states, String tp53, TriState promyelocytic, Optional<String> bzipMissense) {
    Eln2022Patient {
        states = Collections.unmodifiableMap(
                states.isEmpty() ? new EnumMap<>(Eln2022Item.class) : new EnumMap<>(states));
    }

    TriState state(Eln2022Item item) {
        return states.getOrDefault(item, TriState.UNKNOWN);
    }

    PatientFindings findings() {
        List<LesionFinding> findings = new ArrayList<>();
        states.forEach((item, state) -> findings.add(LesionFinding.of(item.finding(), state, "test")));
        findings.add(LesionFinding.of("PML::RARA", promyelocytic, "test"));
        bzipMissense.ifPresent(label ->
                findings.add(new LesionFinding("CEBPA_BZIP_MISSENSE", TriState.PRESENT, Optional.of(label), "test")));
        Map<String, BigDecimal> numbers = Map.of();
        switch (tp53) {
            case "unknown" -> {}
            case "absent" -> findings.add(LesionFinding.of("TP53", TriState.ABSENT, "test"));
            case "no fraction" -> findings.add(LesionFinding.of("TP53", TriState.PRESENT, "test"));
            default -> numbers = Map.of("TP53_vaf", new BigDecimal(tp53));
        }
        ClinicalValues clinical = new ClinicalValues(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                numbers,
                Map.of());
        return new PatientFindings(clinical, Optional.empty(), Optional.empty(), new LesionTable(findings), List.of());
    }
}
