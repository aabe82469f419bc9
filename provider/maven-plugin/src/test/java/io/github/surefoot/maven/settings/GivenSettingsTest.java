package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class GivenSettingsTest {
    private static final String URL = "surefoot.database.url";

    private final Properties commandLine = new Properties();
    private final Properties project = new Properties();

    private GivenSettings given() {
        return new GivenSettings(commandLine, Map.of("rounds", "3"), project);
    }

    @Test
    void theCommandLineGoesFirstThenTheConfigurationThenThePom() {
        project.setProperty("surefoot.rounds", "2");
        assertThat(given().get("surefoot.rounds")).contains("3");
        commandLine.setProperty("surefoot.rounds", "4");
        assertThat(given().get("surefoot.rounds")).contains("4");
        assertThat(given().all()).containsEntry("surefoot.rounds", "4");
    }

    @Test
    void whatAPluginHasSetSinceThePomWasReadIsPutIn() {
        project.setProperty(URL, "jdbc:postgresql://${server.host}:${server.port}/postgres");
        project.setProperty("server.host", "${a.host}");
        project.setProperty("server.port", "40123");
        commandLine.setProperty("a.host", "local$1host");

        assertThat(given().get(URL)).contains("jdbc:postgresql://local$1host:40123/postgres");
        assertThat(given().all()).containsEntry(URL, "jdbc:postgresql://local$1host:40123/postgres");
    }

    @Test
    void whatNobodyHasSetAndWhatGoesInACircleStaysAsItIs() {
        project.setProperty(URL, "jdbc:h2:mem:${nobody}${surefoot.database.url}");
        assertThat(given().get(URL).orElseThrow()).startsWith("jdbc:h2:mem:${nobody}jdbc:h2:mem:");
        assertThat(given().all().get(URL)).contains("${surefoot.database.url}");
    }
}
