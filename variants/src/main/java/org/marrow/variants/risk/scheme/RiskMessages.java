package org.marrow.variants.risk.scheme;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marrow.core.error.BugException;

/**
 * The text of every code that a risk result can carry: driver rules, flags, missing tests and categories. They stand beside the
 * rules: {@code common_en.properties} and {@code common_fr.properties} for what is the same in every scheme, and one file of each
 * scheme and language.
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

    /**
     * What a stored English sentence says in another language. It is translated while it begins with this edition's text for its
     * code, and what follows, which is about the patient, is kept; a sentence of another edition stays as it is.
     */
    public static String translate(RiskLanguage language, String code, String english) {
        String own = all(RiskLanguage.ENGLISH).get(code);
        String other = all(language).get(code);
        return own == null || other == null || !english.startsWith(own)
                ? english
                : other + english.substring(own.length());
    }

    /** The code under which a category's text is found, such as {@code CATEGORY_VERY_LOW}. */
    public static String categoryCode(String category) {
        return "CATEGORY_" + category.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }

    /** The texts of one file by code. */
    static SortedMap<String, String> read(String content, String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException e) {
            throw new BugException("cannot read " + name, e);
        }
        SortedMap<String, String> sorted = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
        return sorted;
    }

    private static Map<RiskLanguage, SortedMap<String, String>> load() {
        Map<RiskLanguage, SortedMap<String, String>> texts = new EnumMap<>(RiskLanguage.class);
        for (RiskLanguage language : RiskLanguage.values()) {
            String suffix = "_" + language.tag() + ".properties";
            SortedMap<String, String> all = read(SchemeFiles.text("common" + suffix), "common" + suffix);
            for (String id : SchemeFiles.ids()) {
                read(SchemeFiles.text(id + suffix), id + suffix).forEach((code, text) -> {
                    String before = all.putIfAbsent(code, text);
                    if (before != null && !before.equals(text)) {
                        throw new BugException(id + suffix + ": another text for " + code + " than in another file");
                    }
                });
            }
            texts.put(language, Collections.unmodifiableSortedMap(all));
        }
        return texts;
    }
}
