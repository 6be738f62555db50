package org.marrow.core.mrd;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.SampleId;

/** What a laboratory instrument gave for one target in one sample, before any rule is applied to it. */
public sealed interface LabReading {

    Pseudonym patient();

    SampleId sample();

    LocalDate date();

    MrdTarget target();

    /**
     * Real-time PCR, copies summed over replicates.
     *
     * @param targetCopies 0 when no replicate was positive
     * @param controlGene such as {@code ABL1} or {@code GUSB}
     * @param controlCopies 0 or more
     * @param conversionFactor of this laboratory to the International Scale; empty for targets without one
     * @param quantitativeRange lowest ratio that counts as a number, a fraction (EuroMRD)
     * @param sensitivity lowest ratio that this sample could show, a fraction, as the laboratory states it
     */
    record Qpcr(
            Pseudonym patient,
            SampleId sample,
            LocalDate date,
            MrdTarget target,
            double targetCopies,
            String controlGene,
            double controlCopies,
            OptionalDouble conversionFactor,
            OptionalDouble quantitativeRange,
            OptionalDouble sensitivity)
            implements LabReading {
        public Qpcr {
            requireWhere(patient, sample, date, target);
            requireNonNull(controlGene, "controlGene");
            requireNonNull(conversionFactor, "conversionFactor");
            requireNonNull(quantitativeRange, "quantitativeRange");
            requireNonNull(sensitivity, "sensitivity");
            requireCount(targetCopies, "target_copies");
            requireCount(controlCopies, "control_copies");
            requirePositive(conversionFactor, "conversion_factor");
            requirePositive(quantitativeRange, "quantitative_range");
            requirePositive(sensitivity, "sensitivity");
        }
    }

    /**
     * Digital PCR with target and reference in the same partitions.
     *
     * @param positivePartitions with the target
     * @param referencePositivePartitions with the control gene or wild-type allele
     * @param totalPartitions accepted partitions
     */
    record Dpcr(
            Pseudonym patient,
            SampleId sample,
            LocalDate date,
            MrdTarget target,
            long positivePartitions,
            long referencePositivePartitions,
            long totalPartitions,
            LevelScale scale)
            implements LabReading {
        public Dpcr {
            requireWhere(patient, sample, date, target);
            requireNonNull(scale, "scale");
            InvalidValueException.check(totalPartitions >= 1, "total_partitions", totalPartitions, "a number from 1");
            InvalidValueException.check(
                    positivePartitions >= 0 && positivePartitions <= totalPartitions,
                    "positive_partitions",
                    positivePartitions,
                    "a number from 0 to " + totalPartitions);
            InvalidValueException.check(
                    referencePositivePartitions >= 0 && referencePositivePartitions <= totalPartitions,
                    "reference_positive_partitions",
                    referencePositivePartitions,
                    "a number from 0 to " + totalPartitions);
        }
    }

    /**
     * Flow cytometry, as gated by the laboratory.
     *
     * @param aberrantEvents events of the leukaemia-associated or different-from-normal population
     * @param leucocyteEvents CD45-positive events
     * @param detectionEvents fewest clustered events that count as detected; empty for the house default
     * @param quantificationEvents fewest that count as a number; empty for the house default
     */
    record Flow(
            Pseudonym patient,
            SampleId sample,
            LocalDate date,
            MrdTarget target,
            long aberrantEvents,
            long leucocyteEvents,
            Optional<Long> detectionEvents,
            Optional<Long> quantificationEvents)
            implements LabReading {
        public Flow {
            requireWhere(patient, sample, date, target);
            requireNonNull(detectionEvents, "detectionEvents");
            requireNonNull(quantificationEvents, "quantificationEvents");
            InvalidValueException.check(leucocyteEvents >= 0, "cd45_events", leucocyteEvents, "a number from 0");
            InvalidValueException.check(
                    aberrantEvents >= 0 && aberrantEvents <= leucocyteEvents,
                    "aberrant_events",
                    aberrantEvents,
                    "a number from 0 to " + leucocyteEvents);
            InvalidValueException.check(
                    detectionEvents.orElse(1L) >= 1, "lod_events", detectionEvents.orElse(1L), "a number from 1");
            InvalidValueException.check(
                    quantificationEvents.orElse(1L) >= 1,
                    "loq_events",
                    quantificationEvents.orElse(1L),
                    "a number from 1");
        }
    }

    private static void requireWhere(Pseudonym patient, SampleId sample, LocalDate date, MrdTarget target) {
        requireNonNull(patient, "patient");
        requireNonNull(sample, "sample");
        requireNonNull(date, "date");
        requireNonNull(target, "target");
    }

    private static void requireCount(double value, String name) {
        InvalidValueException.check(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "a number from 0");
    }

    private static void requirePositive(OptionalDouble value, String name) {
        double number = value.orElse(1);
        InvalidValueException.check(
                number > 0 && number < Double.POSITIVE_INFINITY, name, number, "a number greater than 0");
    }
}
