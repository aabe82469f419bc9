package io.github.surefoot.maven.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import io.github.surefoot.core.shard.ShardRequest;
import io.github.surefoot.maven.settings.RunSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShardedRunTest {
    private static final Map<String, String> PROPERTIES = Map.of(
            "surefoot.rounds", "5",
            "surefoot.order", "random",
            "surefoot.seed", "42",
            "surefoot.testTimeout", "9s",
            "surefoot.database.url", "jdbc:postgresql://host/db?password=geheim99",
            "surefoot.workers", "7");

    private static ShardedRun run(int index, int total, ShardBy by) {
        return run(index, total, by, PROPERTIES);
    }

    private static ShardedRun run(int index, int total, ShardBy by, Map<String, String> properties) {
        return new ShardedRun(
                new ShardSettings(new Shard(index, total), by),
                RunSettings.parse(name -> Optional.ofNullable(properties.get(name)), new Random(1)));
    }

    private static Map<String, String> about(ShardedRun run, Map<String, Long> durations, Map<String, String> filters) {
        return run.about(
                run.request(durations),
                name -> Optional.ofNullable(PROPERTIES.get(name)),
                name -> Optional.ofNullable(filters.get(name)),
                Optional.of("run 7"),
                "1.0");
    }

    @Test
    void byClassesItHasAllRoundsAsTheyAre() {
        ShardedRun run = run(2, 3, ShardBy.CLASSES);
        assertThat(run.settings().rounds()).isEqualTo(5);
        assertThat(run.settings().order().seed()).hasValue(42);
        ShardRequest request = run.request(Map.of("ATest", 5L));
        assertThat(request).isEqualTo(new ShardRequest(new Shard(2, 3), Map.of("ATest", 5L)));
        assertThat(run.sentence(request))
                .isEqualTo("shard 2 of 3 by classes, balanced by how long they take, which the history knows of 1");
        assertThat(run.sentence(run.request(Map.of())))
                .isEqualTo("shard 2 of 3 by classes, as many in each: the history knows of none how long it takes");
    }

    @Test
    void byRoundsItHasAllClassesInSomeRounds() {
        ShardedRun run = run(2, 3, ShardBy.ROUNDS);
        assertThat(run.settings().rounds()).isEqualTo(2);
        assertThat(run.request(Map.of("ATest", 5L))).isEqualTo(new ShardRequest(new Shard(1, 1), Map.of()));
        assertThat(run.sentence(run.request(Map.of()))).isEqualTo("shard 2 of 3: rounds 3 to 4 of 5");
        assertThat(run(3, 3, ShardBy.ROUNDS).sentence(run.request(Map.of()))).isEqualTo("shard 3 of 3: round 5 of 5");
        assertThat(run(1, 3, ShardBy.ROUNDS).settings().order().seed()).hasValue(42);
        assertThat(run.settings().order().seed())
                .isNotEqualTo(run(1, 3, ShardBy.ROUNDS).settings().order().seed());
    }

    @Test
    void moreShardsThanRoundsAreRefused() {
        assertThatThrownBy(() -> run(6, 6, ShardBy.ROUNDS))
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "surefoot.shard=6/6 is refused: split by rounds there can be no more shards than rounds, and"
                                + " there are 5 rounds. Split by classes (-Dsurefoot.shard.by=classes), or set"
                                + " -Dsurefoot.rounds.");
        assertThatThrownBy(() -> run(2, 2, ShardBy.ROUNDS, Map.of())).hasMessageContaining("there is 1 round.");
    }

    @Test
    void allShardsOfARunWriteDownTheSame() {
        Map<String, String> first = new HashMap<>(about(run(1, 3, ShardBy.ROUNDS), Map.of(), Map.of("test", "ATest")));
        Map<String, String> last = new HashMap<>(about(run(3, 3, ShardBy.ROUNDS), Map.of(), Map.of("test", "ATest")));
        assertThat(first.remove(ShardFact.SHARD)).isEqualTo("1/3");
        assertThat(last.remove(ShardFact.SHARD)).isEqualTo("3/3");
        assertThat(first)
                .isEqualTo(last)
                .containsEntry(ShardFact.ROUNDS, "5")
                .containsEntry(ShardFact.WITH + "surefoot.seed", "42")
                .containsEntry(ShardFact.WITH + "surefoot.testTimeout", "9s")
                .containsEntry(ShardFact.WITH + "run of the CI server", "run 7")
                .containsEntry(ShardFact.WITH + "test", "ATest");
    }

    @Test
    void otherDurationsAreWrittenDownAsOthers() {
        ShardedRun run = run(1, 3, ShardBy.CLASSES);
        assertThat(about(run, Map.of(), Map.of())).containsEntry(ShardFact.DURATIONS, "none");
        assertThat(about(run, Map.of("A", 1L), Map.of()).get(ShardFact.DURATIONS))
                .isNotEqualTo(about(run, Map.of("A", 2L), Map.of()).get(ShardFact.DURATIONS));
    }

    @Test
    void neitherWhatMayBeSecretNorWhatIsOfTheMachineIsWrittenDown() {
        assertThat(about(run(1, 3, ShardBy.CLASSES), Map.of(), Map.of("runOrderRandomSeed", "77")))
                .doesNotContainKeys(
                        ShardFact.WITH + "surefoot.database.url",
                        ShardFact.WITH + "surefoot.workers",
                        ShardFact.WITH + "runOrderRandomSeed")
                .allSatisfy((name, value) -> assertThat(value).doesNotContain("geheim99"));
    }
}
