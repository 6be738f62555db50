package org.marrow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.server.config.ServerConfig;
import org.marrow.server.page.PageFiles;
import org.marrow.server.page.TestPage;
import org.marrow.server.store.TestDatabase;
import org.marrow.server.testing.RawHttp;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedPageTest {
    private final String url = TestDatabase.freshUrl();
    private MarrowServer server;

    @BeforeAll
    void start() {
        server = start(ServerConfig.DEFAULT_HOST, 0, Optional.of(TestPage.files()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private MarrowServer start(String host, int port, Optional<PageFiles> page) {
        return MarrowServer.start(new ServerConfig(host, port, Path.of("unused"), Optional.of(url)), page);
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void thePageIsServedAtTheRootAndAskedForAnewEachTime() throws Exception {
        HttpResponse<String> root = ask("GET", "/");

        assertThat(root.statusCode()).isEqualTo(200);
        assertThat(root.body()).contains("<title>Marrow</title>");
        assertThat(root.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(root.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(root.headers().firstValue("content-security-policy").orElseThrow())
                .contains("script-src 'self'");
        assertThat(ask("GET", "/index.html").body()).isEqualTo(root.body());
    }

    @Test
    void filesNamedByTheirContentAreKeptForGood() throws Exception {
        HttpResponse<String> script = ask("GET", "/assets/main-abc123.js");

        assertThat(script.headers().firstValue("content-type")).contains("text/javascript; charset=utf-8");
        assertThat(script.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
        assertThat(ask("GET", "/assets/main-abc123.css").headers().firstValue("content-type"))
                .contains("text/css; charset=utf-8");
        assertThat(ask("GET", "/favicon.svg").headers().firstValue("content-type"))
                .contains("image/svg+xml");
    }

    @Test
    void nothingElseIsServed() throws Exception {
        for (String path :
                new String[] {"/assets/", "/assets/other.js", "/INDEX.HTML", "/main-abc123.js", "/patients"}) {
            assertThat(ask("GET", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ask("POST", "/").statusCode()).isEqualTo(405);
        assertThat(ask("PUT", "/assets/main-abc123.js").statusCode()).isEqualTo(405);
    }

    @Test
    void aBuildWithoutAPageSaysSo() throws Exception {
        try (MarrowServer bare = start(ServerConfig.DEFAULT_HOST, 0, Optional.empty())) {
            assertThat(RawHttp.get(bare.port(), "/", "localhost")).contains("404", "This build has no page");
            assertThat(RawHttp.get(bare.port(), "/health", "localhost")).contains("200");
        }
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> start(ServerConfig.DEFAULT_HOST, server.port(), Optional.empty()))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ENVIRONMENT))
                .hasMessageContaining("port " + server.port());
    }

    @Test
    void anAddressBeyondThisMachineIsAnsweredUnderAnyNameAndWarnedOf() throws Exception {
        try (MarrowServer open = start("0.0.0.0", 0, Optional.empty())) {
            assertThat(RawHttp.get(open.port(), "/health", "marrow.hospital.example"))
                    .contains("200");
            assertThat(Files.readString(Path.of("target", "server-test.log")))
                    .contains("There is no login yet: EVERYONE who can reach 0.0.0.0 port " + open.port());
        }
    }

    @Test
    void nothingListensAfterTheEnd() {
        MarrowServer ended = start(ServerConfig.DEFAULT_HOST, 0, Optional.empty());
        int port = ended.port();
        ended.close();

        assertThatThrownBy(() -> RawHttp.get(port, "/health", "localhost")).isInstanceOf(java.io.IOException.class);
    }
}
