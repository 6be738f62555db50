package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever stands near a report is read, or refused at a place within it, and what is read can be written and read again. */
class KaryotypeFuzzTest {

    @Test
    void everyBeginningOfAReportIsReadOrRefusedWithinIt() {
        for (Reports.Report report : Reports.all()) {
            for (int end = 0; end < report.iscn().length(); end++) {
                readOrRefuse(report.iscn().substring(0, end));
            }
        }
    }

    @Test
    void everyReportWithOneCharacterChangedIsReadOrRefusedWithinIt() {
        String letters = "46,XYUdeltinvcmar+-?()[];/~.0123456789pqxsor <>'\u2013\u2192:c";
        Random random = new Random(20240611);
        for (Reports.Report report : Reports.all()) {
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
        List<Reports.Report> all = Reports.all();
        for (int i = 0; i < 5_000; i++) {
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
    void noTextMakesTheReaderFailInAnotherWay() {
        String letters = "46,XYdeltinvdcmar+-?()[];/~.0123456789pq idemsl<n>//cpx";
        Random random = new Random(20220131);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "46,XX," : "");
            int length = random.nextInt(14);
            for (int j = 0; j < length; j++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                KaryotypeFindings.of(text.toString());
            } catch (KaryotypeException refused) {
                assertThat(refused.position()).isBetween(1, text.length() + 1);
            }
        }
    }

    @Test
    void cuttingAReportAnywhereIsReadOrRefusedCleanly() {
        String iscn = "45~47,XX,-7[4],der(22)t(9;22)(q34;q11.2),+mar[10]/46,sl,+8[5]//46,XY[5]";
        for (int end = 0; end < iscn.length(); end++) {
            String cut = iscn.substring(0, end);
            try {
                assertThat(Karyotype.parse(cut).text()).isEqualTo(cut);
            } catch (KaryotypeException refused) {
                assertThat(refused.position()).isBetween(1, end + 1);
            }
        }
    }
}
