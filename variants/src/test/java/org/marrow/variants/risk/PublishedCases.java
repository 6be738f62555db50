package org.marrow.variants.risk;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.testing.SharedData;
import org.marrow.variants.testing.CaseTable;

/** The case tables of the rules' specification, turned into inputs of the schemes. */
final class PublishedCases {
    private static final Map<String, String> SHORT_CATEGORIES = Map.of(
            "Int-1", "Intermediate-1", "Int-2", "Intermediate-2", "Very low", "Very Low", "Very high", "Very High");

    private PublishedCases() {}

    static List<PublishedCase> all() throws IOException {
        List<PublishedCase> cases = new ArrayList<>();
        cml(cases);
        dipss(cases);
        dipssPlus(cases);
        mipss(cases);
        mysec(cases);
        ipset(cases);
        tAll(cases);
        ukall(cases);
        return cases;
    }

    private static List<Map<String, String>> table(String name) throws IOException {
        return CaseTable.read(SharedData.require("clinical/cases/" + name + ".csv"));
    }

    private static void cml(List<PublishedCase> cases) throws IOException {
        for (Map<String, String> row : table("cml_scores")) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("AGE", row.get("age_y"));
            values.put("SPLEEN", row.get("spleen_cm_bcm"));
            values.put("PLT", row.get("platelets_1e9L"));
            values.put("PB_BLAST", row.get("pb_blasts_pct"));
            values.put("EOS", row.get("eos_pct"));
            values.put("BASO", row.get("baso_pct"));
            for (String scheme : List.of("sokal", "euro", "eutos", "elts")) {
                cases.add(new PublishedCase(
                        scheme,
                        row.get("id"),
                        values,
                        Optional.of(row.get(scheme)),
                        Optional.of(row.get(scheme + "_cat")),
                        scheme.equals("elts")
                                        && !row.get("elts_published_testcase").isEmpty()
                                ? "published ELTS test case"
                                : "derived from the published formula"));
            }
        }
    }

    private static void dipss(List<PublishedCase> cases) throws IOException {
        for (Map<String, String> row : table("dipss")) {
            cases.add(new PublishedCase(
                    "dipss",
                    "row " + (cases.size() + 1),
                    Map.of(
                            "AGE", row.get("age"),
                            "CONSTITUTIONAL_SYMPTOMS", row.get("constitutional"),
                            "HB", row.get("hb"),
                            "WBC", row.get("wbc"),
                            "PB_BLAST", row.get("pb_blast_pct")),
                    Optional.of(row.get("expected_score")),
                    Optional.of(row.get("expected_category")),
                    row.get("source")));
        }
    }

    /** The table gives DIPSS points and counts; each row is one patient that has them, as its note says. */
    private static void dipssPlus(List<PublishedCase> cases) throws IOException {
        List<Map<String, String>> patients = List.of(
                Map.of("AGE", "70", "CONSTITUTIONAL_SYMPTOMS", "1"),
                Map.of("HB", "9"),
                Map.of("HB", "9", "AGE", "70"),
                Map.of("HB", "9", "AGE", "70", "WBC", "30"),
                Map.of("HB", "9", "AGE", "70", "WBC", "30", "PB_BLAST", "2"),
                Map.of());
        List<Map<String, String>> rows = table("dipss_plus_divergence");
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            Map<String, String> values = new LinkedHashMap<>(
                    Map.of("AGE", "50", "CONSTITUTIONAL_SYMPTOMS", "0", "HB", "12", "WBC", "10", "PB_BLAST", "0"));
            values.putAll(patients.get(i));
            values.put("PLT", row.get("plt_lt100").equals("1") ? "80" : "200");
            values.put("RBC_TRANSFUSION", row.get("rbc_transfusion"));
            values.put("UNFAVOURABLE_DIPSS", row.get("unfav_karyotype"));
            cases.add(new PublishedCase(
                    "dipss-plus",
                    row.get("note"),
                    values,
                    Optional.of(row.get("eight_factor_count")),
                    Optional.of(named(row.get("cat_B"))),
                    "reading B"));
            cases.add(new PublishedCase(
                    "dipss-plus-categories",
                    row.get("note"),
                    values,
                    Optional.of(row.get("dipssplus_cat_points_method")),
                    Optional.of(named(row.get("cat_A"))),
                    "reading A"));
        }
    }

    private static String named(String category) {
        return SHORT_CATEGORIES.getOrDefault(category, category);
    }

    private static void mipss(List<PublishedCase> cases) throws IOException {
        for (Map<String, String> row : table("mipss70")) {
            boolean second = row.get("version").equals("MIPSS70+v2");
            Map<String, String> values = new LinkedHashMap<>();
            values.put("HB", row.get("hb_g_dl"));
            values.put("SEX", row.get("sex"));
            values.put("WBC", row.get("wbc"));
            values.put("PLT", row.get("plt"));
            values.put("PB_BLAST", row.get("pb_blast_pct"));
            values.put("BM_FIBROSIS", row.get("bm_fibrosis"));
            values.put("CONSTITUTIONAL_SYMPTOMS", row.get("constitutional"));
            values.put("CALR_TYPE1", row.get("calr_type1"));
            List<String> mutated = List.of(row.get("hmr_genes").split(";", -1));
            for (String gene : List.of("ASXL1", "EZH2", "SRSF2", "IDH1", "IDH2", "U2AF1_Q157")) {
                values.put(gene, mutated.contains(gene) ? "1" : "0");
            }
            String karyotype = row.get("karyotype").toLowerCase(Locale.ROOT);
            if (!karyotype.isEmpty()) {
                values.put(
                        "CYTO_MF",
                        karyotype.startsWith("vhr")
                                ? "Very High Risk"
                                : karyotype.startsWith("fav") ? "Favourable" : "Unfavourable");
            }
            cases.add(new PublishedCase(
                    second ? "mipss70-plus-v2" : "mipss70",
                    row.get("source"),
                    values,
                    Optional.of(row.get("expected_score")),
                    Optional.of(named(row.get("expected_category"))),
                    row.get("source")));
        }
    }

    private static void mysec(List<PublishedCase> cases) throws IOException {
        for (Map<String, String> row : table("mysec_pm")) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("AGE", row.get("age"));
            values.put("CONSTITUTIONAL_SYMPTOMS", yes(row.get("constitutional"), "1", "0"));
            values.put("HB", yes(row.get("hb_lt11"), "10.9", "11"));
            values.put("PLT", yes(row.get("plt_lt150"), "149", "150"));
            values.put("PB_BLAST", yes(row.get("blasts_ge3"), "3", "2.9"));
            values.put("CALR", yes(row.get("calr_wt"), "0", "1"));
            String risk = row.get("computed_risk");
            boolean computed = !risk.startsWith("Can't");
            cases.add(new PublishedCase(
                    "mysec-pm",
                    row.get("case"),
                    values,
                    computed
                            ? Optional.of(new BigDecimal(row.get("expected_score")).toPlainString())
                            : Optional.empty(),
                    computed ? Optional.of(risk.substring(0, risk.indexOf(" risk"))) : Optional.empty(),
                    "smf.scores.calculator, run"));
        }
    }

    private static String yes(String cell, String yes, String no) {
        return switch (cell) {
            case "true" -> yes;
            case "false" -> no;
            default -> "";
        };
    }

    private static void ipset(List<PublishedCase> cases) throws IOException {
        for (Map<String, String> row : table("ipset")) {
            Map<String, String> values = Map.of(
                    "AGE", row.get("age"),
                    "PRIOR_THROMBOSIS", row.get("prior_thrombosis"),
                    "CV_RISK_FACTOR", row.get("cv_risk_factor"),
                    "JAK2_V617F", row.get("jak2_v617f"));
            boolean known = !row.get("ipset_points").isEmpty();
            cases.add(new PublishedCase(
                    "ipset-thrombosis",
                    row.get("source"),
                    values,
                    known ? Optional.of(row.get("ipset_points")) : Optional.empty(),
                    known ? Optional.of(row.get("ipset_cat")) : Optional.empty(),
                    row.get("source")));
            cases.add(new PublishedCase(
                    "ipset-thrombosis-revised",
                    row.get("source"),
                    values,
                    Optional.empty(),
                    known ? Optional.of(named(row.get("revised_ipset_cat"))) : Optional.empty(),
                    row.get("source")));
        }
    }

    private static void tAll(List<PublishedCase> cases) throws IOException {
        for (Map<String, String> row : table("t_all")) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("LINEAGE", "T");
            values.put("NOTCH1", row.get("notch1_fbxw7"));
            values.put("FBXW7", "0");
            values.put("PHF6", row.get("phf6_or_ep300"));
            values.put("EP300", "0");
            values.put("NRAS", row.get("nk_ras"));
            values.put("KRAS", "0");
            values.put("PTEN", row.get("pten"));
            values.put("PTEN_DEL", "0");
            values.put("PIK3CA", "0");
            values.put("PIK3R1", row.get("pik3ca_pik3r1"));
            values.put("TP53", row.get("tp53"));
            values.put("DNMT3A", row.get("dnmt3a"));
            values.put("IDH1", "0");
            values.put("IDH2", row.get("idh1_2"));
            values.put("IKZF1", row.get("ikzf1"));
            String name = "row " + (cases.size() + 1);
            cases.add(new PublishedCase(
                    "t-all-4-gene", name, values, Optional.empty(), Optional.of(row.get("four_gene")), "rules 6.1"));
            cases.add(new PublishedCase(
                    "t-all-ngs", name, values, Optional.empty(), Optional.of(row.get("ngs_classifier")), "rules 6.1"));
        }
    }

    private static void ukall(List<PublishedCase> cases) throws IOException {
        Map<String, String> three = Map.of("CNA-GR", "Good", "CNA-IR", "Intermediate", "CNA-PR", "Poor");
        for (Map<String, String> row : table("ukall_cna_truth_table")) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("LINEAGE", "B");
            for (String locus : List.of("BTG1", "EBF1", "ETV6", "IKZF1", "PAR1", "PAX5", "RB1")) {
                values.put(locus + "_DEL", row.get(locus));
            }
            values.put("CDKN2A_DEL", row.get("CDKN2AB"));
            values.put("CDKN2B_DEL", row.get("CDKN2AB"));
            String name = "row " + (cases.size() + 1);
            cases.add(new PublishedCase(
                    "ukall-cna",
                    name,
                    values,
                    Optional.empty(),
                    Optional.of(row.get("two_tier_code_read").replace(" risk", "")),
                    "truth table, from public code as read"));
            cases.add(new PublishedCase(
                    "ukall-cna-3",
                    name,
                    values,
                    Optional.empty(),
                    Optional.of(three.getOrDefault(row.get("three_tier_from_memory"), "")),
                    "truth table, from memory"));
        }
    }
}
