package io.github.surefoot.analysis.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimeAccountTest {
    private final List<WorkerEvidence> workers = new ArrayList<>();
    private final List<TestEvidence> tests = new ArrayList<>();
    private final List<ResourceFacts> resources = new ArrayList<>();

    private void renewed(String event, long from, long to) {
        ResourceFacts.Event one = new ResourceFacts.Event("Maven", (to - from) * 1_000, Map.of(), to);
        resources.add(new ResourceFacts(
                "fixture",
                event,
                1,
                0,
                0,
                ResourceFacts.Timing.NONE,
                List.of(one),
                Map.of(),
                new TreeMap<>(),
                List.of()));
    }

    private void worker(String label, long from, long to, ClassBar... bars) {
        workers.add(new WorkerEvidence(
                WorkerId.parse("run-1", label), Path.of(label), 1, Map.of(), true, from, to, Arrays.asList(bars)));
    }

    private void test(String name, String worker, long at, long millis) {
        Execution execution = new Execution(1, worker, new Outcome.Passed(), at, millis);
        tests.add(new TestEvidence(new TestId("shop.CartTest", name), 1, List.of(), false, List.of(execution)));
    }

    private TimeAccount account() {
        RunFacts run = new RunFacts(
                "run-1",
                "shop:shop",
                1,
                2,
                Optional.of(WorkerKind.FRESH),
                "configured",
                OptionalLong.empty(),
                "",
                1_000,
                Map.of());
        return TimeAccount.of(new Evidence(
                        run, List.of(), tests, workers, resources, List.of(), List.of(), List.of(), List.of()))
                .orElseThrow();
    }

    private static ClassBar bar(long from, long to) {
        return new ClassBar("shop.CartTest", 1, from, to, true);
    }

    @Test
    void everyMillisecondOfEverySlotIsBookedOnce() {
        worker("r1w1", 1_500, 3_000, bar(1_600, 2_600), bar(2_700, 2_900));
        worker("r2w1", 3_400, 5_000, bar(3_500, 4_900));
        worker("r1w2", 1_700, 2_000, bar(1_800, 1_900));
        test("adds", "r1w1", 1_800, 300);
        test("removes", "r1w1", 2_200, 300);
        TimeAccount account = account();
        assertThat(account.wallMillis()).isEqualTo(4_000);
        assertThat(account.slots()).isEqualTo(2);
        assertThat(account.millis())
                .containsEntry(Spending.MAVEN, 500L + 700)
                .containsEntry(Spending.OPENING, 100L + 100 + 100)
                .containsEntry(Spending.LOADING, 200L + 200 + 1_400 + 100)
                .containsEntry(Spending.TESTS, 600L)
                .containsEntry(Spending.AROUND, 200L)
                .containsEntry(Spending.WAITING, 100L)
                .containsEntry(Spending.CLOSING, 100L + 100 + 100)
                .containsEntry(Spending.STARTING, 400L)
                .containsEntry(Spending.TAIL, 3_000L);
        assertThat(account.millis().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(account.wallMillis() * account.slots());
    }

    @Test
    void testsBesideEachOtherCountOnce() {
        worker("r1w1", 1_000, 2_000, bar(1_000, 2_000));
        test("a", "r1w1", 1_000, 600);
        test("b", "r1w1", 1_100, 600);
        test("c", "r1w1", 1_200, 100);
        assertThat(account().millis()).containsEntry(Spending.TESTS, 700L).containsEntry(Spending.AROUND, 300L);
        assertThat(account().share(Spending.TESTS)).isEqualTo(0.7);
    }

    @Test
    void aClockThatGoesBackBooksNothingTwice() {
        worker("r1w1", 1_500, 1_400, bar(1_450, 1_300));
        TimeAccount account = account();
        assertThat(account.millis().values())
                .allSatisfy(millis -> assertThat(millis).isNotNegative());
    }

    @Test
    void withoutWorkersOrAStartThereIsNone() {
        Evidence nothing = new Evidence(
                new RunFacts("", "", 1, 0, Optional.empty(), "configured", OptionalLong.empty(), "", 0, Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(TimeAccount.of(nothing)).isEmpty();
    }

    /** What a round has anew is started while workers wait, and stopped while the last one closes what it has. */
    @Test
    void whatIsRenewedIsNoWaiting() {
        renewed("started", 1_100, 1_400);
        renewed("stopped", 2_500, 3_500);
        worker("r1w1", 1_500, 2_700, bar(1_600, 2_600));
        worker("r2w1", 2_800, 4_000, bar(3_600, 3_900));
        TimeAccount account = account();
        assertThat(account.millis())
                .containsEntry(Spending.FIXTURE, 300L + 100 + 100 + 700)
                .containsEntry(Spending.MAVEN, 200L)
                .containsEntry(Spending.CLOSING, 100L)
                .containsEntry(Spending.STARTING, 0L)
                .containsEntry(Spending.OPENING, 100L + 100)
                .containsEntry(Spending.LOADING, 1_000L + 300);
        assertThat(account.millis().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(account.wallMillis() * account.slots());
    }
}
