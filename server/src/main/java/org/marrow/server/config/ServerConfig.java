package org.marrow.server.config;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;

/**
 * How the server is set up.
 *
 * @param host name or address to listen on
 * @param port 1 to 65535, or 0 for any free one
 * @param data folder of the embedded database; not touched when there is a {@code databaseUrl}
 * @param databaseUrl JDBC URL of a PostgreSQL to use instead of the embedded one
 */
public record ServerConfig(String host, int port, Path data, Optional<String> databaseUrl) {
    /** Reachable from this machine alone, because there is no login yet. */
    public static final String DEFAULT_HOST = "127.0.0.1";

    public static final int DEFAULT_PORT = 8080;

    private static final int HIGHEST_PORT = 65_535;

    public ServerConfig {
        InvalidValueException.check(host != null && !host.isBlank(), "host", host, "a host name or address");
        InvalidValueException.check(
                port >= 0 && port <= HIGHEST_PORT, "port", port, "a number from 0 to " + HIGHEST_PORT);
        requireNonNull(data, "data");
        requireNonNull(databaseUrl, "databaseUrl");
    }

    public static ServerConfig defaults(Path data) {
        return new ServerConfig(DEFAULT_HOST, DEFAULT_PORT, data, Optional.empty());
    }

    public ServerConfig withHost(String newHost) {
        return new ServerConfig(newHost, port, data, databaseUrl);
    }

    public ServerConfig withPort(int newPort) {
        return new ServerConfig(host, newPort, data, databaseUrl);
    }

    public ServerConfig withDatabaseUrl(Optional<String> newUrl) {
        return new ServerConfig(host, port, data, newUrl);
    }

    /**
     * Whether only this machine can reach the server.
     *
     * @throws UserException when the host name is not known
     */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new UserException(
                    ErrorCode.USAGE, "host: expected a name or address of this machine, found " + host, unknown);
        }
    }
}
