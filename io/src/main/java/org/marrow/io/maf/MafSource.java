package org.marrow.io.maf;

import static org.marrow.io.maf.MafColumns.ALLELE_1;
import static org.marrow.io.maf.MafColumns.ALLELE_2;
import static org.marrow.io.maf.MafColumns.ALT_READS;
import static org.marrow.io.maf.MafColumns.BARCODE;
import static org.marrow.io.maf.MafColumns.BUILD;
import static org.marrow.io.maf.MafColumns.CLASSIFICATION;
import static org.marrow.io.maf.MafColumns.CONTIG;
import static org.marrow.io.maf.MafColumns.DEPTH;
import static org.marrow.io.maf.MafColumns.FILTER;
import static org.marrow.io.maf.MafColumns.GENE;
import static org.marrow.io.maf.MafColumns.HGVS_C;
import static org.marrow.io.maf.MafColumns.HGVS_P;
import static org.marrow.io.maf.MafColumns.PROTEIN_CHANGE;
import static org.marrow.io.maf.MafColumns.REFERENCE;
import static org.marrow.io.maf.MafColumns.REQUIRED;
import static org.marrow.io.maf.MafColumns.START;
import static org.marrow.io.maf.MafColumns.TRANSCRIPT;
import static org.marrow.io.maf.MafColumns.TRANSCRIPT_WU;
import static org.marrow.io.maf.MafColumns.VAF_PERCENT_WU;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.NearestName;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;

/**
 * Reads MAF, plain or gzip: docs/formats/maf.md describes the columns. Columns are found by name; those that are not known here
 * do not count.
 *
 * <p>Insertions and deletions get {@code N} for the base before them, which MAF does not tell: an insertion of {@code TG} at
 * Start_Position 100 is {@code 100 N>NTG}, a deletion of {@code CA} at 100 is {@code 99 NCA>N}. With the reference at hand the
 * {@code N} can be filled in; without it, such a variant is told from its VCF twin by that letter alone.
 */
public final class MafSource {
    private static final int MAX_POSITION = Integer.MAX_VALUE - 1;
    private static final int MAX_READS = 1_000_000_000;

    private final Path file;
    private final AssessedGenes assessed;
    private final @Nullable String wanted;
    private final SortedMap<String, List<VariantCall>> calls = new TreeMap<>();
    private @Nullable Build build;

    private MafSource(Path file, AssessedGenes assessed, @Nullable String wanted) {
        this.file = file;
        this.assessed = assessed;
        this.wanted = wanted;
    }

    /**
     * Reads all samples.
     *
     * @param assessed what the assay looked at, which a MAF does not tell
     * @return by {@code Tumor_Sample_Barcode}; the calls of each by contig and position
     * @throws FormatException with line and column for what is not MAF, and when lines count on different assemblies
     */
    public static SortedMap<String, SampleVariants> read(Path file, AssessedGenes assessed) {
        MafSource source = new MafSource(file, assessed, null);
        source.readRows();
        SortedMap<String, SampleVariants> samples = new TreeMap<>();
        source.calls.forEach((barcode, own) -> samples.put(barcode, source.sample(barcode, own)));
        return Collections.unmodifiableSortedMap(samples);
    }

    /**
     * Reads one sample; the lines of others are checked only for their assembly.
     *
     * @throws FormatException also when no line is of this sample, since a MAF does not tell a sample without variants from a
     *     sample that it does not know
     */
    public static SampleVariants readSample(Path file, String barcode, AssessedGenes assessed) {
        MafSource source = new MafSource(file, assessed, barcode);
        source.readRows();
        List<VariantCall> own = source.calls.getOrDefault(barcode, List.of());
        if (own.isEmpty()) {
            throw new FormatException(
                    file,
                    Location.whole(),
                    "lines with " + FoundText.quote(barcode) + " in column " + BARCODE,
                    "none among " + source.calls.size() + " samples"
                            + NearestName.hint(barcode, source.calls.keySet()));
        }
        return source.sample(barcode, own);
    }

    private SampleVariants sample(String barcode, List<VariantCall> own) {
        Assembly assembly = build == null ? Assembly.UNKNOWN : build.assembly();
        return new SampleVariants(
                barcode,
                assembly,
                assessed,
                own.stream().sorted(MafOrder.OF_CALLS).toList());
    }

    private void readRows() {
        try (TableSource table = TableSource.open(file, TableFormat.TSV_WITH_COMMENTS, TableLimits.BY_PROGRAM)) {
            table.header().require(REQUIRED);
            table.forEach(this::readRow);
        }
    }

    private void readRow(TableRow row) {
        requireSameBuild(row);
        String barcode = row.text(BARCODE);
        List<VariantCall> own = calls.computeIfAbsent(barcode, _ -> new ArrayList<>());
        if (wanted == null || wanted.equals(barcode)) {
            own.add(call(row));
        }
    }

    private void requireSameBuild(TableRow row) {
        Build here = new Build(row.line(), row.raw(BUILD), assembly(row.raw(BUILD)));
        if (build == null) {
            build = here;
        } else if (build.assembly() != here.assembly()
                || here.assembly() == Assembly.OTHER && !here.written().equals(build.written())) {
            throw new FormatException(
                    file,
                    row.at(BUILD),
                    FoundText.quote(build.written()) + " as on line " + build.line(),
                    FoundText.quote(here.written()));
        }
    }

    private static Assembly assembly(String build) {
        return switch (build.toLowerCase(Locale.ROOT)) {
            case "37", "grch37", "hg19", "b37", "grch37-lite" -> Assembly.GRCH37;
            case "38", "grch38", "hg38" -> Assembly.GRCH38;
            case "", "na", "." -> Assembly.UNKNOWN;
            default -> Assembly.OTHER;
        };
    }

    private static VariantCall call(TableRow row) {
        Variant variant = variant(row);
        OptionalInt depth = count(row, DEPTH);
        OptionalInt altReads = count(row, ALT_READS);
        return row.checked(
                ALT_READS,
                () -> new VariantCall(
                        variant,
                        text(row, GENE).filter(gene -> !gene.equals("Unknown")),
                        MafClassification.consequence(text(row, CLASSIFICATION).orElse("")),
                        text(row, HGVS_C).map(MafSource::withoutTranscript),
                        text(row, HGVS_P).or(() -> text(row, PROTEIN_CHANGE)),
                        text(row, TRANSCRIPT).or(() -> text(row, TRANSCRIPT_WU)),
                        depth,
                        altReads,
                        vaf(row, depth, altReads),
                        filters(row)));
    }

    private static Variant variant(TableRow row) {
        int start = (int) row.integer(START, 1, MAX_POSITION);
        String contig = row.text(CONTIG);
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
        if (depth.isPresent() && altReads.isPresent() && depth.getAsInt() > 0) {
            // More reads with the variant than reads: the record refuses it, and names the column.
            return OptionalDouble.of(Math.min(1, (double) altReads.getAsInt() / depth.getAsInt()));
        }
        OptionalDouble percent = row.optionalNumber(VAF_PERCENT_WU, 0, 100);
        if (percent.isEmpty() || percent.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        // In decimals, so that 12.3 % is the number nearest to 0.123.
        BigDecimal fraction = new BigDecimal(row.raw(VAF_PERCENT_WU)).movePointLeft(2);
        return OptionalDouble.of(fraction.doubleValue());
    }

    private static List<String> filters(TableRow row) {
        return text(row, FILTER)
                .filter(filter -> !filter.equals("PASS"))
                .map(filter -> Arrays.stream(filter.split("[;,]"))
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

    private record Build(long line, String written, Assembly assembly) {}
}
