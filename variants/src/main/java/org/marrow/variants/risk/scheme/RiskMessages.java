package org.marrow.variants.risk.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marrow.core.error.BugException;

/**
 * The text of every code that a risk result can carry: driver rules, flags, missing tests and categories, from
 * {@code risk_en.properties} and {@code risk_fr.properties}.
 */
public final class RiskMessages {
    private static final Map<RiskLanguage, SortedMap<String, String>> TEXTS = load();

    private RiskMessages() {}

    /** All texts by code, sorted. */
    public static SortedMap<String, String> all(RiskLanguage language) {
        SortedMap<String, String> texts = TEXTS.get(language);
        if (texts == null) {
            throw new BugException("no risk texts in " + language);
        }
        return texts;
    }

    /** The text of a code. */
    public static String text(RiskLanguage language, String code) {
        String text = all(language).get(code);
        if (text == null) {
            throw new BugException("no text for " + code + " in " + language);
        }
        return text;
    }

    /** The code under which a category's text is found, such as {@code CATEGORY_VERY_LOW}. */
    public static String categoryCode(String category) {
        return "CATEGORY_" + category.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static Map<RiskLanguage, SortedMap<String, String>> load() {
        Map<RiskLanguage, SortedMap<String, String>> texts = new EnumMap<>(RiskLanguage.class);
        for (RiskLanguage language : RiskLanguage.values()) {
            String name = "risk_" + language.tag() + ".properties";
            Properties properties = new Properties();
            try (InputStream stream = RiskMessages.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new BugException(name + " is not in the jar");
                }
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                properties.load(reader);
            } catch (IOException e) {
                throw new BugException("cannot read " + name, e);
            }
            SortedMap<String, String> sorted = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
            texts.put(language, Collections.unmodifiableSortedMap(sorted));
        }
        return texts;
    }
}
