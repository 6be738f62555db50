package org.marrow.io.samplesheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.variant.Assembly;

/** The column names of a samplesheet, and the words that its cells may hold. */
final class SamplesheetColumns {
    static final String PATIENT = "patient";
    static final String CENTRE = "centre";
    static final String DISEASE = "disease";
    static final String SAMPLE = "sample";
    static final String DATE = "date";
    static final String MATERIAL = "material";
    static final String TIMEPOINT = "timepoint";
    static final String ASSEMBLY = "assembly";
    static final String PANEL = "panel";
    static final String VCF = "vcf";
    static final String VCF_SAMPLE = "vcf_sample";
    static final String MAF = "maf";
    static final String MAF_SAMPLE = "maf_sample";
    static final String BAM = "bam";
    static final String MARKERS = "markers";
    static final String REFERENCE = "reference";
    static final String H5AD = "h5ad";
    static final String MEASUREMENTS = "measurements";
    static final String CLINICAL = "clinical";
    static final String TREATMENTS = "treatments";
    static final String SYNTHETIC = "synthetic";

    static final List<String> ALL = List.of(
            PATIENT,
            CENTRE,
            DISEASE,
            SAMPLE,
            DATE,
            MATERIAL,
            TIMEPOINT,
            ASSEMBLY,
            PANEL,
            VCF,
            VCF_SAMPLE,
            MAF,
            MAF_SAMPLE,
            BAM,
            MARKERS,
            REFERENCE,
            H5AD,
            MEASUREMENTS,
            CLINICAL,
            TREATMENTS,
            SYNTHETIC);

    static final List<String> REQUIRED = List.of(PATIENT, CENTRE, DISEASE, SAMPLE);

    /** Each of these begins a process of the pipeline; a line without any has nothing to do. */
    static final List<String> DATA = List.of(VCF, MAF, BAM, H5AD, MEASUREMENTS);

    /** What the panel column says when the assay looked at all genes. */
    static final String EXOME = "exome";

    static final Map<String, Disease> DISEASES = words(
            Map.entry("AML", Disease.AML),
            Map.entry("MDS", Disease.MDS),
            Map.entry("CML", Disease.CML),
            Map.entry("ALL", Disease.ALL),
            Map.entry("MPN", Disease.MPN),
            Map.entry("OTHER", Disease.OTHER));

    static final Map<String, SampleMaterial> MATERIALS = words(
            Map.entry("BM", SampleMaterial.BONE_MARROW),
            Map.entry("PB", SampleMaterial.PERIPHERAL_BLOOD),
            Map.entry("OTHER", SampleMaterial.OTHER));

    static final Map<String, Assembly> ASSEMBLIES = words(
            Map.entry("GRCh37", Assembly.GRCH37),
            Map.entry("GRCh38", Assembly.GRCH38),
            Map.entry("other", Assembly.OTHER));

    static final Map<String, Boolean> YES_NO = words(Map.entry("yes", true), Map.entry("no", false));

    private SamplesheetColumns() {}

    /** The word that stands for a value; empty when the value is the unknown one. */
    static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Words in the order in which messages name them. */
    @SafeVarargs
    private static <T> Map<String, T> words(Map.Entry<String, T>... entries) {
        Map<String, T> words = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : entries) {
            words.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(words);
    }
}
