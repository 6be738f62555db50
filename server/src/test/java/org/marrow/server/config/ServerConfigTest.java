package org.marrow.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;

class ServerConfigTest {
    private static final Path DATA = Path.of("data");

    @Test
    void theDefaultsAreThese() {
        assertThat(ServerConfig.defaults(DATA)).isEqualTo(new ServerConfig("127.0.0.1", 8080, DATA, Optional.empty()));
    }

    @Test
    void eachSettingCanBeChanged() {
        assertThat(ServerConfig.defaults(DATA)
                        .withHost("::1")
                        .withPort(0)
                        .withDatabaseUrl(Optional.of("jdbc:postgresql://db/marrow")))
                .isEqualTo(new ServerConfig("::1", 0, DATA, Optional.of("jdbc:postgresql://db/marrow")));
    }

    @Test
    void thePortIsHeldWithinItsBounds() {
        assertThat(ServerConfig.defaults(DATA).withPort(65_535).port()).isEqualTo(65_535);
        assertThatThrownBy(() -> ServerConfig.defaults(DATA).withPort(65_536))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ServerConfig.defaults(DATA).withPort(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ServerConfig.defaults(DATA).withHost(" ")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void onlyTheLoopbackAddressesAreLoopback() {
        for (String host : new String[] {"127.0.0.1", "127.1.2.3", "::1", "localhost"}) {
            assertThat(ServerConfig.defaults(DATA).withHost(host).isLoopback())
                    .as(host)
                    .isTrue();
        }
        for (String host : new String[] {"0.0.0.0", "::", "192.0.2.1"}) {
            assertThat(ServerConfig.defaults(DATA).withHost(host).isLoopback())
                    .as(host)
                    .isFalse();
        }
        assertThatThrownBy(() ->
                        ServerConfig.defaults(DATA).withHost("no.such.invalid").isLoopback())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no.such.invalid");
    }
}
