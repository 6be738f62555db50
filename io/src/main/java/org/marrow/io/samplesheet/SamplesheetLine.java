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

    /** Begins a line whose files are still to be named; what is not named is unknown. */
    public static Builder of(Centre centre, Disease disease, Sample sample) {
        return new Builder(centre, disease, sample);
    }

    /** Puts a line together for writing. */
    public static final class Builder {
        private final Centre centre;
        private final Disease disease;
        private final Sample sample;
        private boolean synthetic;
        private Assembly assembly = Assembly.UNKNOWN;
        private AssessedGenes assessed = new AssessedGenes.Unstated();
        private Optional<Path> panelFile = Optional.empty();
        private Optional<Path> vcf = Optional.empty();
        private Optional<String> vcfSample = Optional.empty();
        private Optional<Path> maf = Optional.empty();
        private String mafSample;
        private Optional<Path> bam = Optional.empty();
        private Optional<Path> markers = Optional.empty();
        private Optional<Path> reference = Optional.empty();
        private Optional<Path> h5ad = Optional.empty();
        private Optional<Path> measurements = Optional.empty();
        private Optional<Path> clinical = Optional.empty();
        private Optional<Path> treatments = Optional.empty();

        private Builder(Centre centre, Disease disease, Sample sample) {
            this.centre = centre;
            this.disease = disease;
            this.sample = sample;
            this.mafSample = sample.id().value();
        }

        public Builder synthetic(boolean made) {
            this.synthetic = made;
            return this;
        }

        public Builder assembly(Assembly value) {
            this.assembly = value;
            return this;
        }

        public Builder exome() {
            this.assessed = new AssessedGenes.Exome();
            this.panelFile = Optional.empty();
            return this;
        }

        /** A panel, with the file that lists its genes. */
        public Builder panel(AssessedGenes.Panel panel, Path file) {
            this.assessed = panel;
            this.panelFile = Optional.of(file);
            return this;
        }

        /** A VCF of one sample. */
        public Builder vcf(Path file) {
            this.vcf = Optional.of(file);
            return this;
        }

        /** A sample of a VCF of several. */
        public Builder vcf(Path file, String name) {
            this.vcfSample = Optional.of(name);
            return vcf(file);
        }

        public Builder maf(Path file, String barcode) {
            this.maf = Optional.of(file);
            this.mafSample = barcode;
            return this;
        }

        /** Reads, and the variants to follow in them. */
        public Builder bam(Path file, Path markersFile) {
            this.bam = Optional.of(file);
            this.markers = Optional.of(markersFile);
            return this;
        }

        public Builder reference(Path fasta) {
            this.reference = Optional.of(fasta);
            return this;
        }

        public Builder h5ad(Path file) {
            this.h5ad = Optional.of(file);
            return this;
        }

        public Builder measurements(Path table) {
            this.measurements = Optional.of(table);
            return this;
        }

        public Builder clinical(Path table) {
            this.clinical = Optional.of(table);
            return this;
        }

        public Builder treatments(Path table) {
            this.treatments = Optional.of(table);
            return this;
        }

        /** @param line that it will stand on, from 2 */
        public SamplesheetLine build(long line) {
            return new SamplesheetLine(
                    line,
                    sample.patient(),
                    centre,
                    disease,
                    synthetic,
                    sample,
                    assembly,
                    assessed,
                    panelFile,
                    vcf,
                    vcfSample,
                    maf,
                    mafSample,
                    bam,
                    markers,
                    reference,
                    h5ad,
                    measurements,
                    clinical,
                    treatments);
        }
    }
}
