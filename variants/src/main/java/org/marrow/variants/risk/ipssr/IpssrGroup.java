package org.marrow.variants.risk.ipssr;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.marrow.core.risk.RiskFlag;
import org.marrow.variants.risk.scheme.InputFlag;
import org.marrow.variants.risk.scheme.PatientFindings;

/**
 * The IPSS-R cytogenetic group of a patient.
 *
 * @param source {@code karyotype}, or where the report's own group came from
 * @param disagreement a report's group that its karyotype does not give
 */
public record IpssrGroup(Optional<IpssrCytogenetics> group, String source, Optional<RiskFlag> disagreement) {
    public IpssrGroup {
        requireNonNull(group, "group");
        requireNonNull(source, "source");
        requireNonNull(disagreement, "disagreement");
    }

    /**
     * A group that the report names goes before the one that its karyotype gives; where they differ a flag says so.
     *
     * @throws org.marrow.core.error.InvalidValueException when the report's group is none of the five
     */
    public static IpssrGroup of(PatientFindings patient) {
        Optional<IpssrCytogenetics> named = patient.clinical()
                .cytogeneticsIpssr()
                .or(() -> patient.choice("CYTO_IPSSR"))
                .map(label -> IpssrCytogenetics.ofLabel("cytogenetics_ipssr", label));
        Optional<IpssrCytogenetics> read = patient.karyotype().flatMap(IpssrCytogenetics::of);
        boolean differ = named.isPresent() && read.isPresent() && !named.equals(read);
        Optional<RiskFlag> disagreement = differ
                ? Optional.of(InputFlag.INPUTS_DISAGREE.flag("IPSS-R cytogenetic group: "
                        + named.get().label() + " by the clinical table, "
                        + read.get().label() + " by the karyotype; the table's is used"))
                : Optional.empty();
        return new IpssrGroup(
                named.or(() -> read),
                named.isPresent() ? PatientFindings.CLINICAL_TABLE : PatientFindings.KARYOTYPE,
                disagreement);
    }
}
