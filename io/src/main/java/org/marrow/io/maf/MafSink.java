package org.marrow.io.maf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableSink;

/**
 * Writes MAF that {@link MafSource} reads back and that cBioPortal imports: the columns, words and alleles are those that its
 * validator takes ("File Formats", mutation data). What is not known is an empty cell, but for the gene and the classification,
 * which cBioPortal wants as {@code Unknown}.
 */
public final class MafSink {
    private static final List<String> COLUMNS = List.of(
            MafColumns.GENE,
            MafColumns.ENTREZ,
            MafColumns.CENTRE,
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
            MafColumns.DB_SNP,
            MafColumns.BARCODE,
            MafColumns.NORMAL_BARCODE,
            MafColumns.HGVS_C,
            MafColumns.HGVS_P_LONG,
            MafColumns.HGVS_P,
            MafColumns.TRANSCRIPT,
            MafColumns.EXON,
            MafColumns.DEPTH,
            MafColumns.REF_READS,
            MafColumns.ALT_READS,
            MafColumns.NORMAL_DEPTH,
            MafColumns.NORMAL_REF_READS,
            MafColumns.NORMAL_ALT_READS,
            MafColumns.VAF.getFirst(),
            MafColumns.FILTER);

    private MafSink() {}

    /**
     * Writes the samples by name, and of each the calls by position.
     *
     * @throws InvalidValueException for symbolic alleles, and when the samples count on different assemblies
     */
    public static void write(Path file, List<SampleVariants> samples) {
        List<MafRecord> records = new ArrayList<>();
        for (SampleVariants sample : samples) {
            // Also of a sample without calls.
            requireSame(samples.getFirst().assembly(), sample.assembly(), sample.name());
            for (VariantCall call : sample.calls()) {
                records.add(MafRecord.of(sample.name(), sample.assembly(), call));
            }
        }
        writeRecords(file, records);
    }

    /**
     * Writes lines by sample and position.
     *
     * @throws InvalidValueException for symbolic alleles, and when lines count on different assemblies
     */
    public static void writeRecords(Path file, List<MafRecord> records) {
        for (MafRecord record : records) {
            requireSame(records.getFirst().assembly(), record.assembly(), record.tumour());
        }
        List<MafRecord> sorted = records.stream()
                .sorted(Comparator.comparing(MafRecord::tumour).thenComparing(MafOrder.OF_RECORDS))
                .toList();
        TableSink.write(file, TableFormat.TSV_WITH_COMMENTS, COLUMNS, sink -> {
            for (MafRecord record : sorted) {
                sink.row(cells(record));
            }
        });
    }

    private static void requireSame(Assembly first, Assembly assembly, String sample) {
        InvalidValueException.check(assembly == first, "assembly of " + sample, assembly, first + ", as the others");
    }

    private static List<Object> cells(MafRecord record) {
        VariantCall call = record.call();
        MafAlleles alleles = MafAlleles.of(call.variant());
        return List.of(
                call.gene().orElse(MafColumns.UNKNOWN_GENE),
                record.entrezGene(),
                record.centre(),
                build(record.assembly()),
                call.variant().contig(),
                alleles.start(),
                alleles.end(),
                "+",
                record.classification().isEmpty() ? MafColumns.UNKNOWN_CLASSIFICATION : record.classification(),
                alleles.type(),
                alleles.reference(),
                alleles.reference(),
                alleles.alternate(),
                String.join(",", record.dbSnp()),
                record.tumour(),
                record.normal(),
                call.hgvsC(),
                record.proteinName(),
                call.hgvsP(),
                call.transcript(),
                record.exon(),
                call.depth(),
                record.refReads(),
                call.altReads(),
                record.normalReads().depth(),
                record.normalReads().refReads(),
                record.normalReads().altReads(),
                // Where the reads are counted the fraction is their quotient, and a second statement could contradict
                // it.
                call.depth().isPresent() && call.altReads().isPresent() ? OptionalDouble.empty() : call.vaf(),
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
}
