package org.marrow.io.maf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.marrow.io.table.TableRow;

/**
 * What cBioPortal's validator asks of a line of mutation data (its documentation, "File Formats", and the checks 6, 10 and 11 of
 * the MAF specification that it names).
 */
final class PortalRules {
    private static final Set<String> CLASSIFICATIONS = Set.of(
            "Frame_Shift_Del",
            "Frame_Shift_Ins",
            "In_Frame_Del",
            "In_Frame_Ins",
            "Missense_Mutation",
            "Nonsense_Mutation",
            "Splice_Site",
            "Translation_Start_Site",
            "Nonstop_Mutation",
            "Targeted_Region",
            "De_novo_Start_InFrame",
            "De_novo_Start_OutOfFrame",
            "Silent",
            "Intron",
            "3'UTR",
            "3'Flank",
            "5'UTR",
            "5'Flank",
            "IGR",
            "RNA",
            "Splice_Region",
            "Fusion",
            "Unknown");
    private static final List<String> READ_COUNTS =
            List.of("t_depth", "t_ref_count", "t_alt_count", "n_depth", "n_ref_count", "n_alt_count");

    private PortalRules() {}

    static void check(TableRow row) {
        String line = "line " + row.line();
        assertThat(row.header().names())
                .contains("HGVSp_Short", "Entrez_Gene_Id", "Center", "Strand", "Variant_Type", "HGVSc", "HGVSp");
        assertThat(row.raw("Hugo_Symbol")).as(line).isNotEmpty();
        assertThat(row.raw("Tumor_Sample_Barcode")).as(line).isNotEmpty();
        assertThat(row.raw("NCBI_Build")).as(line).isIn("GRCh37", "GRCh38");
        assertThat(row.raw("Strand")).as(line).isEqualTo("+");
        assertThat(row.raw("Variant_Classification")).as(line).isIn(CLASSIFICATIONS);
        assertThat(row.raw("Chromosome")).as(line).matches("[1-9]|1[0-9]|2[0-2]|X|Y|MT");
        for (String column : READ_COUNTS) {
            assertThat(row.raw(column)).as(line + " " + column).matches("\\d*");
        }
        alleles(row, line);
    }

    private static void alleles(TableRow row, String line) {
        String reference = row.raw("Reference_Allele");
        String first = row.raw("Tumor_Seq_Allele1");
        String second = row.raw("Tumor_Seq_Allele2");
        long start = row.integer("Start_Position", 1, Integer.MAX_VALUE);
        long end = row.integer("End_Position", 1, Integer.MAX_VALUE);
        assertThat(List.of(reference, first, second)).as(line).allMatch(allele -> allele.matches("-|[ACGT]+"));
        assertThat(reference.equals(first) && first.equals(second)).as(line).isFalse();
        assertThat(end).as(line).isGreaterThanOrEqualTo(start);
        int length = reference.length();
        switch (row.raw("Variant_Type")) {
            case "INS" -> {
                assertThat(end - start + 1 == length || end - start == 1)
                        .as(line)
                        .isTrue();
                assertThat(length).as(line).isLessThanOrEqualTo(Math.max(first.length(), second.length()));
                assertThat(reference.equals("-") ? end - start : 1).as(line).isEqualTo(1);
            }
            case "DEL" -> {
                assertThat(end - start + 1).as(line).isEqualTo(length);
                assertThat(length).as(line).isGreaterThanOrEqualTo(Math.max(first.length(), second.length()));
            }
            case "SNP" -> equalLengths(1, line, reference, first, second);
            case "DNP" -> equalLengths(2, line, reference, first, second);
            case "TNP" -> equalLengths(3, line, reference, first, second);
            case "ONP" -> {
                assertThat(length).as(line).isGreaterThan(3);
                equalLengths(length, line, reference, first, second);
            }
            default -> throw new AssertionError(line + ": " + row.raw("Variant_Type"));
        }
    }

    private static void equalLengths(int length, String line, String... alleles) {
        assertThat(alleles).as(line).allMatch(allele -> allele.length() == length && !allele.equals("-"));
    }
}
