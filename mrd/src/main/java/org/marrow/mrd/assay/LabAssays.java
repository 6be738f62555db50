package org.marrow.mrd.assay;

import org.marrow.core.mrd.LabReading;
import org.marrow.core.mrd.MrdMeasurement;

/** Turns what a laboratory read into a measurement of residual disease. */
public final class LabAssays {
    private LabAssays() {}

    /**
     * The measurement with its status, interval and limits; its notes say which rules still have to be verified.
     *
     * @throws org.marrow.core.error.InvalidValueException for a reading that contradicts itself, such as one with all partitions
     *     positive, which has no upper limit
     */
    public static MrdMeasurement measure(LabReading reading) {
        return switch (reading) {
            case LabReading.Qpcr qpcr -> QpcrAssay.measure(qpcr);
            case LabReading.Dpcr dpcr -> DpcrAssay.measure(dpcr);
            case LabReading.Flow flow -> FlowAssay.measure(flow);
        };
    }
}
