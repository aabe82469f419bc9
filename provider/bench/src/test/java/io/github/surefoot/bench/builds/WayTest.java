package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WayTest {
    private static final Versions VERSIONS = new Versions("1.2", "3.4");

    @Test
    void theLoopIsABuildOfPlainSurefireForEachRound() {
        assertThat(Way.LOOP.builds(5)).isEqualTo(5);
        assertThat(Way.LOOP.rounds(5)).isEqualTo(5);
        assertThat(Way.LOOP.arguments(VERSIONS, 5, 2))
                .isEqualTo(List.of(
                        "test-compile",
                        "org.apache.maven.plugins:maven-surefire-plugin:3.4:test",
                        "-DforkCount=2",
                        "-DreuseForks=true"));
    }

    @Test
    void surefootRunsAllRoundsInOneBuild() {
        assertThat(Way.WARM.builds(5)).isEqualTo(1);
        assertThat(Way.WARM.rounds(5)).isEqualTo(5);
        assertThat(Way.WARM.arguments(VERSIONS, 5, 2))
                .isEqualTo(List.of(
                        "test-compile",
                        "io.github.surefoot:surefoot-maven-plugin:1.2:test",
                        "-Dsurefoot.rounds=5",
                        "-Dsurefoot.workers=2",
                        "-Dsurefoot.reuseWorkers=true"));
    }

    @Test
    void renewedWorkersRunAllRoundsToo() {
        assertThat(Way.RENEWED.rounds(5)).isEqualTo(5);
        assertThat(Way.RENEWED.arguments(VERSIONS, 5, 2)).endsWith("-Dsurefoot.workers.kind=renewed");
    }

    @Test
    void aProofIsFiftyNineRenewedRoundsHoweverManyAreAskedFor() {
        assertThat(Way.PROOF.builds(5)).isEqualTo(1);
        assertThat(Way.PROOF.rounds(5)).isEqualTo(59);
        assertThat(Way.PROOF.arguments(VERSIONS, 5, 2))
                .isEqualTo(List.of(
                        "test-compile",
                        "io.github.surefoot:surefoot-maven-plugin:1.2:test",
                        "-Dsurefoot.rounds=59",
                        "-Dsurefoot.workers=2",
                        "-Dsurefoot.workers.kind=renewed"));
    }

    @Test
    void oneRoundIsOneRoundHoweverManyAreAskedFor() {
        assertThat(List.of(Way.PLAIN, Way.ONCE, Way.RERUN)).allSatisfy(way -> {
            assertThat(way.builds(5)).isEqualTo(1);
            assertThat(way.rounds(5)).isEqualTo(1);
        });
        assertThat(Way.ONCE.arguments(VERSIONS, 5, 2)).contains("-Dsurefoot.rounds=1");
    }
}
