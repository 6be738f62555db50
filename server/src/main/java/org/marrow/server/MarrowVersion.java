package org.marrow.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;

/** The version that this build was given. */
final class MarrowVersion {
    private static final String RESOURCE = "build.properties";

    private MarrowVersion() {}

    /** Such as {@code 0.1.0}. */
    static String read() {
        try (@Nullable InputStream in = MarrowVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new BugException(RESOURCE + " is not in this build");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
