package org.marrow.io.samplesheet;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;

/**
 * One sample and its files. All paths are absolute and led to a readable file when the sheet was read.
 *
 * @param line of the samplesheet, from 1
 * @param synthetic made by a simulator
 * @param assessed what the assay of {@code vcf} or {@code maf} looked at
 * @param panelFile where {@code assessed} is a panel, its list of genes
 * @param vcfSample which sample of a VCF of several; empty when the VCF has one
 * @param mafSample {@code Tumor_Sample_Barcode} in the MAF; the sample id unless the sheet says otherwise
 * @param markers a VCF of the variants to follow in {@code bam}; there whenever {@code bam} is
 * @param reference FASTA
 * @param clinical table with a row for this patient
 */
public record SamplesheetLine(
        long line,
        Pseudonym patient,
        Centre centre,
        Disease disease,
        boolean synthetic,
        Sample sample,
        Assembly assembly,
        AssessedGenes assessed,
        Optional<Path> panelFile,
        Optional<Path> vcf,
        Optional<String> vcfSample,
        Optional<Path> maf,
        String mafSample,
        Optional<Path> bam,
        Optional<Path> markers,
        Optional<Path> reference,
        Optional<Path> h5ad,
        Optional<Path> measurements,
        Optional<Path> clinical,
        Optional<Path> treatments) {
    static final Comparator<Sample> BY_DATE = Comparator.comparing(
                    (Sample sample) -> sample.collected().orElse(LocalDate.MAX))
            .thenComparing(Sample::id);

    public SamplesheetLine {
        requireNonNull(patient, "patient");
        requireNonNull(centre, "centre");
        requireNonNull(disease, "disease");
        requireNonNull(sample, "sample");
        requireNonNull(assembly, "assembly");
        requireNonNull(assessed, "assessed");
        requireNonNull(panelFile, "panelFile");
        requireNonNull(vcf, "vcf");
        requireNonNull(vcfSample, "vcfSample");
        requireNonNull(maf, "maf");
        requireNonNull(mafSample, "mafSample");
        requireNonNull(bam, "bam");
        requireNonNull(markers, "markers");
        requireNonNull(reference, "reference");
        requireNonNull(h5ad, "h5ad");
        requireNonNull(measurements, "measurements");
        requireNonNull(clinical, "clinical");
        requireNonNull(treatments, "treatments");
    }
}
