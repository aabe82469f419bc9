package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ServerSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(ServerSettings.from(name -> null)).isEqualTo(new ServerSettings(8080, Path.of("data/context.db")));
    }

    @Test
    void readsTheEnvironment() {
        Map<String, String> environment = Map.of("CONTEXT_PORT", "0", "CONTEXT_DATABASE", "elsewhere.db");

        assertThat(ServerSettings.from(environment::get)).isEqualTo(new ServerSettings(0, Path.of("elsewhere.db")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "80 80"})
    void refusesAPortThatIsNone(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerSettings.from(Map.of("CONTEXT_PORT", port)::get))
                .withMessageContaining("CONTEXT_PORT")
                .withMessageContaining(port);
    }
}
