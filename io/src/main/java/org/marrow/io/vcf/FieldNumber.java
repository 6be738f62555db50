package org.marrow.io.vcf;

import java.util.Optional;

/** How many values a field has, by the VCF specification, section 1.4.2. */
sealed interface FieldNumber {

    /** A fixed number of values; 0 for a flag. */
    record Fixed(int count) implements FieldNumber {}

    /** A: one for each ALT allele. */
    record PerAlt() implements FieldNumber {}

    /** R: one for each allele, REF first. */
    record PerAllele() implements FieldNumber {}

    /** G: one for each genotype. */
    record PerGenotype() implements FieldNumber {}

    /** A dot, or one of the letters of VCF 4.4 and 4.5 whose count depends on other fields. */
    record Any() implements FieldNumber {}

    /** Reads the {@code Number} of a meta line; empty when it is none that the specification knows. */
    static Optional<FieldNumber> parse(String text, VcfVersion version) {
        return switch (text) {
            case "." -> Optional.of(new Any());
            case "A" -> Optional.of(new PerAlt());
            case "R" -> Optional.of(new PerAllele());
            case "G" -> Optional.of(new PerGenotype());
            case "LA", "LR", "LG", "P", "M" -> version.minor() >= 4 ? Optional.of(new Any()) : Optional.empty();
            default -> text.matches("[0-9]{1,6}") ? Optional.of(new Fixed(Integer.parseInt(text))) : Optional.empty();
        };
    }
}
