package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the run has left is out of the way for probes, and there again afterwards. */
class LeftFilesTest {
    private static final Instant BEGAN = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    Path dir;

    private final List<String> log = new ArrayList<>();

    private void write(String file, Instant at) throws IOException {
        Files.createDirectories(dir.resolve(file).getParent());
        Files.writeString(dir.resolve(file), file);
        Files.setLastModifiedTime(dir.resolve(file), FileTime.from(at));
    }

    @Test
    void filesOfTheRunAreAwayWhileProbesRun() throws IOException {
        write("target/left", BEGAN.plusSeconds(5));
        write("target/before", BEGAN.minusSeconds(5));
        Path away = dir.resolve("target/surefoot/diagnose/left");

        try (LeftFiles files = LeftFiles.of(dir, away, BEGAN, BEGAN.plusSeconds(10), log::add)) {
            assertThat(dir.resolve("target/left")).doesNotExist();
            Files.writeString(dir.resolve("target/left"), "of a probe");
            Files.writeString(dir.resolve("target/before"), "of a probe");
            files.restore();
            assertThat(dir.resolve("target/left")).doesNotExist();
            assertThat(dir.resolve("target/before")).hasContent("target/before");
            assertThat(files.withheld()).containsExactly(Path.of("target", "before"), Path.of("target", "left"));
            assertThat(files.withheld()).as("since").containsExactly(Path.of("target", "left"));
            Files.writeString(dir.resolve("target/left"), "of the last probe");
        }

        assertThat(dir.resolve("target/left")).hasContent("target/left");
        assertThat(log).singleElement().asString().contains("have left 1 file in ", "(target/left)", away.toString());
    }

    @Test
    void whatCannotBePutBackIsSaid() throws IOException {
        Files.createDirectories(dir.resolve("target"));
        Files.writeString(dir.resolve("target/large"), "x".repeat(2 << 20));

        try (LeftFiles files = LeftFiles.of(dir, dir.resolve("away"), BEGAN, BEGAN, log::add)) {
            Files.writeString(dir.resolve("target/large"), "less");
            files.restore();
        }

        assertThat(log).first().asString().contains("target/large, which is too large");
    }
}
