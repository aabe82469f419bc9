package io.github.surefoot.maven.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardSettingsTest {
    private static Optional<ShardSettings> parse(Map<String, String> properties, String environment) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : environment.split(" ")) {
            String[] parts = variable.split("=", 2);
            variables.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return ShardSettings.parse(name -> Optional.ofNullable(properties.get(name)), variables::get);
    }

    private static Shard shard(String value, String environment) {
        return parse(Map.of("surefoot.shard", value), environment).orElseThrow().shard();
    }

    @Test
    void allIsRunIfNothingIsSaidWhateverTheEngineTells() {
        // A matrix of GitLab sets the same variables, and is no split of the tests.
        assertThat(parse(Map.of(), "GITLAB_CI=true CI_NODE_INDEX=2 CI_NODE_TOTAL=4"))
                .isEmpty();
    }

    @Test
    void givenNumbersGoFirst() {
        assertThat(parse(
                        Map.of("surefoot.shard", "2/5", "surefoot.shard.by", "rounds"),
                        "GITLAB_CI=true CI_NODE_INDEX=1 CI_NODE_TOTAL=4"))
                .contains(new ShardSettings(new Shard(2, 5), ShardBy.ROUNDS));
        assertThat(parse(Map.of("surefoot.shard", "2/5"), "").orElseThrow().by())
                .isEqualTo(ShardBy.CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, GITLAB_CI=true CI_NODE_INDEX=2 CI_NODE_TOTAL=4, 2/4",
        "auto, CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=3, 1/3",
        "auto, BUILDKITE_PARALLEL_JOB=2 BUILDKITE_PARALLEL_JOB_COUNT=3, 3/3",
        "auto/5, JOB_COMPLETION_INDEX=4, 5/5",
        "auto/3, CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=3, 1/3",
        "auto, SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=4 SLURM_ARRAY_TASK_STEP=1"
                + " SLURM_ARRAY_TASK_COUNT=4, 4/4",
        "auto, SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=3 SLURM_ARRAY_TASK_STEP=1"
                + " SLURM_ARRAY_TASK_COUNT=4 SLURM_RESTART_COUNT=1, 1/4",
        "auto, GITLAB_CI=true CI_NODE_INDEX=2 CI_NODE_TOTAL=4 CIRCLE_NODE_INDEX=1 CIRCLE_NODE_TOTAL=4, 2/4",
    })
    void isFoundWhereAnEngineNumbersItsJobs(String value, String environment, String expected) {
        assertThat(shard(value, environment).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto||no engine that numbers its jobs has started this one",
                "auto|CI_NODE_INDEX=2 CI_NODE_TOTAL=4|no engine that numbers its jobs",
                "auto|GITLAB_CI=true CI_NODE_TOTAL=1|no engine that numbers its jobs",
                "auto|JOB_COMPLETION_INDEX=4|Give the completions of the Job: -Dsurefoot.shard=auto/5.",
                "auto/4|JOB_COMPLETION_INDEX=4|Kubernetes tells of a job that is none of 4 (JOB_COMPLETION_INDEX=4)",
                "auto/5|CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=3|CircleCI has another number of jobs",
                "auto|CIRCLE_NODE_INDEX=two CIRCLE_NODE_TOTAL=3|what CircleCI tells is not enough (CIRCLE_NODE_INDEX=two",
                "auto|BUILDKITE_PARALLEL_JOB=1|what Buildkite tells is not enough",
                "auto/4|GITLAB_CI=true CI_NODE_INDEX=2 CI_NODE_TOTAL=4 JOB_COMPLETION_INDEX=3|several engines",
                // Task 2 submitted again alone, and every second one.
                "auto|SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_MAX=2 SLURM_ARRAY_TASK_STEP=1"
                        + " SLURM_ARRAY_TASK_COUNT=1|Its ids do not run from 0 or 1 without a gap",
                "auto/4|SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_MAX=2 SLURM_ARRAY_TASK_STEP=1"
                        + " SLURM_ARRAY_TASK_COUNT=1|-Dsurefoot.shard=$SLURM_ARRAY_TASK_ID/5",
                "auto|SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_STEP=2"
                        + " SLURM_ARRAY_TASK_COUNT=4|what Slurm tells is not enough",
                "auto|SLURM_ARRAY_TASK_ID=3|what Slurm tells is not enough",
            })
    void hasToBeGivenWhereWhatAnEngineTellsIsNotEnough(String value, String environment, String expected) {
        assertThatThrownBy(() -> shard(value, environment == null ? "" : environment))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("surefoot.shard=" + value + " is refused: ")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/5", "6/5", "5/2/1", "auto/0", "auto/x", "auto/", "auto5", "1/10000", "two/5"})
    void wrongValuesAreRefused(String value) {
        assertThatThrownBy(() -> shard(value, "CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=3"))
                .hasMessageStartingWith("surefoot.shard is '" + value + "', but must be INDEX/TOTAL counted from 1");
    }

    @Test
    void aWrongKindIsRefusedEvenWithoutAShard() {
        assertThatThrownBy(() -> parse(Map.of("surefoot.shard.by", "tests"), ""))
                .hasMessage("surefoot.shard.by is 'tests', but must be 'classes' or 'rounds'.");
    }

    @Test
    void whichRunOfACiServerItIsOfIsTheSameForAllJobs() {
        assertThat(ShardSettings.pipeline(Map.of("CI_PIPELINE_ID", "17", "CI_JOB_ID", "4")::get))
                .contains("17");
        assertThat(ShardSettings.pipeline(Map.of("GITHUB_RUN_ID", " 5 ", "GITHUB_RUN_ATTEMPT", "2")::get))
                .contains("5");
        assertThat(ShardSettings.pipeline(Map.of("BUILD_TAG", "")::get)).isEmpty();
    }
}
