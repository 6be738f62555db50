package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.core.risk.TriState;

/** What several hundred karyotypes of reports mean, and that nothing near them is read by guessing. */
class KaryotypeReportsTest {
    private static final int MANY = 20;

    static List<Reports.Report> reports() {
        return Reports.all();
    }

    @Test
    void thereAreEnoughReports() {
        assertThat(reports()).hasSizeGreaterThan(350).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportMeansWhatIscnSays(Reports.Report report) {
        KaryotypeFindings findings = KaryotypeFindings.of(report.iscn());

        String count = findings.leastCount() == findings.count()
                ? "" + findings.count()
                : findings.leastCount() + "~" + findings.count();
        assertThat(count).isEqualTo(report.abnormalities());
        assertThat(findings.countByClone().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(report.byClone());
        assertThat(findings.threeOrMore()).isEqualTo(TriState.valueOf(report.threeOrMore()));
        assertThat(findings.complexEln2022()).isEqualTo(TriState.valueOf(report.complexEln2022()));
        assertThat(findings.monosomal()).isEqualTo(TriState.valueOf(report.monosomal()));
        assertThat(labels(findings, TriState.PRESENT)).isEqualTo(report.lesions());
        String open = labels(findings, TriState.UNKNOWN);
        assertThat(open.split(" ").length > MANY ? "many" : open).isEqualTo(report.open());
        assertThat(findings.remarks().stream()
                        .noneMatch(r -> r.code() == KaryotypeRemark.Code.KARYOTYPE_NUMBER_MISMATCH))
                .isEqualTo(report.addsUp());
    }

    private static String labels(KaryotypeFindings findings, TriState state) {
        return Arrays.stream(CytogeneticLesion.values())
                .filter(lesion -> findings.lesion(lesion) == state)
                .map(CytogeneticLesion::label)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theUniformSpellingReadsBackAsTheSame(Reports.Report report) {
        Karyotype read = Karyotype.parse(report.iscn());

        Karyotype again = Karyotype.parse(read.canonical());

        assertThat(again.canonical()).isEqualTo(read.canonical());
        assertThat(again.clones()).isEqualTo(read.clones());
        assertThat(again.parts()).isEqualTo(read.parts());
        KaryotypeFindings before = KaryotypeFindings.of(read, KaryotypePolicy.DEFAULT);
        KaryotypeFindings after = KaryotypeFindings.of(again, KaryotypePolicy.DEFAULT);
        assertThat(after.lesions()).isEqualTo(before.lesions());
        assertThat(after.count()).isEqualTo(before.count());
        assertThat(after.remarks()).isEqualTo(before.remarks());
    }

    @Test
    void everyBeginningOfAReportIsReadOrRefusedWithinIt() {
        for (Reports.Report report : reports()) {
            for (int end = 0; end < report.iscn().length(); end++) {
                readOrRefuse(report.iscn().substring(0, end));
            }
        }
    }

    @Test
    void everyReportWithOneCharacterChangedIsReadOrRefusedWithinIt() {
        String letters = "46,XYUdeltinvcmar+-?()[];/~.0123456789pqxsor <>'\u2013\u2192:c";
        Random random = new Random(20240611);
        for (Reports.Report report : reports()) {
            for (int at = 0; at <= report.iscn().length(); at++) {
                StringBuilder text = new StringBuilder(report.iscn());
                char letter = letters.charAt(random.nextInt(letters.length()));
                if (at < text.length() && random.nextBoolean()) {
                    text.setCharAt(at, letter);
                } else if (at < text.length() && random.nextBoolean()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, letter);
                }
                readOrRefuse(text.toString());
            }
        }
    }

    @Test
    void reportsSplicedTogetherAreReadOrRefusedWithinThem() {
        Random random = new Random(7);
        List<Reports.Report> all = reports();
        for (int i = 0; i < 20_000; i++) {
            String one = all.get(random.nextInt(all.size())).iscn();
            String other = all.get(random.nextInt(all.size())).iscn();
            readOrRefuse(one.substring(0, random.nextInt(one.length() + 1))
                    + other.substring(random.nextInt(other.length() + 1)));
        }
    }

    private static void readOrRefuse(String text) {
        Karyotype read;
        try {
            read = Karyotype.parse(text);
        } catch (KaryotypeException refused) {
            assertThat(refused.position()).as(text).isBetween(1, text.length() + 1);
            return;
        }
        KaryotypeFindings findings = KaryotypeFindings.of(read, KaryotypePolicy.DEFAULT);
        assertThat(findings.leastCount()).as(text).isLessThanOrEqualTo(findings.count());
        Stream.of(DerivedLesion.values())
                .forEach(lesion -> assertThat(lesion.in(findings)).isNotNull());
        assertThat(MpnKaryotypeClass.of(findings)).isNotNull();
        String canonical = read.canonical();
        assertThat(Karyotype.parse(canonical).canonical()).as(text).isEqualTo(canonical);
    }

    @Test
    void theOrderOfIndependentClonesChangesNoFinding() {
        KaryotypeFindings one = KaryotypeFindings.of("46,XX,del(5)(q13)[10]/47,XX,+8[5]/45,XX,-7[4]");
        KaryotypeFindings other = KaryotypeFindings.of("45,XX,-7[4]/47,XX,+8[5]/46,XX,del(5)(q13)[10]");

        assertThat(other.count()).isEqualTo(one.count());
        assertThat(other.lesions()).isEqualTo(one.lesions());
        assertThat(other.monosomal()).isEqualTo(one.monosomal());
    }
}
