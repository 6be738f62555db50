package org.marrow.server.api;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Headers that keep a browser from doing with an answer what it is not for (OWASP secure headers). */
final class SecurityHeaders implements Handler<RoutingContext> {
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            // What a patient's answer holds stays in no cache; the files of the page set their own.
            "Cache-Control",
            "no-store");

    @Override
    public void handle(RoutingContext context) {
        putAll(context.response().headers());
        context.next();
    }

    static void putAll(MultiMap headers) {
        ALWAYS.forEach(headers::set);
    }
}
