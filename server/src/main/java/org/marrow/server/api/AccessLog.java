package org.marrow.server.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request: method, route, status, duration, bytes. It names the route, never the patient asked for. */
final class AccessLog implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger("org.marrow.server.access");
    private static final String ROUTE = "marrow.route";

    /** @param template the path with its parameters' names in the place of their values */
    static void name(RoutingContext context, String template) {
        context.put(ROUTE, template);
    }

    @Override
    public void handle(RoutingContext context) {
        long start = System.nanoTime();
        context.addEndHandler(ended -> {
            @Nullable String route = context.get(ROUTE);
            LOG.info(
                    "{} {} {} {} ms {} bytes",
                    context.request().method().name(),
                    route == null ? "(no route)" : route,
                    context.response().getStatusCode(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    context.response().bytesWritten());
        });
        context.next();
    }
}
