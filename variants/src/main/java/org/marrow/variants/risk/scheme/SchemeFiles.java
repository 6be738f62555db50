package org.marrow.variants.risk.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.marrow.core.error.BugException;

/** The resources of the schemes: {@code rules/schemes.list} names them, one id a line, in the order in which people see them. */
public final class SchemeFiles {
    private static final String FOLDER = "/org/marrow/variants/risk/rules/";
    private static final List<String> IDS = text("schemes.list")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();

    private SchemeFiles() {}

    /** Ids of all schemes. */
    public static List<String> ids() {
        return IDS;
    }

    /** A file of the folder of the rule sets, such as {@code eln2017.rules}. */
    public static String text(String name) {
        try (InputStream stream = SchemeFiles.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new BugException(FOLDER + name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BugException("cannot read " + FOLDER + name, e);
        }
    }
}
