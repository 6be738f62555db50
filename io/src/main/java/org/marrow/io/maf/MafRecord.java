package org.marrow.io.maf;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.vcf.AnnotatedCall.NormalReads;

/**
 * One line of a MAF with the columns that the GDC's format and cBioPortal know.
 *
 * @param tumour {@code Tumor_Sample_Barcode}
 * @param normal {@code Matched_Norm_Sample_Barcode}
 * @param centre {@code Center}, who sequenced
 * @param entrezGene NCBI's number of the gene, from 1
 * @param classification the word of {@code Variant_Classification}, which tells apart more than a consequence does; empty where
 *     nothing is known
 * @param proteinName {@code HGVSp}, in three-letter form; the call has the short one
 * @param exon {@code Exon_Number}, such as {@code 11/11}
 * @param dbSnp {@code dbSNP_RS}, identifiers that begin with {@code rs}
 * @param refReads {@code t_ref_count}
 */
public record MafRecord(
        String tumour,
        Optional<String> normal,
        Optional<String> centre,
        Assembly assembly,
        OptionalInt entrezGene,
        VariantCall call,
        String classification,
        Optional<String> proteinName,
        Optional<String> exon,
        List<String> dbSnp,
        OptionalInt refReads,
        NormalReads normalReads) {
    public MafRecord {
        InvalidValueException.check(tumour != null && !tumour.isBlank(), "tumour", tumour, "a sample's name");
        requireNonNull(normal, "normal");
        requireNonNull(centre, "centre");
        requireNonNull(assembly, "assembly");
        InvalidValueException.check(entrezGene.orElse(1) >= 1, "entrezGene", entrezGene, "a number from 1");
        requireNonNull(call, "call");
        requireNonNull(classification, "classification");
        requireNonNull(proteinName, "proteinName");
        requireNonNull(exon, "exon");
        dbSnp = List.copyOf(dbSnp);
        requireNonNull(refReads, "refReads");
        requireNonNull(normalReads, "normalReads");
    }

    /** A line that says no more than its call. */
    static MafRecord of(String tumour, Assembly assembly, VariantCall call) {
        return new MafRecord(
                tumour,
                Optional.empty(),
                Optional.empty(),
                assembly,
                OptionalInt.empty(),
                call,
                MafClassification.word(call),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                NormalReads.NONE);
    }
}
