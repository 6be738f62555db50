package org.marrow.io.maf;

import static org.marrow.io.maf.MafColumns.BARCODE;
import static org.marrow.io.maf.MafColumns.BUILD;
import static org.marrow.io.maf.MafColumns.REQUIRED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;
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
 * <p>Chromosomes 23 and 24, as TCGA numbers them, are X and Y.
 *
 * <p>Insertions and deletions get {@code N} for the base before them, which MAF does not tell: an insertion of {@code TG} at
 * Start_Position 100 is {@code 100 N>NTG}, a deletion of {@code CA} at 100 is {@code 99 NCA>N}. With the reference at hand the
 * {@code N} can be filled in; without it, such a variant is told from its VCF twin by that letter alone.
 */
public final class MafSource {
    private final Path file;
    private final AssessedGenes assessed;
    private final @Nullable String wanted;
    private final SortedMap<String, List<MafRecord>> records = new TreeMap<>();
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
        source.records.forEach((barcode, own) -> samples.put(barcode, source.sample(barcode, own)));
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
        List<MafRecord> own = source.records.getOrDefault(barcode, List.of());
        if (own.isEmpty()) {
            throw new FormatException(
                    file,
                    Location.whole(),
                    "lines with " + FoundText.quote(barcode) + " in column " + BARCODE,
                    "none among " + source.records.size() + " samples"
                            + NearestName.hint(barcode, source.records.keySet()));
        }
        return source.sample(barcode, own);
    }

    /**
     * Reads all lines with all their columns, by sample and position.
     *
     * @throws FormatException as {@link #read}
     */
    public static List<MafRecord> readRecords(Path file) {
        MafSource source = new MafSource(file, new AssessedGenes.Unstated(), null);
        source.readRows();
        return source.records.values().stream()
                .flatMap(own -> own.stream().sorted(MafOrder.OF_RECORDS))
                .toList();
    }

    private SampleVariants sample(String barcode, List<MafRecord> own) {
        List<VariantCall> calls =
                own.stream().map(MafRecord::call).sorted(MafOrder.OF_CALLS).toList();
        return new SampleVariants(barcode, assembly(), assessed, calls);
    }

    private Assembly assembly() {
        return build == null ? Assembly.UNKNOWN : build.assembly();
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
        List<MafRecord> own = records.computeIfAbsent(barcode, _ -> new ArrayList<>());
        if (wanted == null || wanted.equals(barcode)) {
            own.add(MafRowReader.record(row, assembly()));
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

    private record Build(long line, String written, Assembly assembly) {}
}
