package org.marrow.io.clinical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The column names of a clinical table. Every other column is a lesion. */
final class ClinicalColumns {
    static final String PATIENT = "patient";
    static final String AGE = "age_years";
    static final String HAEMOGLOBIN = "hb_g_dl";
    static final String PLATELETS = "plt_1e9_l";
    static final String NEUTROPHILS = "anc_1e9_l";
    static final String MARROW_BLASTS = "bm_blast_pct";
    static final String KARYOTYPE = "karyotype";
    static final String CYTOGENETICS_IPSSR = "cyto_ipssr";

    static final List<String> NAMED =
            List.of(PATIENT, AGE, HAEMOGLOBIN, PLATELETS, NEUTROPHILS, MARROW_BLASTS, KARYOTYPE, CYTOGENETICS_IPSSR);

    static final Pattern LESION = Pattern.compile("[A-Za-z0-9_:-]{1,64}");

    /** Greenberg et al., Blood 2012;120:2454, as reports write them. */
    static final Map<String, String> IPSSR_GROUPS = groups();

    private ClinicalColumns() {}

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String group : List.of("Very Good", "Good", "Intermediate", "Poor", "Very Poor")) {
            groups.put(group, group);
        }
        return java.util.Collections.unmodifiableMap(groups);
    }
}
