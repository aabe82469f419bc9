package io.github.surefoot.worker.database.engine.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.setting.SettingReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
class PostgresServerTest {
    private static PostgresServer at(String url) {
        Map<String, String> settings = Map.of("surefoot.database.url", url, "surefoot.database.user", "nobody");
        return PostgresServer.read(new SettingReader(name -> Optional.ofNullable(settings.get(name))));
    }

    /** Takes connections, as a server does that hangs, and says nothing. */
    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    }

    private static String url(ServerSocket server) {
        return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/postgres";
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_port_that_is_silent_is_given_up() throws Exception {
        try (ServerSocket server = silent()) {
            assertThatThrownBy(() -> at(url(server)).open("postgres", new Properties()))
                    .isInstanceOf(SQLException.class)
                    .satisfies(thrown -> assertThat(PostgresFault.of(thrown)).isEqualTo(PostgresFault.SERVER_DOWN));
            try (Socket asked = server.accept()) {
                assertThat(asked.getInputStream().read())
                        .as("something was asked")
                        .isNotNegative();
            }
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void it_is_given_up_when_the_user_says() throws Exception {
        try (ServerSocket server = silent()) {
            assertThatThrownBy(() -> at(url(server) + "?socketTimeout=1").open("postgres", new Properties()))
                    .isInstanceOf(SQLException.class)
                    .satisfies(thrown -> assertThat(PostgresFault.of(thrown)).isEqualTo(PostgresFault.SERVER_DOWN));
        }
    }
}
