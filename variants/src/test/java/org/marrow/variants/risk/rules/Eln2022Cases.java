package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.marrow.variants.lesion.LesionNames;

/**
 * The worked cases of ELN 2022. What a case does not name was looked for and not found; a case that names no karyotype has a normal
 * one. Its phrases are matched one by one, so that a phrase that is not known here fails the test.
 */
final class Eln2022Cases {
    private static final String KARYOTYPE = "KARYOTYPE";

    private Eln2022Cases() {}

    /** Inputs as the table writes them, with the expected category: the central cases, re-typed. */
    static final Map<String, String> RETYPED = retyped();

    private static Map<String, String> retyped() {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("NPM1 40%; DNMT3A R882H 44%; normal karyotype", "Favorable");
        cases.put("NPM1; FLT3-ITD AR 0.3; normal karyotype", "Intermediate");
        cases.put("NPM1; SRSF2; STAG2; normal karyotype", "Favorable");
        cases.put("CEBPA N-term 44% + in-frame bZIP 46%", "Favorable");
        cases.put("t(8;21); KIT D816V; FLT3-ITD", "Favorable");
        cases.put("t(8;21); ASXL1", "Favorable");
        cases.put("NPM1; -7", "Adverse");
        cases.put("TP53 VAF 9.9%; +8", "Intermediate");
        cases.put("TP53 VAF 10.0%; normal karyotype", "Adverse");
        cases.put("KMT2A-PTD; normal karyotype", "Intermediate");
        cases.put("t(9;11); no other", "Intermediate");
        cases.put("t(6;11) KMT2A-r", "Adverse");
        cases.put("FLT3-ITD; NPM1 wt; normal karyotype", "Intermediate");
        cases.put("FLT3-ITD; NPM1 wt; RUNX1", "Adverse");
        cases.put("del(7q) sole", "Intermediate");
        cases.put("55,+8,+9,+13,... >=3 trisomies no structural", "Intermediate");
        cases.put("CEBPA bZIP frameshift only", "Intermediate");
        cases.put("CEBPA biallelic without bZIP in-frame", "Intermediate");
        cases.put("t(8;16) KAT6A::CREBBP", "Adverse");
        cases.put("inv(16); 45,XX,-7,inv(16)", "Favorable");
        cases.put("no abnormality detected, normal karyotype", "Intermediate");
        return cases;
    }

    /** A table row that says what a case says in prose. */
    static Map<String, String> values(String inputs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Eln2022Item item : Eln2022Item.values()) {
            if (item.group() == Eln2022Item.Group.NPM1
                    || item.group() == Eln2022Item.Group.FLT3_ITD
                    || item.group() == Eln2022Item.Group.CEBPA
                    || item.group() == Eln2022Item.Group.MYELODYSPLASIA_RELATED) {
                values.put(item.label(), "0");
            }
        }
        values.put(LesionNames.TP53, "0");
        values.put(KARYOTYPE, "46,XX[20]");
        for (String phrase : inputs.split("; ")) {
            assertThat(read(phrase, values)).as("phrase '" + phrase + "'").isTrue();
        }
        return values;
    }

    private static boolean read(String phrase, Map<String, String> values) {
        switch (phrase) {
            case "normal karyotype", "NPM1 wt", "no other", "no abnormality detected, normal karyotype" -> {}
            // Not lesions of ELN 2022.
            case "DNMT3A R882H 44%", "KIT D816V", "KMT2A-PTD" -> {}
            case "CEBPA bZIP frameshift only", "CEBPA biallelic without bZIP in-frame" ->
                values.put(LesionNames.CEBPA_BZIP_INFRAME, "0");
            case "CEBPA N-term 44% + in-frame bZIP 46%" -> values.put(LesionNames.CEBPA_BZIP_INFRAME, "1");
            case "NPM1", "NPM1 40%" -> values.put(LesionNames.NPM1, "1");
            case "FLT3-ITD", "FLT3-ITD AR 0.3" -> values.put(LesionNames.FLT3_ITD, "1");
            case "SRSF2", "STAG2", "ASXL1", "RUNX1" -> values.put(phrase, "1");
            case "TP53 VAF 9.9%" -> tp53(values, "0.099");
            case "TP53 VAF 10.0%" -> tp53(values, "0.100");
            case "t(8;21)" -> values.put(KARYOTYPE, "46,XX,t(8;21)(q22;q22.1)[20]");
            case "inv(16)" -> {}
            case "45,XX,-7,inv(16)" -> values.put(KARYOTYPE, "45,XX,-7,inv(16)(p13.1q22)[20]");
            case "-7" -> values.put(KARYOTYPE, "45,XX,-7[20]");
            case "+8" -> values.put(KARYOTYPE, "47,XX,+8[20]");
            case "t(9;11)" -> values.put(KARYOTYPE, "46,XX,t(9;11)(p21.3;q23.3)[20]");
            case "t(6;11) KMT2A-r" -> values.put(KARYOTYPE, "46,XX,t(6;11)(q27;q23.3)[20]");
            case "del(7q) sole" -> values.put(KARYOTYPE, "46,XX,del(7)(q22)[20]");
            case "t(8;16) KAT6A::CREBBP" -> values.put(KARYOTYPE, "46,XX,t(8;16)(p11.2;p13.3)[20]");
            case "55,+8,+9,+13,... >=3 trisomies no structural" ->
                values.put(KARYOTYPE, "55,XX,+1,+4,+6,+8,+9,+13,+19,+21,+22[20]");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void tp53(Map<String, String> values, String fraction) {
        values.put(LesionNames.TP53, "1");
        values.put("TP53_MAXVAF", fraction);
    }
}
