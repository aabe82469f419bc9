package io.github.surefoot.maven.replay;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.failed;
import static io.github.surefoot.maven.Journals.finished;
import static io.github.surefoot.maven.Journals.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.maven.Journals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerFailuresTest {
    @TempDir
    private Path journals;

    private WorkerFailures of(JournalEntry... entries) throws IOException {
        return WorkerFailures.of(JournalReader.read(Journals.write(journals, "r1w1", entries)));
    }

    @Test
    void whatCountsAgainstATestIsThereWithOneLineOnIt() throws IOException {
        WorkerFailures failures = of(
                started(1, CART, "fails"),
                finished(1, failed("expected 1\nbut was 2")),
                started(2, CART, "errs"),
                finished(2, new Outcome.Errored(new Failure("java.io.IOException", "", ""))),
                started(3, CART, "hangs"),
                finished(3, new Outcome.Hung("main: waiting")));
        assertThat(failures)
                .isEqualTo(new WorkerFailures(
                        Map.of(
                                new TestId(CART, "fails"), "AssertionError: expected 1 but was 2",
                                new TestId(CART, "errs"), "IOException",
                                new TestId(CART, "hangs"), "hung"),
                        3,
                        3));
    }

    @Test
    void everyFailedExecutionCountsThoughItsTestIsNamedOnce() throws IOException {
        assertThat(of(
                        started(1, CART, "once"),
                        finished(1, new Outcome.Passed()),
                        started(2, CART, "once"),
                        finished(2, failed("second time")),
                        started(3, CART, "once"),
                        finished(3, failed("third time"))))
                .isEqualTo(new WorkerFailures(Map.of(new TestId(CART, "once"), "AssertionError: third time"), 2, 3));
    }

    @Test
    void whatDoesNotCountIsNoFailure() throws IOException {
        assertThat(of(
                        started(1, CART, "passes"),
                        finished(1, new Outcome.Passed()),
                        started(2, CART, "skipped"),
                        finished(2, new Outcome.Skipped("")),
                        started(3, CART, "aborted"),
                        finished(3, new Outcome.Aborted(""))))
                .isEqualTo(new WorkerFailures(Map.of(), 0, 3));
    }

    @Test
    void aTestThatStartedAndNeverEndedCrashedItsWorker() throws IOException {
        assertThat(of(started(1, CART, "exits")))
                .isEqualTo(new WorkerFailures(Map.of(new TestId(CART, "exits"), "crashed its worker"), 1, 1));
    }

    @Test
    void anEndWithoutAStartIsOfNoTest() throws IOException {
        assertThat(of(finished(7, failed("")))).isEqualTo(new WorkerFailures(Map.of(), 0, 0));
    }
}
