package org.marrow.io.vcf;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that the VCF specification reserves (4.1, sections 1.4.1 and 1.4.2; 4.3, tables 1 and 2): what a header may say of
 * them, and what their values are when the header says nothing.
 *
 * <p>Where real callers widen a definition without changing what the values mean, the wider one is taken: a dot for a count
 * that depends on the alleles, GQ as a decimal number, PL with three values, AF of one value.
 */
final class ReservedFields {
    private static final Map<String, FieldDefinition> INFO = table(
            define("AA", "1", FieldType.STRING),
            define("AC", "A", FieldType.INTEGER),
            define("AD", "R", FieldType.INTEGER),
            define("ADF", "R", FieldType.INTEGER),
            define("ADR", "R", FieldType.INTEGER),
            define("AF", "A", FieldType.FLOAT),
            define("AN", "1", FieldType.INTEGER),
            define("BQ", "1", FieldType.FLOAT),
            define("CIGAR", "A", FieldType.STRING),
            define("DB", "0", FieldType.FLAG),
            define("DP", "1", FieldType.INTEGER),
            define("END", "1", FieldType.INTEGER),
            define("H2", "0", FieldType.FLAG),
            define("H3", "0", FieldType.FLAG),
            define("MQ", "1", FieldType.FLOAT),
            define("MQ0", "1", FieldType.INTEGER),
            define("NS", "1", FieldType.INTEGER),
            define("SOMATIC", "0", FieldType.FLAG),
            define("VALIDATED", "0", FieldType.FLAG),
            define("1000G", "0", FieldType.FLAG));

    private static final Map<String, FieldDefinition> FORMAT = table(
            define("AD", "R", FieldType.INTEGER),
            define("ADF", "R", FieldType.INTEGER),
            define("ADR", "R", FieldType.INTEGER),
            define("DP", "1", FieldType.INTEGER),
            define("EC", "A", FieldType.INTEGER),
            define("FT", "1", FieldType.STRING),
            define("GL", "G", FieldType.FLOAT),
            define("GLE", "G", FieldType.STRING),
            define("GP", "G", FieldType.FLOAT),
            define("GQ", "1", FieldType.INTEGER),
            define("GT", "1", FieldType.STRING),
            define("HQ", "2", FieldType.INTEGER),
            define("MQ", "1", FieldType.INTEGER),
            define("PL", "G", FieldType.INTEGER),
            define("PQ", "1", FieldType.INTEGER),
            define("PS", "1", FieldType.INTEGER));

    /** Counts and fractions, which cannot be negative. */
    private static final Set<String> NEVER_NEGATIVE =
            Set.of("AC", "AD", "ADF", "ADR", "AF", "AN", "DP", "END", "MQ0", "NS");

    /** How a header writes the counts of the tables above. */
    private static final Map<FieldNumber, String> NUMBERS = Map.of(
            new FieldNumber.Fixed(0), "0",
            new FieldNumber.Fixed(1), "1",
            new FieldNumber.Fixed(2), "2",
            new FieldNumber.PerAlt(), "A",
            new FieldNumber.PerAllele(), "R",
            new FieldNumber.PerGenotype(), "G");

    private ReservedFields() {}

    static Optional<FieldDefinition> info(String key) {
        return Optional.ofNullable(INFO.get(key));
    }

    static Optional<FieldDefinition> format(String key) {
        return Optional.ofNullable(FORMAT.get(key));
    }

    static boolean isNeverNegative(String key) {
        return NEVER_NEGATIVE.contains(key);
    }

    /** Refuses a header line that gives a reserved key another meaning. */
    static void check(VcfLine place, String column, Optional<FieldDefinition> reserved, FieldDefinition declared) {
        if (reserved.isEmpty()) {
            return;
        }
        FieldDefinition expected = reserved.get();
        if (!typeFits(expected, declared)) {
            throw place.wrong(
                    column,
                    "Type=" + expected.type().keyword() + " for the reserved key " + expected.id(),
                    "Type=" + declared.type().keyword());
        }
        if (!numberFits(column, expected, declared)) {
            throw place.wrong(
                    column,
                    "Number=" + NUMBERS.get(expected.number()) + " for the reserved key " + expected.id(),
                    "another Number");
        }
    }

    private static boolean typeFits(FieldDefinition expected, FieldDefinition declared) {
        boolean isEitherNumber = declared.type() == FieldType.FLOAT || declared.type() == FieldType.INTEGER;
        return switch (expected.id()) {
            case "MQ" -> expected.type() == declared.type() || expected.type() == FieldType.FLOAT && isEitherNumber;
            case "GQ" -> isEitherNumber;
            default -> expected.type() == declared.type();
        };
    }

    private static boolean numberFits(String column, FieldDefinition expected, FieldDefinition declared) {
        FieldNumber number = declared.number();
        if (expected.number().equals(number)) {
            return true;
        }
        boolean countsAlleles = !(expected.number() instanceof FieldNumber.Fixed);
        if (number instanceof FieldNumber.Any
                && (countsAlleles || Set.of("GQ", "FT").contains(expected.id()))) {
            return true;
        }
        return switch (expected.id()) {
            // VarScan gives the reads of the alternate allele alone; MuTect-like tools give one or two.
            case "AD" -> number instanceof FieldNumber.Fixed && column.equals("##FORMAT");
            case "AF" -> number.equals(new FieldNumber.Fixed(1));
            case "PL" -> number.equals(new FieldNumber.Fixed(3));
            default -> false;
        };
    }

    private static FieldDefinition define(String id, String number, FieldType type) {
        FieldNumber parsed = FieldNumber.parse(number, new VcfVersion(3)).orElseThrow();
        return new FieldDefinition(id, parsed, type, "");
    }

    private static Map<String, FieldDefinition> table(FieldDefinition... definitions) {
        return Stream.of(definitions).collect(Collectors.toUnmodifiableMap(FieldDefinition::id, field -> field));
    }
}
