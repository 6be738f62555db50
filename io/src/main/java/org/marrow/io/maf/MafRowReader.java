package org.marrow.io.maf;

import static org.marrow.io.maf.MafColumns.ALLELE_1;
import static org.marrow.io.maf.MafColumns.ALLELE_2;
import static org.marrow.io.maf.MafColumns.ALT_READS;
import static org.marrow.io.maf.MafColumns.CLASSIFICATION;
import static org.marrow.io.maf.MafColumns.CONTIG;
import static org.marrow.io.maf.MafColumns.DEPTH;
import static org.marrow.io.maf.MafColumns.GENE;
import static org.marrow.io.maf.MafColumns.REFERENCE;
import static org.marrow.io.maf.MafColumns.REF_READS;
import static org.marrow.io.maf.MafColumns.START;
import static org.marrow.io.maf.MafColumns.VAF_PERCENT_WU;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.TableRow;
import org.marrow.io.vcf.AnnotatedCall.NormalReads;

/** Reads one line of a MAF. */
final class MafRowReader {
    private static final int MAX_POSITION = Integer.MAX_VALUE - 1;
    private static final int MAX_READS = 1_000_000_000;
    private static final int MAX_ENTREZ = Integer.MAX_VALUE;

    private MafRowReader() {}

    static MafRecord record(TableRow row, Assembly assembly) {
        Variant variant = variant(row, assembly);
        OptionalInt altReads = count(row, ALT_READS);
        OptionalInt refReads = count(row, REF_READS);
        OptionalInt depth = depth(row, refReads, altReads);
        String word = text(row, CLASSIFICATION).orElse("");
        VariantCall call = row.checked(
                ALT_READS,
                () -> new VariantCall(
                        variant,
                        text(row, GENE).filter(gene -> !gene.equals(MafColumns.UNKNOWN_GENE)),
                        MafClassification.consequence(word),
                        text(row, MafColumns.HGVS_C).map(MafRowReader::withoutTranscript),
                        text(row, MafColumns.HGVS_P).or(() -> text(row, MafColumns.PROTEIN_CHANGE)),
                        text(row, MafColumns.TRANSCRIPT).or(() -> text(row, MafColumns.TRANSCRIPT_WU)),
                        depth,
                        altReads,
                        vaf(row, depth, altReads),
                        filters(row)));
        return new MafRecord(
                row.text(MafColumns.BARCODE),
                text(row, MafColumns.NORMAL_BARCODE),
                text(row, MafColumns.CENTRE),
                assembly,
                entrez(row),
                call,
                word.equals(MafColumns.UNKNOWN_CLASSIFICATION) ? "" : word,
                text(row, MafColumns.HGVS_P_LONG).map(MafRowReader::withoutTranscript),
                text(row, MafColumns.EXON),
                dbSnp(row),
                refReads,
                new NormalReads(
                        count(row, MafColumns.NORMAL_DEPTH),
                        count(row, MafColumns.NORMAL_REF_READS),
                        count(row, MafColumns.NORMAL_ALT_READS)));
    }

    private static Variant variant(TableRow row, Assembly assembly) {
        int start = (int) row.integer(START, 1, MAX_POSITION);
        String contig = contig(row.text(CONTIG), assembly);
        String reference = row.text(REFERENCE).toUpperCase(Locale.ROOT);
        String second = row.text(ALLELE_2).toUpperCase(Locale.ROOT);
        String first = row.optionalText(ALLELE_1).orElse(reference).toUpperCase(Locale.ROOT);
        // Some writers put the variant allele of a heterozygous call first.
        String alternate = second.equals(reference) ? first : second;
        if (alternate.equals(reference)) {
            throw row.wrong(ALLELE_2, "an allele that differs from the reference, " + FoundText.quote(reference));
        }
        return row.checked(ALLELE_2, () -> MafAlleles.toVariant(contig, start, reference, alternate));
    }

    /** TCGA and cBioPortal number the sex chromosomes; of another species or assembly 23 may be an autosome. */
    private static String contig(String written, Assembly assembly) {
        if (assembly == Assembly.OTHER) {
            return written;
        }
        return switch (written) {
            case "23" -> "X";
            case "24" -> "Y";
            case "chr23" -> "chrX";
            case "chr24" -> "chrY";
            default -> written;
        };
    }

    private static OptionalInt entrez(TableRow row) {
        if (text(row, MafColumns.ENTREZ).isEmpty()) {
            return OptionalInt.empty();
        }
        long number = row.integer(MafColumns.ENTREZ, 0, MAX_ENTREZ);
        // 0 says that there is no gene, or that nobody knows its number.
        return number == 0 ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    private static List<String> dbSnp(TableRow row) {
        // "novel" says that dbSNP has no such variant.
        return split(row, MafColumns.DB_SNP, "[;,]").stream()
                .filter(id -> id.startsWith("rs"))
                .toList();
    }

    private static OptionalInt depth(TableRow row, OptionalInt refReads, OptionalInt altReads) {
        OptionalInt stated = count(row, DEPTH);
        boolean sum = stated.isEmpty() && refReads.isPresent() && altReads.isPresent();
        return sum ? OptionalInt.of(refReads.getAsInt() + altReads.getAsInt()) : stated;
    }

    private static OptionalInt count(TableRow row, String column) {
        if (text(row, column).isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalLong count = row.optionalInteger(column, 0, MAX_READS);
        return count.isPresent() ? OptionalInt.of((int) count.getAsLong()) : OptionalInt.empty();
    }

    /**
     * The fraction by the read counts, else as stated. A stated 0 is unknown: a called variant was seen, and the counting tools
     * behind such columns give 0 for the insertions and deletions that they cannot count.
     */
    private static OptionalDouble vaf(TableRow row, OptionalInt depth, OptionalInt altReads) {
        OptionalDouble stated = stated(row);
        if (depth.isPresent() && altReads.isPresent() && depth.getAsInt() > 0) {
            // More reads with the variant than reads: the record refuses it, and names the column.
            return OptionalDouble.of(Math.min(1, (double) altReads.getAsInt() / depth.getAsInt()));
        }
        return stated;
    }

    private static OptionalDouble stated(TableRow row) {
        OptionalDouble fraction = OptionalDouble.empty();
        for (String column : MafColumns.VAF) {
            OptionalDouble here =
                    text(row, column).isEmpty() ? OptionalDouble.empty() : row.optionalNumber(column, 0, 1);
            fraction = fraction.isPresent() ? fraction : here;
        }
        OptionalDouble percent = text(row, VAF_PERCENT_WU).isEmpty()
                ? OptionalDouble.empty()
                : row.optionalNumber(VAF_PERCENT_WU, 0, 100);
        if (fraction.isEmpty() && percent.isPresent()) {
            // In decimals, so that 12.3 % is the number nearest to 0.123.
            fraction = OptionalDouble.of(
                    new BigDecimal(row.raw(VAF_PERCENT_WU)).movePointLeft(2).doubleValue());
        }
        return fraction.orElse(0) == 0 ? OptionalDouble.empty() : fraction;
    }

    private static List<String> filters(TableRow row) {
        return split(row, MafColumns.FILTER, "[;,]").stream()
                .filter(filter -> !filter.equals("PASS"))
                .toList();
    }

    private static List<String> split(TableRow row, String column, String separators) {
        return text(row, column)
                .map(cell -> Arrays.stream(cell.split(separators))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** MAF writes an unknown value also as a point. */
    private static Optional<String> text(TableRow row, String column) {
        return row.optionalText(column).filter(text -> !text.equals("."));
    }

    private static String withoutTranscript(String hgvs) {
        return hgvs.substring(hgvs.indexOf(':') + 1);
    }
}
