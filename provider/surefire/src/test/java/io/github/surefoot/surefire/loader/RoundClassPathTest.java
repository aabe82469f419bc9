package io.github.surefoot.surefire.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundClassPathTest {
    @TempDir
    private Path directory;

    @Test
    void itIsReadAsItWasWritten() throws Exception {
        RoundClassPath classPath = new RoundClassPath(List.of(own("test classes"), library("b.jar"), own("own.jar")));

        Path file = Files.write(directory.resolve("class-path"), classPath.lines());

        assertThat(RoundClassPath.read(file)).isEqualTo(classPath);
    }

    @Test
    void aLineOfNeitherKindIsRefused() throws Exception {
        Path file = Files.write(directory.resolve("class-path"), List.of("own /a", "/b"));

        assertThatThrownBy(() -> RoundClassPath.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'/b' is no entry of a class path. It must begin with 'own ' or 'library '");
    }

    @Test
    void ownIsFirstUnlessALibraryStandsBeforeIt() {
        assertThat(new RoundClassPath(List.of(own("a"), own("b"), library("c"))).ownFirst())
                .isTrue();
        assertThat(new RoundClassPath(List.of(library("c"))).ownFirst()).isTrue();
        assertThat(new RoundClassPath(List.of(own("a"), library("c"), own("b"))).ownFirst())
                .isFalse();
        assertThat(new RoundClassPath(List.of(library("c"), own("a"))).ownFirst())
                .isFalse();
    }

    @Test
    void resourcesComeInTheOrderOfTheirEntries() throws Exception {
        Path jar = Files.createFile(directory.resolve("b.jar"));
        RoundClassPath classPath = new RoundClassPath(List.of(own("a"), library("b.jar"), own("c")));
        URL inA = directory.resolve("a/x").toUri().toURL();
        URL inB = new URL("jar:" + jar.toUri().toURL() + "!/x");
        URL inC = directory.resolve("c/x").toUri().toURL();
        URL elsewhere = directory.resolve("z/x").toUri().toURL();

        assertThat(List.of(elsewhere, inC, inB, inA).stream().sorted(classPath.order()))
                .containsExactly(inA, inB, inC, elsewhere);
    }

    private RoundClassPath.Entry own(String name) {
        return new RoundClassPath.Entry(directory.resolve(name), true);
    }

    private RoundClassPath.Entry library(String name) {
        return new RoundClassPath.Entry(directory.resolve(name), false);
    }
}
