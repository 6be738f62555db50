package org.marrow.io.samplesheet;

import static org.marrow.io.samplesheet.SamplesheetColumns.BAM;
import static org.marrow.io.samplesheet.SamplesheetColumns.CLINICAL;
import static org.marrow.io.samplesheet.SamplesheetColumns.DATA;
import static org.marrow.io.samplesheet.SamplesheetColumns.DATE;
import static org.marrow.io.samplesheet.SamplesheetColumns.H5AD;
import static org.marrow.io.samplesheet.SamplesheetColumns.MAF;
import static org.marrow.io.samplesheet.SamplesheetColumns.MAF_SAMPLE;
import static org.marrow.io.samplesheet.SamplesheetColumns.MARKERS;
import static org.marrow.io.samplesheet.SamplesheetColumns.MEASUREMENTS;
import static org.marrow.io.samplesheet.SamplesheetColumns.REFERENCE;
import static org.marrow.io.samplesheet.SamplesheetColumns.TREATMENTS;
import static org.marrow.io.samplesheet.SamplesheetColumns.VCF;
import static org.marrow.io.samplesheet.SamplesheetColumns.VCF_SAMPLE;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.marrow.core.patient.Centre;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.Sample;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/** The files of one line, with the rules about which of them go together. */
record LineFiles(
        Optional<Path> vcf,
        Optional<Path> maf,
        Optional<Path> bam,
        Optional<Path> markers,
        Optional<Path> reference,
        Optional<Path> h5ad,
        Optional<Path> measurements,
        Optional<Path> clinical,
        Optional<Path> treatments) {

    /** Looks the files up, and adds what is wrong with them, alone and together. */
    static LineFiles find(TableRow row, NamedFiles files, TableProblems problems) {
        checkTogether(row, problems);
        return new LineFiles(
                files.find(row, VCF),
                files.find(row, MAF),
                files.find(row, BAM),
                files.find(row, MARKERS),
                files.find(row, REFERENCE),
                files.find(row, H5AD),
                files.find(row, MEASUREMENTS),
                files.find(row, CLINICAL),
                files.find(row, TREATMENTS));
    }

    SamplesheetLine line(
            TableRow row,
            Centre centre,
            Disease disease,
            boolean synthetic,
            Sample sample,
            Assembly assembly,
            AssessedGenes assessed,
            Optional<Path> panelFile) {
        return new SamplesheetLine(
                row.line(),
                sample.patient(),
                centre,
                disease,
                synthetic,
                sample,
                assembly,
                assessed,
                panelFile,
                vcf,
                row.optionalText(VCF_SAMPLE),
                maf,
                row.optionalText(MAF_SAMPLE).orElse(sample.id().value()),
                bam,
                markers,
                reference,
                h5ad,
                measurements,
                clinical,
                treatments);
    }

    /** Looks at what the cells say, not at what was found, so that a misspelt path is not also taken for none. */
    private static void checkTogether(TableRow row, TableProblems problems) {
        if (DATA.stream().noneMatch(row::isKnown)) {
            problems.add(row.line(), "", "no file to analyse", "a path in one of " + String.join(", ", DATA));
        }
        if (row.isKnown(VCF) && row.isKnown(MAF)) {
            problems.add(
                    row.line(), MAF, "a vcf and a maf on one line", "only one of the two; give the other its own line");
        }
        if (row.isKnown(BAM)) {
            checkReads(row, problems);
        } else if (row.isKnown(MARKERS)) {
            problems.add(row, MARKERS, "nothing, as the line has no bam, or the path of a BAM in the column bam");
        }
        if (row.isKnown(VCF_SAMPLE) && !row.isKnown(VCF)) {
            problems.add(row, VCF_SAMPLE, "nothing, as the line has no vcf, or the path of a VCF in the column vcf");
        }
        if (row.isKnown(MAF_SAMPLE) && !row.isKnown(MAF)) {
            problems.add(row, MAF_SAMPLE, "nothing, as the line has no maf, or the path of a MAF in the column maf");
        }
    }

    private static void checkReads(TableRow row, TableProblems problems) {
        if (!row.isKnown(MARKERS)) {
            problems.add(row, MARKERS, "the path of a VCF with the variants to follow, as the line has a bam");
        }
        if (!row.isKnown(DATE)) {
            problems.add(row, DATE, "the day the sample was drawn, as YYYY-MM-DD, because the line has a bam");
        }
        if (row.raw(BAM).toLowerCase(Locale.ROOT).endsWith(".cram") && !row.isKnown(REFERENCE)) {
            problems.add(row, REFERENCE, "the path of the FASTA that the CRAM was written with");
        }
    }
}
