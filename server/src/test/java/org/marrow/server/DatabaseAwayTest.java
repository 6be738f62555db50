package org.marrow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marrow.server.testing.ApiClient.json;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marrow.server.config.ServerConfig;
import org.marrow.server.store.TestDatabase;
import org.marrow.server.testing.ApiClient;
import org.marrow.server.testing.TcpGate;

class DatabaseAwayTest {
    @Test
    void theServerSaysThatTheDatabaseIsAwayAndGoesOnOnceItIsBack() throws Exception {
        String direct = TestDatabase.freshUrl();
        int port = URI.create(direct.substring("jdbc:".length())).getPort();
        try (TcpGate gate = new TcpGate(port)) {
            String url = direct.replace(":" + port + "/", ":" + gate.port() + "/");
            ServerConfig config =
                    ServerConfig.defaults(Path.of("unused")).withPort(0).withDatabaseUrl(Optional.of(url));
            try (MarrowServer server = MarrowServer.start(config);
                    ApiClient client = new ApiClient(server.port())) {
                assertThat(client.get("/health").statusCode()).isEqualTo(200);
                assertThat(json(client.get("/health")).path("database").textValue())
                        .isEqualTo("ok");

                gate.cut();
                assertThat(client.get("/health").statusCode()).isEqualTo(503);
                assertThat(json(client.get("/health")).path("database").textValue())
                        .isEqualTo("unavailable");
                assertThat(client.get("/api/v1/patients").statusCode()).isEqualTo(503);
                assertThat(json(client.get("/api/v1/patients"))
                                .at("/error/code")
                                .textValue())
                        .isEqualTo("unavailable");

                gate.mend();
                assertThat(client.get("/health").statusCode()).isEqualTo(200);
                assertThat(client.get("/api/v1/patients").statusCode()).isEqualTo(200);
            }
        }
    }
}
