package io.github.surefoot.surefire.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.protocol.PlanDirectory;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundBarrierTest {
    @TempDir
    private Path directory;

    private RoundBarrier barrier() throws IOException {
        Path plan = Files.write(directory.resolve("r0-1.plan"), new byte[0]);
        return new RoundBarrier(
                new WorkerSettings(Map.of("surefoot.worker.rounds", "5", "surefoot.worker.plan", plan.toString())));
    }

    @Test
    void allRoundsAreOpenThatArePlanned() throws IOException {
        assertThat(barrier().await(5)).isTrue();
        assertThat(barrier().await(6)).isFalse();
    }

    @Test
    void noRoundIsBehindTheLast() throws IOException {
        RoundBarrier barrier = barrier();
        Files.writeString(new PlanDirectory(directory).last(), "3\n");

        assertThat(barrier.await(3)).isTrue();
        assertThat(barrier.await(4)).isFalse();
    }
}
