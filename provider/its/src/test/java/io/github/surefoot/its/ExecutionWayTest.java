package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many files one execution passes, from the worker's listener to {@code verdict.json}: those of which a method is
 * handed the execution, alone or among others, and which have more to do because of it.
 */
class ExecutionWayTest {
    /** What whoever follows an execution through the code can still hold in mind. */
    private static final int MOST_FILES = 30;

    private static final String NAME = "goesThisWay";

    static class WithATest {
        @Test
        void goesThisWay() {}
    }

    static class WithoutAny {}

    @Test
    void isShort(@TempDir Path directory) throws Exception {
        Map<String, Integer> usual = follow(WithoutAny.class, directory).calls();
        Watch watch = follow(WithATest.class, directory);

        Set<String> passed = new TreeSet<>(watch.handed());
        passed.removeIf(file -> watch.calls().getOrDefault(file, 0) <= usual.getOrDefault(file, 0));

        assertThat(passed)
                .as("its first and its last file, and what lies between")
                .contains(
                        "io.github.surefoot.surefire.journal.JournallingListener",
                        "io.github.surefoot.core.journal.JournalReader",
                        "io.github.surefoot.analysis.evidence.TestEvidence",
                        "io.github.surefoot.analysis.verdict.VerdictWriter")
                .hasSizeLessThanOrEqualTo(MOST_FILES);
    }

    private static Watch follow(Class<?> tests, Path directory) throws Exception {
        Path own = Files.createDirectory(directory.resolve(tests.getSimpleName()));
        Watch watch = Watch.begin(NAME);
        Path verdict = way().apply(tests, own);
        assertThat(Files.readString(verdict).contains(NAME)).isEqualTo(tests == WithATest.class);
        return watch;
    }

    @SuppressWarnings("unchecked") // What the other loader has made is of a type that both know.
    private static BiFunction<Class<?>, Path, Path> way() throws ReflectiveOperationException {
        List<Path> compiled = List.of(Rooms.CORE.compiled(), Rooms.SUREFIRE.compiled(), Rooms.ANALYSIS.compiled());
        return (BiFunction<Class<?>, Path, Path>) new WatchedRooms(compiled)
                .loadClass(OneExecution.class.getName())
                .getConstructor()
                .newInstance();
    }
}
