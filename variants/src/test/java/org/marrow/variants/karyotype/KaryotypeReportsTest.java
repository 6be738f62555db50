package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.core.risk.TriState;

/** What several hundred karyotypes of reports mean. */
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
    void theOrderOfIndependentClonesChangesNoFinding() {
        KaryotypeFindings one = KaryotypeFindings.of("46,XX,del(5)(q13)[10]/47,XX,+8[5]/45,XX,-7[4]");
        KaryotypeFindings other = KaryotypeFindings.of("45,XX,-7[4]/47,XX,+8[5]/46,XX,del(5)(q13)[10]");

        assertThat(other.count()).isEqualTo(one.count());
        assertThat(other.lesions()).isEqualTo(one.lesions());
        assertThat(other.monosomal()).isEqualTo(one.monosomal());
    }
}
