package org.marrow.server.api;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.server.page.PageFiles;
import org.marrow.server.page.PageFiles.PageFile;
import org.marrow.server.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each request to its operation or page file, and each failure to its answer. There is no way to send anything in. */
public final class ApiRouter {
    private static final Logger LOG = LoggerFactory.getLogger(ApiRouter.class);

    private static final long ANSWER_SECONDS = 30;
    private static final long HEALTH_SECONDS = 3;

    private static final List<Integer> ERROR_STATUSES = List.of(400, 404, 405, 406, 413, 414, 415, 431, 500, 503);

    /** A percent sign without its two digits (RFC 3986, 2.1), which libraries take for a mistake of the server. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** How Vert.x words a parameter that is not as described; the name is from the document, never from the request. */
    private static final Pattern REFUSED_PARAMETER = Pattern.compile("parameter ([A-Za-z]+) ");

    /** Operations that answer with something else than JSON. */
    private static final Map<String, String> OFFERED =
            Map.of("describe", Operations.YAML, "getCellPoints", Operations.ARROW_STREAM);

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final boolean loopbackNamesOnly;

    private ApiRouter(Vertx vertx, WorkerExecutor workers, boolean loopbackNamesOnly) {
        this.vertx = vertx;
        this.workers = workers;
        this.loopbackNamesOnly = loopbackNamesOnly;
    }

    /**
     * @param workers threads that may wait for the database
     * @param page empty when this build has none
     * @param loopbackNamesOnly whether requests under any other host name are refused
     */
    public static Router create(
            Vertx vertx,
            WorkerExecutor workers,
            OpenAPIContract contract,
            Operations operations,
            Optional<PageFiles> page,
            boolean loopbackNamesOnly) {
        ApiRouter api = new ApiRouter(vertx, workers, loopbackNamesOnly);
        Router router = api.route(contract, operations.byId());
        addPage(router, page);
        ERROR_STATUSES.forEach(status -> router.errorHandler(status, ApiRouter::sendFailure));
        return router;
    }

    private Router route(OpenAPIContract contract, Map<String, Operations.Operation> operations) {
        RouterBuilder builder = RouterBuilder.create(vertx, contract);
        builder.rootHandler(new AccessLog());
        builder.rootHandler(new SecurityHeaders());
        builder.rootHandler(this::guard);
        for (OpenAPIRoute route : builder.getRoutes()) {
            Operation described = route.getOperation();
            Operations.@Nullable Operation operation = operations.get(described.getOperationId());
            if (operation == null) {
                throw new BugException("no code for the operation " + described.getOperationId());
            }
            route.addHandler(context -> answer(context, described, operation));
            route.addFailureHandler(context -> {
                AccessLog.name(context, described.getAbsoluteOpenAPIPath());
                sendFailure(context);
            });
        }
        return builder.createRouter();
    }

    /** What is wrong with a request whatever it asks for. */
    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (loopbackNamesOnly && !HostNames.isLoopback(request.authority())) {
            send(context, ApiError.WRONG_HOST);
        } else if (BROKEN_ESCAPE.matcher(request.uri()).find()) {
            send(context, ApiError.INVALID_REQUEST);
        } else if (hasBody(request)) {
            // Else the connection would wait for a body that nobody reads.
            context.addEndHandler(sent -> request.connection().close());
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            send(context, ApiError.BODY_REFUSED);
        } else {
            context.next();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    private void answer(RoutingContext context, Operation described, Operations.Operation operation) {
        AccessLog.name(context, described.getAbsoluteOpenAPIPath());
        requireKnownQuery(context, described);
        requireAcceptable(context, described);
        ValidatedRequest request = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
        long seconds = described.getOperationId().equals("health") ? HEALTH_SECONDS : ANSWER_SECONDS;
        workers.executeBlocking(() -> operation.answer(request), false)
                .timeout(seconds, TimeUnit.SECONDS)
                .onSuccess(answer -> send(context, answer))
                .onFailure(context::fail);
    }

    /** A misspelt parameter, or the second of two, would otherwise be passed over in silence. */
    private static void requireKnownQuery(RoutingContext context, Operation described) {
        List<String> known = described.getParameters().stream()
                .filter(parameter -> parameter.getIn() == Location.QUERY)
                .map(Parameter::getName)
                .toList();
        for (String name : context.queryParams().names()) {
            if (!known.contains(name) || context.queryParam(name).size() > 1) {
                throw new ApiException(new ApiError(
                        400,
                        ApiError.INVALID_REQUEST.code(),
                        "There is a query parameter that this address does not have, or one that is given twice."));
            }
        }
    }

    private static void requireAcceptable(RoutingContext context, Operation described) {
        List<MIMEHeader> accepted = context.parsedHeaders().accept();
        if (accepted.isEmpty()) {
            return;
        }
        String offered = OFFERED.getOrDefault(described.getOperationId(), Answer.JSON);
        boolean matches = accepted.stream().anyMatch(range -> accepts(range, offered));
        if (!matches) {
            throw new ApiException(ApiError.NOT_ACCEPTABLE);
        }
    }

    private static boolean accepts(MIMEHeader range, String type) {
        String[] parts = type.split("/", 2);
        return (range.component().equals("*") || range.component().equalsIgnoreCase(parts[0]))
                && (range.subComponent().equals("*") || range.subComponent().equalsIgnoreCase(parts[1]))
                && range.weight() > 0;
    }

    private static void addPage(Router router, Optional<PageFiles> page) {
        if (page.isEmpty()) {
            router.get("/").handler(context -> {
                AccessLog.name(context, "/");
                send(context, ApiError.NO_PAGE);
            });
            return;
        }
        page.get()
                .byPath()
                .forEach((path, file) -> router.get(path).handler(context -> {
                    AccessLog.name(context, path);
                    send(context, file);
                }));
    }

    private static void send(RoutingContext context, PageFile file) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, file.named() ? "public, max-age=31536000, immutable" : "no-cache")
                .end(Buffer.buffer(file.content()));
    }

    private static void sendFailure(RoutingContext context) {
        send(context, error(context));
    }

    private static ApiError error(RoutingContext context) {
        @Nullable Throwable failure = context.failure();
        if (failure instanceof ApiException refused) {
            return refused.error();
        }
        if (failure instanceof StoreUnavailableException || failure instanceof TimeoutException) {
            LOG.warn("The database did not answer: {}", failure.getMessage());
            return ApiError.UNAVAILABLE;
        }
        if (failure != null && failure.getCause() instanceof ValidatorException invalid) {
            return invalid(context, invalid);
        }
        if (context.statusCode() == 500) {
            LOG.error("A request failed", failure);
        }
        return ApiError.ofStatus(context.statusCode());
    }

    /** Says which parameter was refused, in the document's words. */
    private static ApiError invalid(RoutingContext context, ValidatorException failure) {
        @Nullable
        Operation operation = context.currentRoute() == null
                ? null
                : context.currentRoute().getMetadata(RouterBuilder.KEY_META_DATA_OPERATION);
        Matcher named = REFUSED_PARAMETER.matcher(String.valueOf(failure.getMessage()));
        if (operation == null || !named.find()) {
            return ApiError.INVALID_REQUEST;
        }
        String expected = operation.getParameters().stream()
                .filter(parameter -> parameter.getName().equals(named.group(1)))
                .map(parameter -> parameter.getOpenAPIModel().getString("description", "as the document describes it"))
                .collect(Collectors.joining());
        return new ApiError(
                400,
                ApiError.INVALID_REQUEST.code(),
                "The parameter " + named.group(1) + " is not what is expected. " + expected + ".");
    }

    private static void send(RoutingContext context, Answer answer) {
        context.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.type())
                .end(Buffer.buffer(answer.body()));
    }

    private static void send(RoutingContext context, ApiError error) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.headWritten()) {
            send(context, Answer.json(error.status(), error.json()));
        }
    }
}
