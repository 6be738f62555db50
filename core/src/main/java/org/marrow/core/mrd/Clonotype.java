package org.marrow.core.mrd;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import org.marrow.core.error.InvalidValueException;

/**
 * One IG/TR rearrangement, with the field names of the AIRR-C rearrangement schema.
 *
 * @param locus such as {@code IGH}
 * @param vCall gene or allele, several separated by commas as AIRR allows
 * @param junction nucleotides from the codon before CDR3 to the one after it
 * @param duplicateCount reads, or molecules where UMIs were used
 */
public record Clonotype(
        String sequenceId,
        String locus,
        Optional<String> vCall,
        Optional<String> dCall,
        Optional<String> jCall,
        Optional<String> junction,
        Optional<String> junctionAa,
        boolean productive,
        OptionalLong duplicateCount) {
    public Clonotype {
        requireNonNull(sequenceId, "sequenceId");
        InvalidValueException.check(
                locus != null && locus.matches("IG[HKL]|TR[ABGD]"),
                "locus",
                locus,
                "one of IGH IGK IGL TRA TRB TRG TRD");
        requireNonNull(vCall, "vCall");
        requireNonNull(dCall, "dCall");
        requireNonNull(jCall, "jCall");
        requireNonNull(junction, "junction");
        requireNonNull(junctionAa, "junctionAa");
        InvalidValueException.check(
                duplicateCount.orElse(1) >= 1, "duplicateCount", duplicateCount.orElse(1), "a number from 1");
    }
}
