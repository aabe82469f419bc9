package io.github.surefoot.analysis.history;

import static io.github.surefoot.analysis.history.Runs.CART;
import static io.github.surefoot.analysis.history.Runs.at;
import static io.github.surefoot.analysis.history.Runs.day;
import static io.github.surefoot.analysis.history.Runs.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.history.Change.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is new in a run, asked of a real history. */
@Tag("slow")
class ChangesTest {
    @TempDir
    Path directory;

    private History history;

    @BeforeEach
    void open() {
        history = Runs.history(directory.resolve("history.db"));
    }

    @Test
    void theFirstRunHasNothingToCompareWith() {
        assertThat(history.remember(day(1, test("expires", 3, 2)))).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void aTestThatNeverFailedIsNewlyFlaky() {
        days(1, 20, 5, 0);
        Change change = only(history.remember(day(21, test("expires", 3, 2))));
        assertThat(change.kind()).isEqualTo(Kind.NEWLY_FLAKY);
        assertThat(change.since()).isEqualTo(at(21));
        assertThat(change.commit()).startsWith("21");
        assertThat(change.sentence())
                .isEqualTo("is newly flaky: it passed all 100 executions of the last 20 runs that had it");
    }

    @Test
    void aTestThatFailedBeforeIsFlakySinceThen() {
        days(1, 5, 5, 0);
        days(6, 6, 4, 1);
        days(7, 12, 5, 0);
        Change change = only(history.remember(day(13, test("expires", 4, 1))));
        assertThat(change.kind()).isEqualTo(Kind.STILL_FLAKY);
        assertThat(change.since()).isEqualTo(at(6));
        assertThat(change.sentence())
                .isEqualTo(
                        "is flaky since 2026-01-06 (commit 06abcdef): 59 of 60 executions of the last 12 runs that had"
                                + " it passed");
    }

    @Test
    void twentyQuietRunsEndTheTrouble() {
        days(1, 1, 4, 1);
        days(2, 21, 5, 0);
        assertThat(only(history.remember(day(22, test("expires", 4, 1)))).kind())
                .isEqualTo(Kind.NEWLY_FLAKY);
    }

    @Test
    void aTestThatNeverPassesIsBrokenAndSinceWhen() {
        days(1, 3, 5, 0);
        assertThat(only(history.remember(day(4, test("expires", 0, 5)))).kind()).isEqualTo(Kind.NEWLY_BROKEN);
        Change still = only(history.remember(day(5, test("expires", 0, 5))));
        assertThat(still.kind()).isEqualTo(Kind.STILL_BROKEN);
        assertThat(still.since()).isEqualTo(at(4));
    }

    @Test
    void aNewTestThatIsFlakyHasNoPast() {
        history.remember(day(1, test("adds", 5, 0)));
        Change change = only(history.remember(day(2, test("adds", 5, 0), test("expires", 4, 1))));
        assertThat(change.sentence()).isEqualTo("is newly flaky: the test itself is new");
    }

    @Test
    void warmRunsAreComparedWithWarmOnesAlone() {
        history.remember(of("warm", day(1, test("expires", 5, 5))));
        assertThat(history.remember(of("fresh", day(2, test("expires", 20, 0)))).changes())
                .isEmpty();
        assertThat(history.remember(of("renewed", day(3, test("expires", 20, 0))))
                        .changes())
                .isEmpty();
        Change warm = only(history.remember(of("warm", day(4, test("expires", 5, 5)))));
        assertThat(warm.since()).isEqualTo(at(1));
        assertThat(warm.sentence()).endsWith(": 5 of 10 executions of the run before passed");
        Change fixed = only(history.remember(of("warm", day(5, test("expires", 10, 0)))));
        assertThat(fixed.kind()).isEqualTo(Kind.FIXED);
        assertThat(fixed.sentence()).startsWith("is fixed since this run: it passed 10 times in a row");
    }

    @Test
    void freshAndRenewedRunsAreComparedWithEachOther() {
        history.remember(of("", day(1, test("expires", 5, 0))));
        history.remember(of("fresh", day(2, test("expires", 5, 5))));
        Change change = only(history.remember(of("renewed", day(3, test("expires", 5, 5)))));
        assertThat(change.kind()).isEqualTo(Kind.STILL_FLAKY);
        assertThat(change.sentence()).endsWith(": 10 of 15 executions of the last 2 runs that had it passed");
    }

    @Test
    void aTestThatOnlyOtherWorkersHadIsNotCalledNew() {
        history.remember(of("warm", day(1, test("adds", 5, 0))));
        history.remember(of("fresh", day(2, test("expires", 5, 0))));
        assertThat(only(history.remember(of("warm", day(3, test("expires", 4, 1)))))
                        .sentence())
                .isEqualTo("is newly flaky: no run of warm workers before had it");
    }

    @Test
    void aClassAsAWholeIsNotNewWhereItsTestsWereThere() {
        days(1, 2, 5, 0);
        assertThat(only(history.remember(day(3, test("", 0, 1)))).sentence())
                .isEqualTo(
                        "is newly broken: nothing failed there outside of single tests in the last 2 runs that had it");
    }

    @Test
    void aTemplateAsAWholeIsNotNewWhereItsInvocationsWereThere() {
        history.remember(day(1, test("sums(int)[1]", 5, 0), test("sums(int)[2]", 5, 0)));
        assertThat(only(history.remember(day(2, test("sums(int)", 0, 1)))).sentence())
                .isEqualTo("is newly broken: nothing failed there outside of single tests in the run before");
        assertThat(only(history.remember(day(3, test("", 0, 1)))).sentence()).contains("in the run before");
    }

    private static HistoryRun of(String kind, HistoryRun run) {
        return Runs.paced(run, new HistoryRun.Pace(kind, 0, 0), 2, Map.of());
    }

    @Test
    void oneQuietRunProvesNoFix() {
        days(1, 4, 4, 1);
        assertThat(history.remember(day(5, test("expires", 5, 0))).changes()).isEmpty();
    }

    @Test
    void oneExecutionIsToldAsOne() {
        days(1, 1, 1, 0);
        assertThat(only(history.remember(day(2, test("expires", 0, 1)))).sentence())
                .isEqualTo("is newly broken: it passed in the only execution of the run before");
        assertThat(only(history.remember(day(3, test("expires", 0, 1)))).sentence())
                .endsWith(": 1 of 2 executions of the last 2 runs that had it passed");
    }

    @Test
    void oneFailureIsToldAsOne() {
        days(1, 1, 0, 1);
        assertThat(only(history.remember(day(2, test("expires", 0, 1)))).sentence())
                .endsWith(": it failed in the only execution of the run before");
        assertThat(only(history.remember(day(3, test("expires", 1, 0)))).sentence())
                .contains(": it passed once; failing as before, 2 of 2,");
    }

    @Test
    void aFixIsClaimedWhenLuckIsUnlikely() {
        days(1, 4, 3, 2); // 12 of 20: five passes by luck 7.8 %, six 4.7 %
        assertThat(history.remember(day(5, test("expires", 5, 0))).changes()).isEmpty();
        Change change = only(history.remember(day(6, test("expires", 5, 0))));
        assertThat(change.kind()).isEqualTo(Kind.FIXED);
        assertThat(change.since()).isEqualTo(at(5));
        assertThat(change.sentence())
                .isEqualTo(
                        "is fixed since 2026-01-05 (commit 05abcdef): it passed 10 times in a row; failing as before,"
                                + " 8 of 20, it would do so by luck in 0.7 % of cases");
    }

    @Test
    void aBrokenTestThatPassesIsFixedAtOnce() {
        days(1, 2, 0, 5);
        Change change = only(history.remember(day(3, test("expires", 5, 0))));
        assertThat(change.kind()).isEqualTo(Kind.FIXED);
        assertThat(change.since()).isEqualTo(at(3));
        assertThat(change.sentence()).contains("since this run").contains("less than 0.1 %");
    }

    @Test
    void skippedTestsSayNothing() {
        days(1, 2, 0, 5);
        HistoryTest skipped = new HistoryTest(CART, "expires", 0, 0, 5, "skipped", 0, 0);
        assertThat(history.remember(day(3, skipped)).changes()).isEmpty();
    }

    @Test
    void theLastTwentyRunsAreSummedUpAndTheRunsListedNewestFirst() {
        days(1, 25, 4, 1);
        Remembered remembered = history.remember(day(26, test("expires", 5, 0)));
        assertThat(remembered.tests()).containsExactly(new TestPast(CART, "expires", 20, 80, 20));
        assertThat(remembered.runs()).hasSize(25);
        PastRun newest = remembered.runs().get(0);
        assertThat(newest.run()).isEqualTo("run-25");
        assertThat(newest.flaky()).isEqualTo(1);
        assertThat(newest.passed()).isEqualTo(4);
        assertThat(newest.failed()).isEqualTo(1);
        assertThat(newest.disposeMicros()).isEqualTo(9_000);
        assertThat(newest.commitId()).isEqualTo("25abcdef0123");
    }

    @Test
    void rememberingTwiceAddsOnce() {
        HistoryRun run = day(1, test("expires", 5, 0));
        history.remember(run);
        history.remember(run);
        assertThat(history.remember(day(2, test("expires", 5, 0))).runs()).hasSize(1);
    }

    @Test
    void modulesDoNotMix() {
        history.remember(day(1, test("expires", 0, 5)));
        HistoryRun day = day(2, test("expires", 5, 0));
        HistoryRun other = new HistoryRun(
                day.run(),
                "com.example:other",
                day.startedAt(),
                1,
                "held",
                "test",
                "95",
                5,
                5,
                5,
                day.databases(),
                day.environment(),
                day.tests());
        assertThat(history.remember(other)).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void longAfterOnlyFailuresAndSumsAreKept() {
        Path file = directory.resolve("history.db");
        history.remember(day(1, test("adds", 5, 0), test("expires", 4, 1)));
        history.remember(day(2, test("adds", 5, 0), test("expires", 5, 0)));
        copyRun(file, History.MEMORY - 1);
        history.remember(day(History.MEMORY + 2, test("adds", 5, 0), test("expires", 5, 0)));
        assertThat(Sql.longs(file, "select count(*) from surefoot_run")).containsExactly(History.MEMORY + 2L);
        assertThat(Sql.longs(file, "select count(*) from surefoot_result where run_id = 1"))
                .containsExactly(1L);
        assertThat(Sql.longs(file, "select count(*) from surefoot_result where run_id = 2"))
                .containsExactly(0L);
        assertThat(Sql.longs(file, "select count(*) from surefoot_result where run_id > 2"))
                .containsExactly(2L);
    }

    /** Adds runs without results, one a day from day 3. */
    private static void copyRun(Path file, int times) {
        List<String> statements =
                new ArrayList<>(List.of("create temp table copy as select * from surefoot_run where id = 2", "begin"));
        for (int i = 1; i <= times; i++) {
            statements.add("update copy set id = " + (2 + i) + ", run = 'copy" + i + "', started_at = " + at(2 + i));
            statements.add("insert into surefoot_run select * from copy");
        }
        statements.add("commit");
        Sql.run(file, statements.toArray(String[]::new));
    }

    private void days(int first, int last, int passed, int failed) {
        for (int day = first; day <= last; day++) {
            assertThat(history.remember(day(day, test("expires", passed, failed)))
                            .notices())
                    .isEmpty();
        }
    }

    private static Change only(Remembered remembered) {
        List<Change> changes = remembered.changes();
        assertThat(remembered.notices()).isEmpty();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }
}
