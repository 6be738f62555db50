package org.marrow.workflows.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.marrow.core.error.BugException;
import org.marrow.variants.risk.scheme.RiskLanguage;

/** The words of one report in one language, from {@code <report>_<language>.properties} beside this class. */
final class ReportWords {
    private final String file;
    private final RiskLanguage language;
    private final Properties words = new Properties();

    ReportWords(String report, RiskLanguage language) {
        this.language = language;
        file = report + "_" + language.tag() + ".properties";
        try (InputStream stream = ReportWords.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new BugException(file + " is not in the jar");
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            words.load(reader);
        } catch (IOException e) {
            throw new BugException("cannot read " + file, e);
        }
    }

    RiskLanguage language() {
        return language;
    }

    /** The text of a key, with {@code {0}} and so on filled in. */
    String say(String key, Object... parts) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new BugException(file + " has no " + key);
        }
        // English and French plurals and numbers are written out by the caller, so the root locale changes nothing here.
        return new MessageFormat(pattern.replace("''", "'").replace("'", "''"), Locale.ROOT).format(parts);
    }
}
