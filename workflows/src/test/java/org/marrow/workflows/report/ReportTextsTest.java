package org.marrow.workflows.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.survival.Calibration;
import org.marrow.core.survival.FollowUpUnit;
import org.marrow.core.survival.IntervalType;
import org.marrow.core.survival.ValidationGap;
import org.marrow.core.survival.ValidationPart;
import org.marrow.variants.risk.scheme.RiskLanguage;

class ReportTextsTest {
    private final ReportTexts english = ReportTexts.of(SurvivalReport.TEXTS, RiskLanguage.ENGLISH);
    private final ReportTexts french = ReportTexts.of(SurvivalReport.TEXTS, RiskLanguage.FRENCH);

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
        assertThat(french.all().keySet()).isEqualTo(english.all().keySet());
        english.all()
                .forEach((key, text) ->
                        assertThat(places(french.all().get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void theRiskReportSaysTheSameInBothLanguages() {
        ReportTexts risk = ReportTexts.of(RiskReport.TEXTS, RiskLanguage.ENGLISH);
        ReportTexts risque = ReportTexts.of(RiskReport.TEXTS, RiskLanguage.FRENCH);

        assertThat(risque.all().keySet()).isEqualTo(risk.all().keySet());
        risk.all()
                .forEach((key, text) ->
                        assertThat(places(risque.all().get(key))).as(key).isEqualTo(places(text)));
        Arrays.stream(EvidenceMark.values())
                .forEach(mark -> assertThat(risque.text("mark." + mark)).isNotBlank());
    }

    @Test
    void everyCodeOfAResultHasAText() {
        Stream.of(
                        Arrays.stream(ValidationPart.values()).map(one -> "part." + one),
                        Arrays.stream(ValidationGap.values()).map(one -> "gap." + one),
                        Arrays.stream(FollowUpUnit.values()).map(one -> "unit." + one),
                        Arrays.stream(IntervalType.values()).map(one -> "interval." + one),
                        Arrays.stream(Calibration.Method.values()).map(one -> "calibration.note." + one),
                        Arrays.stream(RiskValidation.Reason.values()).map(one -> "missing.reason." + one))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(french.text(key)).isNotBlank());
    }

    @Test
    void numbersAndCategoriesAreAsTheLanguageWritesThem() {
        assertThat(english.percent(0.125, 1)).isEqualTo("12.5%");
        assertThat(french.percent(0.125, 1)).isEqualTo("12,5\u00a0%");
        assertThat(english.p(0.0001)).isEqualTo("p\u00a0=\u00a00.0001");
        assertThat(english.p(0.00009999)).isEqualTo("p\u00a0<\u00a00.0001");
        assertThat(french.category("Adverse")).isEqualTo("Défavorable");
        assertThat(french.category("Favorable to Adverse")).isEqualTo("de Favorable à Défavorable");
        assertThat(french.category("M3")).isEqualTo("M3");
        assertThat(english.category("not established")).isEqualTo("not established");
    }

    @Test
    void aNameWithBracesIsNotFilledIn() {
        assertThat(english.text("range", "{1}", "b$")).isEqualTo("{1} to b$");
    }

    @Test
    void markupIsEscapedAndWhatXmlCannotHoldIsReplaced() {
        assertThat(Markup.escape("<a href=\"x\">&'")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
        assertThat(Markup.escape("a\u0007b\uFFFEc\uD800d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(Markup.escape("é\u00a0\uD83D\uDE00")).isEqualTo("é\u00a0\uD83D\uDE00");
    }

    private static String places(String text) {
        return text.replaceAll("[^{}0-9]|(?<!\\{)\\d", "")
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
