package org.marrow.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.marrow.server.api.OpenApiDocument;

/** Asks a running server and holds each answer against the document. */
public final class ApiClient implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final OpenAPIContract contract;
    private final ResponseValidator validator;

    public ApiClient(int port) {
        this.port = port;
        this.contract = OpenApiDocument.load().contract(vertx).await();
        this.validator = ResponseValidator.create(vertx, contract);
    }

    public OpenAPIContract contract() {
        return contract;
    }

    /** @param target path and query, encoded */
    public HttpResponse<byte[]> get(String target, String... headers) throws IOException, InterruptedException {
        return ask("GET", target, headers);
    }

    public HttpResponse<byte[]> ask(String method, String target, String... headers)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + target);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        validate(response, contract.findOperation(uri.getRawPath(), HttpMethod.valueOf(method)));
        return response;
    }

    private void validate(HttpResponse<byte[]> response, Operation operation) {
        String type = response.headers().firstValue("content-type").orElse("");
        if (operation == null) {
            if (response.statusCode() >= 400) {
                assertThat(json(response).at("/error/code").textValue()).isNotEmpty();
                assertThat(json(response).at("/error/message").textValue()).isNotEmpty();
            }
            return;
        }
        if (response.statusCode() == 200) {
            // The copy that the validator knows has plain bytes in the place of what Vert.x does not know.
            assertThat(documented(operation, type)).isTrue();
        }
        ValidatableResponse answer = ValidatableResponse.create(
                response.statusCode(),
                Map.of(),
                Buffer.buffer(response.body()),
                MediaType.isMediaTypeSupported(type) ? type : MediaType.APPLICATION_OCTET_STREAM);
        validator.validate(answer, operation.getOperationId()).await();
    }

    private static boolean documented(Operation operation, String type) {
        var content = operation.getResponse(200).getContent();
        return content.containsKey(type)
                || content.containsKey(MediaType.APPLICATION_OCTET_STREAM)
                        && OpenApiDocument.load().text().contains(type + ": {}");
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException notJson) {
            throw new AssertionError(new String(response.body(), StandardCharsets.UTF_8), notJson);
        }
    }

    @Override
    public void close() {
        http.close();
        vertx.close().await();
    }
}
