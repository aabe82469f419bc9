package io.github.surefoot.maven.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.probe.ProbeReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a loop goes on, by a clock that a run moves by three seconds. */
class LoopTest {
    private static final ProbeReply PASSED = new ProbeReply(ProbeReply.PASSED, "", "", "");
    private static final ProbeReply ABSENT = new ProbeReply(ProbeReply.ABSENT, "", "", "");
    private static final ProbeReply HUNG = new ProbeReply(ProbeReply.FAILED, "hung", "nothing happened for 1 s", "x");
    private static final ProbeReply FAILED = new ProbeReply(ProbeReply.FAILED, "java.lang.Error", "why", "");

    private final Deque<ProbeReply> replies = new ArrayDeque<>();
    private final List<Duration> limits = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Duration now = Duration.ofSeconds(1000);

    private Optional<Loop.Result> run(Optional<Duration> time) throws Exception {
        return new Loop(
                        limit -> {
                            limits.add(limit);
                            now = now.plusSeconds(3);
                            return replies.isEmpty() ? PASSED : replies.removeFirst();
                        },
                        time,
                        () -> now,
                        told::add)
                .run();
    }

    @Test
    void goesOnUntilARunFails() throws Exception {
        replies.addAll(List.of(PASSED, PASSED, FAILED));

        assertThat(run(Optional.empty())).contains(new Loop.Result(2, Duration.ofSeconds(9), Optional.of(FAILED)));
    }

    @Test
    void goesOnUntilTheTimeIsOverAndTellsHowFarItIs() throws Exception {
        Loop.Result result = run(Optional.of(Duration.ofSeconds(30))).orElseThrow();

        assertThat(result.failure()).isEmpty();
        assertThat(result.text()).isEqualTo("10 runs passed in 30.0 s");
        assertThat(told).containsExactly("4 runs passed in 12.0 s", "8 runs passed in 24.0 s");
        assertThat(limits)
                .startsWith(Duration.ofSeconds(60), Duration.ofSeconds(27))
                .hasSize(10);
    }

    /** "None failed" would else be said of none. */
    @Test
    void theFirstRunMayEndHoweverShortTheTimeIs() throws Exception {
        assertThat(run(Optional.of(Duration.ofMillis(500))).orElseThrow().text())
                .isEqualTo("1 run passed in 3.0 s");

        replies.add(HUNG);
        assertThat(run(Optional.of(Duration.ofMillis(500))).orElseThrow().failure())
                .contains(HUNG);
    }

    @Test
    void aRunThatTheEndOfTheTimeCutsOffIsNoFailure() throws Exception {
        replies.addAll(List.of(PASSED, HUNG));

        assertThat(run(Optional.of(Duration.ofSeconds(6))).orElseThrow().failure())
                .isEmpty();
    }

    @Test
    void aRunThatFailsAsTheTimeEndsIsOne() throws Exception {
        replies.addAll(List.of(PASSED, FAILED));

        assertThat(run(Optional.of(Duration.ofSeconds(6))).orElseThrow().failure())
                .contains(FAILED);
    }

    @Test
    void withoutATestToRunThereIsNothing() throws Exception {
        replies.add(ABSENT);

        assertThat(run(Optional.empty())).isEmpty();
    }

    @Test
    void tellsWhatTheFailedRunHasLeftAsFarAsItIsThere(@TempDir Path dir) throws Exception {
        assertThat(new KeptFailure(dir).lines(FAILED, "CartTest", "in run 2"))
                .containsExactly("FAILED CartTest in run 2: Error: why");

        Files.writeString(dir.resolve(KeptFiles.FAILURE), "shop.CartTest#expires\n\njava.lang.Error: why");
        Files.writeString(dir.resolve(KeptFiles.THREADS), "main");
        Files.writeString(dir.resolve(KeptFiles.OUTPUT), "");
        Path database =
                Files.createDirectories(dir.resolve(KeptFiles.DATABASES)).resolve("shop.CartTest.db");
        Files.writeString(database, "");
        assertThat(new KeptFailure(dir).lines(FAILED, "CartTest", "in run 2"))
                .containsExactly(
                        "FAILED CartTest.expires in run 2: Error: why",
                        "  stack trace  " + dir.resolve(KeptFiles.FAILURE),
                        "  threads      " + dir.resolve(KeptFiles.THREADS),
                        "  database     " + database);
    }
}
