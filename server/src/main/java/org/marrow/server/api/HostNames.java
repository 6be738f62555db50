package org.marrow.server.api;

import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names under which a server on the loopback address may be asked. A web page elsewhere can make its own name mean 127.0.0.1
 * (DNS rebinding) and so ask in a browser's name, but it cannot send another {@code Host} than its own. The port is free,
 * since a tunnel may bring another one.
 */
final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private HostNames() {}

    /** @param authority of the request; null when it names none */
    static boolean isLoopback(@Nullable HostAndPort authority) {
        return authority != null && LOOPBACK.contains(authority.host().toLowerCase(Locale.ROOT));
    }
}
