package org.marrow.workflows.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.core.error.BugException;
import org.marrow.core.survival.CohortValidation;
import org.marrow.core.survival.FollowUpUnit;
import org.marrow.variants.risk.scheme.RiskLanguage;
import org.marrow.variants.risk.scheme.RiskMessages;

/** The sentences of one report in one language, from {@code <report>_<language>.properties} beside this class. */
final class ReportTexts {
    /** Below this a p value is given as a bound: its digits mean nothing to a reader. */
    private static final double LEAST_P = 0.0001;

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final String NO_VALUE = "–";

    private final RiskLanguage language;
    private final SortedMap<String, String> texts;

    private ReportTexts(RiskLanguage language, SortedMap<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** @param report such as {@code survival} */
    static ReportTexts of(String report, RiskLanguage language) {
        String name = report + "_" + language.tag() + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = ReportTexts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new BugException(name + " is not in the jar");
            }
            properties.load(new InputStreamReader(stream, UTF_8));
        } catch (IOException e) {
            throw new BugException("cannot read " + name, e);
        }
        SortedMap<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new ReportTexts(language, Collections.unmodifiableSortedMap(texts));
    }

    RiskLanguage language() {
        return language;
    }

    SortedMap<String, String> all() {
        return texts;
    }

    /** The text of a key, with {@code {0}} and so on replaced by the arguments. */
    String text(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new BugException("no text for " + key + " in " + language);
        }
        // In one pass, so that a name with braces in it is not filled in again.
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(place.group(1))])));
    }

    /** A category or a range of them as people read it; the table's own name where the engine has no text for it. */
    String category(String category) {
        if (category.equals(CohortValidation.NOT_ESTABLISHED)) {
            return text("notEstablished");
        }
        String own = RiskMessages.all(language).get(RiskMessages.categoryCode(category));
        if (own != null) {
            return own;
        }
        String[] ends = category.split(" to ", -1);
        if (ends.length == 2) {
            SortedMap<String, String> names = RiskMessages.all(language);
            String best = names.get(RiskMessages.categoryCode(ends[0]));
            String worst = names.get(RiskMessages.categoryCode(ends[1]));
            if (best != null && worst != null) {
                return text("range", best, worst);
            }
        }
        return category;
    }

    String unit(FollowUpUnit unit) {
        return text("unit." + unit);
    }

    /** With this many digits after the point, or comma in French. */
    String number(double value, int digits) {
        String text = BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
        return language == RiskLanguage.FRENCH ? text.replace('.', ',') : text;
    }

    /** Without digits that say nothing: 3 where it is whole, else one digit after the point. */
    String shortNumber(double value) {
        return value == Math.rint(value) ? number(value, 0) : number(value, 1);
    }

    String orNone(OptionalDouble value, int digits) {
        return value.isPresent() ? number(value.getAsDouble(), digits) : NO_VALUE;
    }

    /** A fraction as per cent, with the blank that French has before the sign. */
    String percent(double fraction, int digits) {
        return number(100 * fraction, digits) + (language == RiskLanguage.FRENCH ? "\u00a0%" : "%");
    }

    /** Such as {@code p = 0.032} or {@code p < 0.0001}. */
    String p(double value) {
        return value < LEAST_P
                ? "p\u00a0<\u00a0" + number(LEAST_P, 4)
                : "p\u00a0=\u00a0" + number(value, value < 0.01 ? 4 : 3);
    }

    /** An interval without its confidence. */
    String interval(OptionalDouble lower, OptionalDouble upper, int digits) {
        return orNone(lower, digits) + text("to") + orNone(upper, digits);
    }

    static String noValue() {
        return NO_VALUE;
    }
}
