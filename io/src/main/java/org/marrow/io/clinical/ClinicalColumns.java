package org.marrow.io.clinical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marrow.io.table.NearestName;

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

    /** Other names of the same values, in small letters: a table that has them means these, and not a lesion. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("age", AGE),
            Map.entry("hb", HAEMOGLOBIN),
            Map.entry("hgb", HAEMOGLOBIN),
            Map.entry("haemoglobin", HAEMOGLOBIN),
            Map.entry("hemoglobin", HAEMOGLOBIN),
            Map.entry("plt", PLATELETS),
            Map.entry("platelets", PLATELETS),
            Map.entry("anc", NEUTROPHILS),
            Map.entry("neutrophils", NEUTROPHILS),
            Map.entry("blasts", MARROW_BLASTS),
            Map.entry("bm_blast", MARROW_BLASTS),
            Map.entry("bm_blasts", MARROW_BLASTS));

    private ClinicalColumns() {}

    /** The clinical column that a name of another column was probably meant for. */
    static Optional<String> meant(String name, List<String> candidates) {
        String other = OTHER_NAMES.get(name.toLowerCase(Locale.ROOT));
        return other == null ? NearestName.of(name, candidates) : Optional.of(other);
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String group : List.of("Very Good", "Good", "Intermediate", "Poor", "Very Poor")) {
            groups.put(group, group);
        }
        return Collections.unmodifiableMap(groups);
    }
}
