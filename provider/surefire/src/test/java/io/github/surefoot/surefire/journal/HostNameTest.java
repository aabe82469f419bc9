package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameTest {
    @TempDir
    private Path directory;

    @Test
    void theEnvironmentGoesFirst() throws IOException {
        Path kernel = Files.writeString(directory.resolve("hostname"), "build-1\n");
        assertThat(HostName.find(Map.of("HOSTNAME", "build-7")::get, kernel)).contains("build-7");
        assertThat(HostName.find(Map.of("COMPUTERNAME", "BUILD-8")::get, kernel))
                .contains("BUILD-8");
        assertThat(HostName.find(Map.of("HOSTNAME", " ")::get, kernel)).contains("build-1");
    }

    @Test
    void whereNobodyTellsItIsNotKnown() throws IOException {
        assertThat(HostName.find(name -> null, directory.resolve("none"))).isEmpty();
        assertThat(HostName.find(name -> null, Files.writeString(directory.resolve("empty"), "\n")))
                .isEmpty();
    }
}
