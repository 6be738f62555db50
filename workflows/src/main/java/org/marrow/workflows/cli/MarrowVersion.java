package org.marrow.workflows.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.marrow.core.error.BugException;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down; it is part of every result. */
public final class MarrowVersion implements IVersionProvider {
    private static final String RESOURCE = "/org/marrow/workflows/version.properties";

    @Override
    public String[] getVersion() {
        return new String[] {
            "marrow " + current(), "Java " + Runtime.version(), "Licence GPL-3.0-or-later. Research use only."
        };
    }

    /** Such as {@code 0.1.0}. */
    public static String current() {
        try (InputStream stream = MarrowVersion.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new BugException("resource " + RESOURCE + " is missing");
            }
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
