package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.surefire.Samples;
import io.github.surefoot.surefire.Samples.Apple;
import io.github.surefoot.surefire.Samples.Banana;
import io.github.surefoot.surefire.Samples.Cherry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassListTest {
    @TempDir
    private Path directory;

    private List<Class<?>> load(Path file, int round) {
        return ClassList.load(file, round, getClass().getClassLoader());
    }

    private Path lines(String... lines) throws IOException {
        return Files.write(directory.resolve("classes.only"), List.of(lines));
    }

    @Test
    void whatIsWrittenIsLoadedInItsOrder() {
        Path file = directory.resolve("classes.plan");
        ClassList.write(file, List.of(Cherry.class, Apple.class, Banana.class));
        assertThat(load(file, 1)).containsExactly(Cherry.class, Apple.class, Banana.class);
        assertThat(load(file, 5)).containsExactly(Cherry.class, Apple.class, Banana.class);
    }

    @Test
    void aReaderSeesAWholePlanOrTheOneBefore() throws Exception {
        Path file = directory.resolve("classes.plan");
        List<String> whole = Samples.names(Samples.ALL);
        ClassList.write(file, Samples.ALL);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                ClassList.write(file, Samples.ALL);
            }
            done.set(true);
        });
        writer.start();
        while (!done.get()) {
            assertThat(Files.readAllLines(file)).isEqualTo(whole);
        }
        writer.join();
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlanThatCannotBeWrittenIsNamed() {
        Path file = directory.resolve("missing").resolve("classes.plan");
        assertThatThrownBy(() -> ClassList.write(file, Samples.ALL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot write the plan of this round to " + file);
    }

    @Test
    void aRoundHasItsOwnSection() throws IOException {
        Path file =
                lines("# round 1", Apple.class.getName(), "# round 2", Banana.class.getName(), Apple.class.getName());
        assertThat(load(file, 1)).containsExactly(Apple.class);
        assertThat(load(file, 2)).containsExactly(Banana.class, Apple.class);
        assertThat(load(file, 3)).isEmpty();
    }

    @Test
    void roundTenIsNotRoundOne() throws IOException {
        Path file = lines("# round 10", Apple.class.getName(), "# round 1", Banana.class.getName());
        assertThat(load(file, 1)).containsExactly(Banana.class);
        assertThat(load(file, 10)).containsExactly(Apple.class);
    }

    @Test
    void aClassThatIsGoneIsNamedWithItsMend() throws IOException {
        Path file = lines("shop.GoneTest");
        assertThatThrownBy(() -> load(file, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Class shop.GoneTest is to be run, but is not on the test class path."
                        + " Compile the tests again.");
    }

    @Test
    void aClassIsLoadedWithoutBeingInitialised() throws IOException {
        Path file = lines(BreaksWhenInitialised.class.getName());
        assertThat(load(file, 1)).containsExactly(BreaksWhenInitialised.class);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = directory.resolve("none.only");
        assertThatThrownBy(() -> load(file, 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot read the classes to run from " + file);
    }

    static final class BreaksWhenInitialised {
        static final int NEVER = Integer.parseInt("not a number");
    }
}
