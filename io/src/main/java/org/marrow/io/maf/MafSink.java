package org.marrow.io.maf;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;

/** Writes MAF that {@link MafSource} reads back. */
public final class MafSink {
    private static final List<String> COLUMNS = List.of(
            MafColumns.GENE,
            MafColumns.BUILD,
            MafColumns.CONTIG,
            MafColumns.START,
            MafColumns.END,
            MafColumns.STRAND,
            MafColumns.CLASSIFICATION,
            MafColumns.TYPE,
            MafColumns.REFERENCE,
            MafColumns.ALLELE_1,
            MafColumns.ALLELE_2,
            MafColumns.BARCODE,
            MafColumns.HGVS_C,
            MafColumns.HGVS_P,
            MafColumns.TRANSCRIPT,
            MafColumns.DEPTH,
            MafColumns.ALT_READS,
            MafColumns.VAF_PERCENT_WU,
            MafColumns.FILTER);

    private MafSink() {}

    /**
     * Writes the samples by name, and of each the calls by position.
     *
     * @throws InvalidValueException for symbolic alleles, and when the samples count on different assemblies
     */
    public static void write(Path file, List<SampleVariants> samples) {
        for (SampleVariants sample : samples) {
            Assembly first = samples.getFirst().assembly();
            InvalidValueException.check(
                    sample.assembly() == first,
                    "assembly of " + sample.name(),
                    sample.assembly(),
                    first + ", as the others");
        }
        List<SampleVariants> sorted = samples.stream()
                .sorted(Comparator.comparing(SampleVariants::name))
                .toList();
        TableSink.write(file, TableFormat.TSV_WITH_COMMENTS, COLUMNS, sink -> {
            for (SampleVariants sample : sorted) {
                for (VariantCall call :
                        sample.calls().stream().sorted(MafOrder.OF_CALLS).toList()) {
                    sink.row(cells(sample, call));
                }
            }
        });
    }

    private static List<Object> cells(SampleVariants sample, VariantCall call) {
        MafAlleles alleles = MafAlleles.of(call.variant());
        return List.of(
                call.gene(),
                build(sample.assembly()),
                call.variant().contig(),
                alleles.start(),
                alleles.end(),
                "+",
                MafClassification.word(call.consequence(), alleles.type().equals("INS")),
                alleles.type(),
                alleles.reference(),
                alleles.reference(),
                alleles.alternate(),
                sample.name(),
                call.hgvsC(),
                call.hgvsP(),
                call.transcript(),
                call.depth(),
                call.altReads(),
                percent(call.vaf()),
                String.join(";", call.filters()));
    }

    private static String build(Assembly assembly) {
        return switch (assembly) {
            case GRCH37 -> "GRCh37";
            case GRCH38 -> "GRCh38";
            case OTHER -> "other";
            case UNKNOWN -> "";
        };
    }

    private static Optional<BigDecimal> percent(OptionalDouble vaf) {
        return vaf.isPresent()
                ? Optional.of(BigDecimal.valueOf(vaf.getAsDouble()).movePointRight(2))
                : Optional.empty();
    }
}
