package io.github.surefoot.surefire.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The loader as an object; what it does as the system's, {@link RoundLoadersTest} shows in JVMs of its own. */
@Execution(ExecutionMode.SAME_THREAD)
class SystemLoaderTest {
    @TempDir
    private Path directory;

    @Test
    void eachRoundHasClassesOfItsOwnAndTheSameLibraries() throws Exception {
        sampleAndLibrary();
        try (SystemLoader loader = loader("own own", "library library")) {
            RoundLoader first = loader.round();
            Class<?> sample = loader.loadClass("own.Sample");
            Class<?> shared = loader.loadClass("lib.Shared");

            loader.renew();

            Class<?> renewed = loader.loadClass("own.Sample");
            assertThat(sample.getClassLoader()).isSameAs(first);
            assertThat(renewed).isNotSameAs(sample);
            assertThat(renewed.getClassLoader()).isSameAs(loader.round());
            assertThat(shared.getClassLoader()).isSameAs(loader);
            assertThat(loader.loadClass("lib.Shared")).isSameAs(shared);
            assertThat(renewed.getMethod("shared").invoke(null)).isInstanceOf(shared);
        }
    }

    @Test
    void aLoaderKnowsWhatIsItsOwn() throws Exception {
        sampleAndLibrary();
        try (SystemLoader loader = loader("own own", "library library")) {
            RoundLoader round = loader.round();
            Class<?> sample = loader.loadClass("own.Sample");
            Object ofRound = sample.getConstructor().newInstance();

            assertThat(round.has("own.Sample")).isTrue();
            assertThat(round.has("lib.Shared")).isFalse();
            assertThat(round.defined("own.Sample")).get().isSameAs(sample);
            assertThat(loader.defined("lib.Shared")).isEmpty();
            assertThat(round.owns(ofRound)).isTrue();
            assertThat(loader.renew().owns(ofRound)).isFalse();
            assertThat(loader.round().owns(null)).isFalse();
        }
    }

    @Test
    void assertionsStayAsTheyWereSet() throws Exception {
        sampleAndLibrary();
        try (SystemLoader loader = loader("own own", "library library")) {
            assertThat(loader.round().assertions()).isEmpty();

            loader.setDefaultAssertionStatus(true);

            assertThat(loader.renew().assertions()).contains(true);
            assertThat(loader.loadClass("own.Sample").desiredAssertionStatus()).isTrue();
        }
    }

    @Test
    void theFirstOnTheClassPathCountsBeItTheProjectsOrNot() throws Exception {
        Path own = resource("own");
        Path library = resource("library");
        try (SystemLoader ownFirst = loader("own own", "library library");
                SystemLoader libraryFirst = loader("library library", "own own")) {
            assertThat(ownFirst.getResource("of-both")).isEqualTo(url(own));
            assertThat(Collections.list(ownFirst.getResources("of-both"))).containsExactly(url(own), url(library));
            assertThat(libraryFirst.getResource("of-both")).isEqualTo(url(library));
            assertThat(Collections.list(libraryFirst.round().getResources("of-both")))
                    .containsExactly(url(library), url(own));
        }
    }

    @Test
    void withoutAClassPathItSaysWhatItNeeds() {
        ClassLoader below = ClassLoader.getSystemClassLoader();

        assertThatThrownBy(() -> new SystemLoader(below))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("surefoot.loader.classPath does not name a file");
    }

    private void sampleAndLibrary() throws Exception {
        new RenewingJvm(directory)
                .entry("own", true)
                .entry("library", false)
                .source("library", "lib.Shared", "package lib; public class Shared {}")
                .source(
                        "own",
                        "own.Sample",
                        "package own; public class Sample { public static Object shared() { return new lib.Shared(); } }");
    }

    /** Makes one as the JVM would. */
    private SystemLoader loader(String... lines) throws Exception {
        List<String> whole = List.of(lines).stream()
                .map(line -> line.replace(" ", " " + directory + "/"))
                .toList();
        Path file = Files.write(Files.createTempFile(directory, "class-path", ""), whole);
        System.setProperty(SystemLoader.CLASS_PATH, file.toString());
        return new SystemLoader(ClassLoader.getSystemClassLoader());
    }

    private Path resource(String entry) throws Exception {
        return Files.writeString(
                Files.createDirectories(directory.resolve(entry)).resolve("of-both"), entry);
    }

    private static URL url(Path file) throws Exception {
        return file.toUri().toURL();
    }
}
