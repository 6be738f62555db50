package org.marrow.variants.risk.ipssr;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.marrow.core.risk.ClinicalValues;
import org.marrow.core.risk.RiskFlag;
import org.marrow.variants.risk.scheme.InputFlag;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.PatientFindings;

/**
 * The inputs of IPSS-R and IPSS-RA as exact decimals.
 *
 * @param cytogeneticsSource {@code karyotype}, or where the report's own group came from
 * @param blastPercent of the marrow, 0 to 100
 * @param haemoglobinGPerDl g/dL, 0 to 30
 * @param platelets1e9PerL 10^9/L, 0 to 5000
 * @param neutrophils1e9PerL 10^9/L, 0 to 500
 * @param ageYears 0 to 130; IPSS-RA alone uses it
 * @param disagreement a report's group that its karyotype does not give
 */
public record IpssrInput(
        Optional<IpssrCytogenetics> cytogenetics,
        String cytogeneticsSource,
        Optional<BigDecimal> blastPercent,
        Optional<BigDecimal> haemoglobinGPerDl,
        Optional<BigDecimal> platelets1e9PerL,
        Optional<BigDecimal> neutrophils1e9PerL,
        Optional<BigDecimal> ageYears,
        Optional<RiskFlag> disagreement) {
    public IpssrInput {
        requireNonNull(cytogenetics, "cytogenetics");
        requireNonNull(cytogeneticsSource, "cytogeneticsSource");
        requireNonNull(blastPercent, "blastPercent");
        requireNonNull(haemoglobinGPerDl, "haemoglobinGPerDl");
        requireNonNull(platelets1e9PerL, "platelets1e9PerL");
        requireNonNull(neutrophils1e9PerL, "neutrophils1e9PerL");
        requireNonNull(ageYears, "ageYears");
        requireNonNull(disagreement, "disagreement");
    }

    /** A group that the report names goes before the one that its karyotype gives; where they differ a flag says so. */
    public static IpssrInput of(PatientFindings patient) {
        ClinicalValues clinical = patient.clinical();
        Optional<IpssrCytogenetics> named =
                clinical.cytogeneticsIpssr().map(label -> IpssrCytogenetics.ofLabel("cytogenetics_ipssr", label));
        Optional<IpssrCytogenetics> read = patient.karyotype().flatMap(IpssrCytogenetics::of);
        boolean differ = named.isPresent() && read.isPresent() && !named.equals(read);
        Optional<RiskFlag> disagreement = differ
                ? Optional.of(InputFlag.INPUTS_DISAGREE.flag("IPSS-R cytogenetic group: "
                        + named.get().label() + " by the clinical table, "
                        + read.get().label() + " by the karyotype; the table's is used"))
                : Optional.empty();
        return new IpssrInput(
                named.or(() -> read),
                named.isPresent() ? PatientFindings.CLINICAL_TABLE : PatientFindings.KARYOTYPE,
                decimal(clinical.marrowBlastPercent()),
                decimal(clinical.haemoglobinGPerDl()),
                decimal(clinical.platelets1e9PerL()),
                decimal(clinical.neutrophils1e9PerL()),
                decimal(clinical.ageYears()),
                disagreement);
    }

    /**
     * From a table row with the columns {@code CYTO_IPSSR}, {@code BM_BLAST}, {@code HB}, {@code PLT}, {@code ANC} and {@code AGE}.
     *
     * @throws org.marrow.core.error.InvalidValueException for a value that cannot be understood or cannot be
     */
    public static IpssrInput fromNamed(Function<String, Optional<String>> values) {
        NamedValues row = new NamedValues(values);
        return new IpssrInput(
                row.text("CYTO_IPSSR").map(label -> IpssrCytogenetics.ofLabel("CYTO_IPSSR", label)),
                PatientFindings.CLINICAL_TABLE,
                row.decimal("BM_BLAST", "0", "100"),
                row.decimal("HB", "0", "30"),
                row.decimal("PLT", "0", "5000"),
                row.decimal("ANC", "0", "500"),
                row.decimal("AGE", "0", "130"),
                Optional.empty());
    }

    /** The decimal that the number was written as. */
    static Optional<BigDecimal> decimal(OptionalDouble value) {
        return value.isPresent() ? Optional.of(BigDecimal.valueOf(value.getAsDouble())) : Optional.empty();
    }
}
