package org.marrow.io.vcf;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the values of INFO and FORMAT fields against their definition: how many there are and of which type. */
final class FieldValues {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,10}");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[-+]?(?i:inf|infinity|nan)");
    private static final Pattern CIGAR = Pattern.compile("(?:[0-9]+[MIDNSHPX=])+");

    /** BCF keeps the eight lowest 32-bit numbers for itself (VCF 4.3, section 1.3). */
    private static final long LOWEST_INTEGER = Integer.MIN_VALUE + 8L;

    /** A genotype of more alleles than this is not counted out. */
    private static final int HIGHEST_PLOIDY = 8;

    private FieldValues() {}

    /**
     * Checks one field.
     *
     * @param column for messages
     * @param value the raw text after {@code =} or between colons
     * @param altCount number of ALT alleles; 0 when ALT is a dot, in which case counts by allele are not checked
     * @param genotype of the sample; null for INFO and where there is none
     */
    static void check(
            VcfLine place,
            String column,
            FieldDefinition field,
            String value,
            int altCount,
            @Nullable Genotype genotype) {
        if (value.equals(".")) {
            return;
        }
        // A single text may hold commas; VarScan's FREQ does where the locale has a decimal comma. Of AA the comma is
        // forbidden.
        boolean isText = field.type() == FieldType.STRING && field.number().equals(new FieldNumber.Fixed(1));
        if (isText && !field.id().equals("AA")) {
            return;
        }
        int values = 1;
        int from = 0;
        while (true) {
            int comma = value.indexOf(',', from);
            type(place, column, field, comma < 0 ? value.substring(from) : value.substring(from, comma));
            if (comma < 0) {
                break;
            }
            values++;
            from = comma + 1;
        }
        number(place, column, field, value, values, altCount, genotype);
    }

    /** A flag has no value; the suites and old files also write 0 and 1. */
    static void checkFlag(VcfLine place, String column, String key, String value) {
        if (!value.isEmpty() && !value.equals("0") && !value.equals("1")) {
            throw place.wrong(column, "the flag " + key + " without a value", key + "=" + value);
        }
    }

    static boolean isFloat(String text) {
        return FLOAT.matcher(text).matches();
    }

    private static void type(VcfLine place, String column, FieldDefinition field, String value) {
        if (value.equals(".")) {
            return;
        }
        boolean valid =
                switch (field.type()) {
                    case INTEGER -> isInteger(value);
                    case FLOAT -> isFloat(value);
                    case CHARACTER -> value.codePointCount(0, value.length()) == 1 || value.matches("%[0-9A-Fa-f]{2}");
                    case FLAG -> true;
                    case STRING ->
                        !field.id().equals("CIGAR") || CIGAR.matcher(value).matches();
                };
        if (!valid) {
            throw place.wrong(column, field.id() + " of type " + field.type().keyword(), field.id() + "=" + value);
        }
        if (ReservedFields.isNeverNegative(field.id()) && value.startsWith("-") && !isZero(value)) {
            throw place.wrong(column, field.id() + " as a number from 0", field.id() + "=" + value);
        }
    }

    private static boolean isInteger(String value) {
        if (!INTEGER.matcher(value).matches()) {
            return false;
        }
        long number = Long.parseLong(value);
        return number >= LOWEST_INTEGER && number <= Integer.MAX_VALUE;
    }

    private static boolean isZero(String value) {
        return value.matches("-[0.]+");
    }

    private static void number(
            VcfLine place,
            String column,
            FieldDefinition field,
            String value,
            int values,
            int altCount,
            @Nullable Genotype genotype) {
        switch (field.number()) {
            case FieldNumber.Any any -> {}
            case FieldNumber.Fixed fixed -> require(place, column, field, value, values, fixed.count(), "");
            case FieldNumber.PerAlt perAlt -> {
                if (altCount > 0) {
                    require(place, column, field, value, values, altCount, ", one for each ALT");
                }
            }
            case FieldNumber.PerAllele perAllele -> {
                if (altCount > 0) {
                    require(place, column, field, value, values, altCount + 1, ", one for each allele");
                }
            }
            case FieldNumber.PerGenotype perGenotype -> {
                // Of INFO, the specification does not say whose ploidy counts.
                if (altCount > 0 && !column.equals("INFO")) {
                    genotypes(place, column, field, value, values, altCount + 1, genotype);
                }
            }
        }
    }

    private static void genotypes(
            VcfLine place,
            String column,
            FieldDefinition field,
            String value,
            int values,
            int alleles,
            @Nullable Genotype genotype) {
        // One dot may stand for a call of any ploidy, and without GT the ploidy is not known.
        boolean unknownPloidy = genotype == null || genotype.isMissing() && genotype.ploidy() == 1;
        if (unknownPloidy && values == alleles) {
            return;
        }
        int ploidy = genotype == null || unknownPloidy ? 2 : genotype.ploidy();
        if (ploidy <= HIGHEST_PLOIDY) {
            long count = genotypeCount(alleles, ploidy);
            require(place, column, field, value, values, count, ", one for each genotype of ploidy " + ploidy);
        }
    }

    /** Multisets of {@code ploidy} out of {@code alleles}. */
    static long genotypeCount(int alleles, int ploidy) {
        long count = 1;
        for (int i = 1; i <= ploidy; i++) {
            count = count * (alleles + i - 1) / i;
        }
        return count;
    }

    private static void require(
            VcfLine place, String column, FieldDefinition field, String value, int values, long count, String why) {
        if (values != count) {
            throw place.wrong(
                    column,
                    count + (count == 1 ? " value" : " values") + " of " + field.id() + why,
                    values + ": " + field.id() + "=" + value);
        }
    }
}
