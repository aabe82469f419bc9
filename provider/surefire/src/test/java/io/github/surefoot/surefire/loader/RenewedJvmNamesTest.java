package io.github.surefoot.surefire.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.protocol.RenewedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This package cannot use the names that Maven knows it by; they are the same all the same. */
class RenewedJvmNamesTest {
    @Test
    void thoseOfTheLoaderAreThoseThatMavenKnows(@TempDir Path root) throws Exception {
        assertThat(RenewedJvm.SYSTEM_LOADER).isEqualTo(SystemLoader.class.getName());
        assertThat(RenewedJvm.CLASS_PATH).isEqualTo(SystemLoader.CLASS_PATH);

        Path file = Files.write(
                root.resolve("class-path"),
                List.of(RenewedJvm.entry(Path.of("/a b"), true), RenewedJvm.entry(Path.of("/c.jar"), false)));
        assertThat(RoundClassPath.read(file).entries())
                .containsExactly(
                        new RoundClassPath.Entry(Path.of("/a b"), true),
                        new RoundClassPath.Entry(Path.of("/c.jar"), false));
    }
}
