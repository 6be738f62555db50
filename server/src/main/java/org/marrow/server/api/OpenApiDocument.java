package org.marrow.server.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document that describes the API: served as it is, and what requests are checked against. */
public final class OpenApiDocument {
    private static final String RESOURCE = "openapi.yaml";

    private final String text;

    private OpenApiDocument(String text) {
        this.text = text;
    }

    public static OpenApiDocument load() {
        try (@Nullable InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new BugException(RESOURCE + " is not in this build");
            }
            return new OpenApiDocument(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String text() {
        return text;
    }

    /**
     * The document as Vert.x checks by it. Vert.x refuses a document with content types that it does not know, so in its copy
     * those answers are plain bytes.
     */
    public Future<OpenAPIContract> contract(Vertx vertx) {
        Map<String, Object> model = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        JsonObject copy = new JsonObject(model);
        replaceUnknownTypes(copy);
        return OpenAPIContract.from(vertx, copy);
    }

    private static void replaceUnknownTypes(JsonObject object) {
        for (String name : List.copyOf(object.fieldNames())) {
            if (object.getValue(name) instanceof JsonObject child) {
                if (name.equals("content")) {
                    List.copyOf(child.fieldNames()).stream()
                            .filter(type -> !MediaType.isMediaTypeSupported(type))
                            .forEach(type -> child.put(MediaType.APPLICATION_OCTET_STREAM, child.remove(type)));
                }
                replaceUnknownTypes(child);
            }
        }
    }
}
