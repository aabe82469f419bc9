package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.failed;
import static io.github.surefoot.maven.Journals.finished;
import static io.github.surefoot.maven.Journals.started;
import static io.github.surefoot.maven.Journals.startedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.maven.Journals;
import io.github.surefoot.maven.round.WorkerFailures.Executed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerFailuresTest {
    @TempDir
    private Path journals;

    private static Executed executed(String name) {
        return new Executed(1, new TestId(CART, name), 1);
    }

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
                                executed("fails"), "AssertionError: expected 1 but was 2",
                                executed("errs"), "IOException",
                                executed("hangs"), "hung"),
                        Set.of(executed("fails"), executed("errs"), executed("hangs"))));
        assertThat(failures.executions()).isEqualTo(3);
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
                .isEqualTo(new WorkerFailures(
                        Map.of(), Set.of(executed("passes"), executed("skipped"), executed("aborted"))));
    }

    @Test
    void aTestThatStartedAndNeverEndedCrashedItsWorker() throws IOException {
        assertThat(of(started(1, CART, "exits")))
                .isEqualTo(
                        new WorkerFailures(Map.of(executed("exits"), "crashed its worker"), Set.of(executed("exits"))));
    }

    @Test
    void anEndWithoutAStartIsOfNoTest() throws IOException {
        assertThat(of(finished(7, failed("")))).isEqualTo(new WorkerFailures(Map.of(), Set.of()));
    }

    @Test
    void testsOfOneNameAndRoundsAreToldApart() throws IOException {
        WorkerFailures failures = of(
                started(1, CART, "same"),
                finished(1, failed("first")),
                started(2, CART, "same"),
                finished(2, failed("second")),
                startedIn(2, 3, CART, "same"),
                finished(3, failed("third")));
        assertThat(failures.failed().keySet())
                .containsExactly(
                        new Executed(1, new TestId(CART, "same"), 1),
                        new Executed(1, new TestId(CART, "same"), 2),
                        new Executed(2, new TestId(CART, "same"), 1));
        assertThat(failures.in(round -> round == 2).executions()).isEqualTo(1);
        assertThat(failures.in(round -> round == 2).failed()).hasSize(1);
    }
}
