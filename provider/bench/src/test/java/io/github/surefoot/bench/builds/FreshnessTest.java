package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {
    @TempDir
    Path room;

    @Test
    void aJarThatIsAnotherThanTheOneBuiltIsToldOf() throws IOException {
        write("checkout/provider/core/target/surefoot-core-1.jar", "new");
        write("repository/io/github/surefoot/surefoot-core/1/surefoot-core-1.jar", "old");
        write("checkout/provider/worker/target/surefoot-worker-1.jar", "same");
        write("repository/io/github/surefoot/surefoot-worker/1/surefoot-worker-1.jar", "same");
        write("checkout/provider/analysis/target/surefoot-analysis-1.jar", "not handed on");

        assertThat(Freshness.warnings(room.resolve("checkout"), room.resolve("repository"), "1"))
                .hasSize(2)
                .anyMatch(line -> line.contains("surefoot-core-1.jar"))
                .anyMatch(line -> line.contains("surefoot-analysis-1.jar"));
    }

    private void write(String path, String content) throws IOException {
        Path file = room.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
