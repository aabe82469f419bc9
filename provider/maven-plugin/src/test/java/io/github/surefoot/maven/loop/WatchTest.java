package io.github.surefoot.maven.loop;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clock that looks, compiling and running move on, and sources that change when it says so. */
@Timeout(60)
class WatchTest {
    private static final ProbeReply PASSED = new ProbeReply(ProbeReply.PASSED, "", "", "");
    private static final ProbeReply FAILED = new ProbeReply(ProbeReply.FAILED, "java.lang.Error", "why", "");

    @TempDir
    Path sources;

    private final Deque<ProbeReply> replies = new ArrayDeque<>();
    private final Deque<Optional<String>> faults = new ArrayDeque<>();
    private final List<Watch.Run> told = new ArrayList<>();
    private final List<Integer> edits = new ArrayList<>();
    private int seconds;

    private Watch.Run during(int limit) throws Exception {
        return new Watch(
                        any -> {
                            seconds += 2;
                            return replies.isEmpty() ? PASSED : replies.removeFirst();
                        },
                        List.of(sources, sources.resolve("not-there")),
                        () -> {
                            seconds += 3;
                            return faults.isEmpty() ? Optional.empty() : faults.removeFirst();
                        },
                        this::now,
                        told::add)
                .during(Optional.of(Duration.ofSeconds(limit)));
    }

    /** Each look at the clock is a second, and an edit is made when its second has come. */
    private Duration now() {
        seconds++;
        if (edits.contains(seconds)) {
            write(seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    private void write(int length) {
        try {
            Files.writeString(sources.resolve("A.java"), "x".repeat(length));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void runsAtOnceAndThenOnlyAfterAChange() throws Exception {
        replies.addAll(List.of(FAILED, PASSED));
        edits.add(8);

        Watch.Run last = during(30);

        assertThat(told).hasSize(2);
        assertThat(told.get(0).failed()).isTrue();
        assertThat(told.get(0).text()).isEqualTo("3.00 s");
        assertThat(last).isEqualTo(told.get(1));
        assertThat(last.failed()).isFalse();
        assertThat(last.text()).isEqualTo("7.00 s after the change (compiled in 4.00 s)");
    }

    @Test
    void codeThatDoesNotCompileIsToldAndRunsNothing() throws Exception {
        faults.add(Optional.of("';' expected"));
        edits.add(8);
        edits.add(30);

        assertThat(during(60).failed()).isFalse();

        assertThat(told).extracting(run -> run.reply().type()).containsExactly("", "compilation", "");
        assertThat(told.get(1).reply().message()).isEqualTo("';' expected");
        assertThat(told.get(1).failed()).isTrue();
    }

    @Test
    void seesNewAndDeletedFiles() throws Exception {
        SourceFiles before = SourceFiles.below(List.of(sources));
        Path file =
                Files.writeString(Files.createDirectories(sources.resolve("a")).resolve("B.java"), "x");
        SourceFiles with = SourceFiles.below(List.of(sources));
        assertThat(with).isNotEqualTo(before).isEqualTo(SourceFiles.below(List.of(sources)));

        Files.delete(file);
        assertThat(SourceFiles.below(List.of(sources))).isEqualTo(before);
    }
}
