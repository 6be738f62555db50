package org.marrow.workflows.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.patient.Disease;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.risk.TriState;

/**
 * What kind of patient to make.
 *
 * @param days of the visits, from diagnosis
 * @param tests results of single tests, by the names that the clinical table uses; what is not named was not done
 * @param karyotype empty when none was done
 * @param transcripts followed by qPCR
 * @param rearrangements IG/TR markers followed by qPCR
 * @param salvage treatment after a relapse
 */
record DemoScenario(
        Disease disease,
        int[] days,
        CourseOfDisease course,
        List<DemoLesion> lesions,
        Map<String, TriState> tests,
        Optional<String> karyotype,
        List<String> transcripts,
        List<String> rearrangements,
        boolean flow,
        List<Course> treatments,
        Optional<String> salvage,
        int youngest,
        int oldest) {

    private static final int[] AML_DAYS = {0, 35, 90, 180, 300, 420};
    private static final int[] CML_DAYS = {0, 91, 182, 365, 550, 730};
    private static final int[] MDS_DAYS = {0, 120, 240, 420};
    private static final int[] ALL_DAYS = {0, 33, 78, 150, 270, 400};

    /** A treatment by days from diagnosis; a last day below 0 means that it goes on. */
    record Course(String name, int firstDay, int lastDay) {}

    /** How the burden goes. */
    enum CourseOfDisease {
        DEEP,
        LOW_LEVEL,
        PERSISTENT,
        RELAPSE;

        /** @param pace how much slower than an acute leukaemia's the response is */
        DemoTrajectory draw(RandomDraws random, double pace) {
            double start = random.uniform(0.45, 0.9);
            double halving = pace * random.uniform(6, 10);
            return switch (this) {
                case DEEP -> new DemoTrajectory(start, halving, 1e-6, DemoTrajectory.NEVER, 1);
                case LOW_LEVEL ->
                    new DemoTrajectory(start, halving, random.logNormal(3e-4, 0.4), DemoTrajectory.NEVER, 1);
                case PERSISTENT ->
                    new DemoTrajectory(start, 4 * halving, random.logNormal(0.03, 0.3), DemoTrajectory.NEVER, 1);
                case RELAPSE ->
                    new DemoTrajectory(
                            start,
                            halving,
                            random.logNormal(1e-5, 0.5),
                            200 + random.below(40),
                            random.uniform(12, 18));
            };
        }
    }

    /** The scenario of the {@code number}th patient of a disease, from 1; they come round in order. */
    static DemoScenario of(Disease disease, int number) {
        List<DemoScenario> scenarios =
                switch (disease) {
                    case AML -> aml();
                    case MDS -> mds();
                    case CML -> cml();
                    default -> all();
                };
        return scenarios.get((number - 1) % scenarios.size());
    }

    /** Under an inhibitor CML falls by half in weeks, an acute leukaemia under chemotherapy in days. */
    double pace() {
        return disease == Disease.CML ? 3 : 1;
    }

    SampleMaterial material() {
        return DemoCohort.materialOf(disease);
    }

    String flowTarget() {
        return disease == Disease.AML ? "LAIP CD34+CD117+CD7+" : "LAIP CD19+CD10+CD34+";
    }

    double blastPercent(RandomDraws random) {
        return switch (disease) {
            case AML -> random.uniform(25, 90);
            case MDS -> random.uniform(0.5, 12);
            case CML -> random.uniform(0, 4);
            default -> random.uniform(50, 95);
        };
    }

    private static List<DemoScenario> aml() {
        Map<String, TriState> noItd = Map.of("FLT3_ITD", TriState.ABSENT, "KMT2A_PTD", TriState.ABSENT);
        Map<String, TriState> itd = Map.of("FLT3_ITD", TriState.PRESENT, "KMT2A_PTD", TriState.ABSENT);
        return List.of(
                amlOf(
                        CourseOfDisease.DEEP,
                        List.of(DemoLesion.NPM1_TYPE_A, DemoLesion.DNMT3A_R882H),
                        noItd,
                        "46,XX[20]",
                        "NPM1 type A/ABL1"),
                amlOf(
                        CourseOfDisease.RELAPSE,
                        List.of(DemoLesion.NPM1_TYPE_A, DemoLesion.FLT3_ITD, DemoLesion.IDH1_R132H),
                        itd,
                        "46,XY[20]",
                        "NPM1 type A/ABL1"),
                amlOf(
                        CourseOfDisease.LOW_LEVEL,
                        List.of(DemoLesion.KIT_D816V, DemoLesion.DNMT3A_R882H),
                        noItd,
                        "45,X,-Y,t(8;21)(q22;q22)[17]/46,XY[3]",
                        "RUNX1::RUNX1T1/ABL1"),
                amlOf(
                        CourseOfDisease.PERSISTENT,
                        List.of(DemoLesion.TP53_S241F, DemoLesion.IDH1_R132H),
                        noItd,
                        "44,XY,del(5)(q13q33),-7,-17[18]/46,XY[2]",
                        null),
                amlOf(
                        CourseOfDisease.RELAPSE,
                        List.of(DemoLesion.RUNX1_R201Q, DemoLesion.SRSF2_P95H, DemoLesion.IDH2_R140Q),
                        Map.of("KMT2A_PTD", TriState.ABSENT),
                        "46,XX,+8,-20[5]/46,XX[15]",
                        null),
                amlOf(CourseOfDisease.DEEP, List.of(DemoLesion.CEBPA_BZIP), noItd, "46,XX[20]", null),
                amlOf(
                        CourseOfDisease.LOW_LEVEL,
                        List.of(DemoLesion.DNMT3A_R882H, DemoLesion.FLT3_D835Y),
                        Map.of(),
                        null,
                        null),
                amlOf(
                        CourseOfDisease.DEEP,
                        List.of(DemoLesion.NPM1_TYPE_A, DemoLesion.FLT3_D835Y, DemoLesion.NRAS_G12D),
                        noItd,
                        "46,XY[20]",
                        "NPM1 type A/ABL1"));
    }

    private static DemoScenario amlOf(
            CourseOfDisease course,
            List<DemoLesion> lesions,
            Map<String, TriState> tests,
            @Nullable String karyotype,
            @Nullable String transcript) {
        return new DemoScenario(
                Disease.AML,
                AML_DAYS,
                course,
                lesions,
                tests,
                Optional.ofNullable(karyotype),
                transcript == null ? List.of() : List.of(transcript),
                List.of(),
                true,
                List.of(
                        new Course("7+3 induction", 3, 33),
                        new Course("consolidation 1", 45, 75),
                        new Course("consolidation 2", 95, 125)),
                Optional.of("azacitidine + venetoclax"),
                22,
                74);
    }

    private static List<DemoScenario> mds() {
        Map<String, TriState> tested = Map.of("KMT2A_PTD", TriState.ABSENT, "FLT3_ITD", TriState.ABSENT);
        return List.of(
                mdsOf(CourseOfDisease.PERSISTENT, List.of(DemoLesion.SF3B1_K700E), tested, "46,XX[20]"),
                mdsOf(
                        CourseOfDisease.PERSISTENT,
                        List.of(DemoLesion.ASXL1_G646FS, DemoLesion.SRSF2_P95H, DemoLesion.IDH1_R132H),
                        tested,
                        "46,XY,+8[12]/46,XY[8]"),
                mdsOf(
                        CourseOfDisease.PERSISTENT,
                        List.of(DemoLesion.TP53_S241F, DemoLesion.DNMT3A_R882H),
                        Map.of("KMT2A_PTD", TriState.ABSENT, "FLT3_ITD", TriState.ABSENT, "TP53_LOH", TriState.PRESENT),
                        "43,XY,-3,del(5)(q13q33),-7,-18[16]/46,XY[4]"),
                mdsOf(
                        CourseOfDisease.PERSISTENT,
                        List.of(DemoLesion.U2AF1_S34F, DemoLesion.EZH2_Y646F),
                        Map.of(),
                        "46,XY,del(20)(q11q13)[14]/46,XY[6]"),
                mdsOf(CourseOfDisease.PERSISTENT, List.of(DemoLesion.SF3B1_K700E), tested, "46,XX,del(5)(q13q33)[15]"));
    }

    private static DemoScenario mdsOf(
            CourseOfDisease course, List<DemoLesion> lesions, Map<String, TriState> tests, String karyotype) {
        return new DemoScenario(
                Disease.MDS,
                MDS_DAYS,
                course,
                lesions,
                tests,
                Optional.of(karyotype),
                List.of(),
                List.of(),
                false,
                List.of(new Course("azacitidine", 20, -1)),
                Optional.empty(),
                58,
                84);
    }

    private static List<DemoScenario> cml() {
        return List.of(
                cmlOf(CourseOfDisease.DEEP, "imatinib"),
                cmlOf(CourseOfDisease.LOW_LEVEL, "dasatinib"),
                cmlOf(CourseOfDisease.RELAPSE, "imatinib"),
                cmlOf(CourseOfDisease.PERSISTENT, "nilotinib"));
    }

    private static DemoScenario cmlOf(CourseOfDisease course, String inhibitor) {
        return new DemoScenario(
                Disease.CML,
                CML_DAYS,
                course,
                List.of(),
                Map.of(),
                Optional.of("46,XY,t(9;22)(q34;q11)[20]"),
                List.of("BCR::ABL1 e14a2"),
                List.of(),
                false,
                List.of(new Course(inhibitor, 7, -1)),
                Optional.of("ponatinib"),
                25,
                70);
    }

    private static List<DemoScenario> all() {
        return List.of(
                allOf(CourseOfDisease.DEEP, "46,XX[20]"),
                allOf(CourseOfDisease.LOW_LEVEL, "46,XY,t(12;21)(p13;q22)[12]/46,XY[8]"),
                allOf(CourseOfDisease.RELAPSE, "47,XY,+21[15]/46,XY[5]"),
                allOf(CourseOfDisease.DEEP, "46,XX[20]"));
    }

    private static DemoScenario allOf(CourseOfDisease course, String karyotype) {
        return new DemoScenario(
                Disease.ALL,
                ALL_DAYS,
                course,
                List.of(),
                Map.of(),
                Optional.of(karyotype),
                List.of(),
                List.of("IGH rearrangement 1", "TRG rearrangement 1"),
                true,
                List.of(
                        new Course("induction", 2, 35),
                        new Course("consolidation", 40, 120),
                        new Course("maintenance", 130, -1)),
                Optional.of("blinatumomab"),
                3,
                55);
    }
}
