package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.protocol.RoundSeed;
import io.github.surefoot.surefire.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomOrderTest {
    private static final String METHODS = "junit.jupiter.testmethod.order.default";
    private static final String SEED = "junit.jupiter.execution.order.random.seed";

    @Property(tries = 200, seed = "2026")
    void theSameSeedAndRoundGiveTheSameOrderHoweverTheClassesWereFound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int round, @ForAll long scan) {
        List<Class<?>> found = new ArrayList<>(Samples.ALL);
        Collections.shuffle(found, new Random(scan));
        assertThat(new RandomOrder(seed).shuffled(found, round))
                .isEqualTo(new RandomOrder(seed).shuffled(Samples.ALL, round));
    }

    @Property(tries = 200, seed = "2026")
    void everyClassIsThereOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int round) {
        assertThat(new RandomOrder(seed).shuffled(Samples.ALL, round)).containsExactlyInAnyOrderElementsOf(Samples.ALL);
    }

    @Test
    void roundsDiffer() {
        RandomOrder order = new RandomOrder(42);
        assertThat(IntStream.rangeClosed(1, 20).mapToObj(round -> order.shuffled(Samples.ALL, round)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aShardOfLaterRoundsShufflesThemAsTheWholeRunDoes() {
        for (int round = 1; round <= 20; round++) {
            assertThat(new RandomOrder(RoundSeed.after(42, 7)).ofRound(round))
                    .isEqualTo(new RandomOrder(42).ofRound(7 + round));
        }
    }

    @Test
    void seedsDiffer() {
        assertThat(IntStream.rangeClosed(1, 20).mapToObj(seed -> new RandomOrder(seed).shuffled(Samples.ALL, 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aClassIsAsLikelyToBeFirstAsAnyOther() {
        int rounds = 4_000;
        Map<Class<?>, Integer> first = new HashMap<>();
        RandomOrder order = new RandomOrder(7);
        for (int round = 1; round <= rounds; round++) {
            first.merge(order.shuffled(Samples.ALL, round).get(0), 1, Integer::sum);
        }
        // 500 each are expected; the standard deviation is 21, and the seed is fixed.
        assertThat(first.values()).hasSize(Samples.ALL.size()).allSatisfy(count -> assertThat(count)
                .isBetween(400, 600));
    }

    @Test
    void theListGivenIsLeftAlone() {
        List<Class<?>> given = new ArrayList<>(Samples.ALL);
        assertThat(new RandomOrder(1).shuffled(given, 1)).isNotEqualTo(given);
        assertThat(given).isEqualTo(Samples.ALL);
    }

    private static Map<String, String> parameters(long seed, int round) {
        Map<String, String> parameters = new HashMap<>();
        new RandomOrder(seed).apply(parameters, round);
        return parameters;
    }

    @Test
    void methodsAreShuffledFromTheSeedOfTheRound() {
        assertThat(parameters(42, 1))
                .containsEntry(METHODS, "org.junit.jupiter.api.MethodOrderer$Random")
                .isEqualTo(parameters(42, 1));
        assertThat(Long.parseLong(parameters(42, 1).getOrDefault(SEED, "")))
                .isNotEqualTo(Long.parseLong(parameters(42, 2).getOrDefault(SEED, "")))
                .isNotEqualTo(Long.parseLong(parameters(43, 1).getOrDefault(SEED, "")));
    }

    @Test
    void theNextRoundReplacesTheSeedOfTheOneBefore() {
        Map<String, String> parameters = parameters(42, 1);
        new RandomOrder(42).apply(parameters, 2);
        assertThat(parameters).isEqualTo(parameters(42, 2));
    }

    @Test
    void anOrderTheProjectHasConfiguredForMethodsIsKept() {
        Map<String, String> parameters = new HashMap<>(Map.of(METHODS, "shop.ByName"));
        new RandomOrder(42).apply(parameters, 1);
        assertThat(parameters).containsEntry(METHODS, "shop.ByName").containsKey(SEED);
    }
}
