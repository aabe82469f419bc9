package io.github.surefoot.maven.replay;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.PRICE;
import static io.github.surefoot.maven.Journals.classStarted;
import static io.github.surefoot.maven.Journals.failed;
import static io.github.surefoot.maven.Journals.finished;
import static io.github.surefoot.maven.Journals.startedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.maven.Journals;
import io.github.surefoot.maven.round.WorkerFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay is told as what it showed. */
class ReplayResultTest {
    @TempDir
    private Path directory;

    /** In three rounds, CART's test passes, fails and fails; PRICE's always passes. */
    @BeforeEach
    void aWarmWorker() throws IOException {
        Journals.write(directory, "w1", rounds("PFF", "PPP"));
    }

    private static JournalEntry[] rounds(String cart, String price) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int round = 1; round <= cart.length(); round++) {
            add(entries, round, CART, "expires", cart.charAt(round - 1));
            add(entries, round, PRICE, "adds", price.charAt(round - 1));
        }
        return entries.toArray(JournalEntry[]::new);
    }

    private static void add(List<JournalEntry> entries, int round, String className, String name, char how) {
        if (how != '.') {
            long number = entries.size() + 1L;
            entries.add(classStarted(round, className));
            entries.add(startedIn(round, number, className, name));
            entries.add(finished(number, how == 'P' ? new Outcome.Passed() : failed("expected 1")));
        }
    }

    private ReplayResult replay(String label, Optional<String> only, JournalEntry... entries) throws Exception {
        return new ReplayResult(
                ReplayedWorker.find(Optional.of(label), null, directory, only, "mvn test"),
                WorkerFailures.of(JournalReader.read(
                        Journals.write(Files.createTempDirectory(directory, "now"), "w1", entries))));
    }

    @Test
    void whatFailedInSeveralRoundsIsCountedByExecutions() throws Exception {
        ReplayResult result = replay("w1", Optional.empty(), rounds("PFF", "PPP"));
        assertThat(result.failed()).isTrue();
        assertThat(result.summary()).isEqualTo("2 of 6 executions failed");
        assertThat(result.lines())
                .containsExactly(
                        new ConsoleLine(
                                ConsoleLine.Level.ERROR,
                                "  CartTest.expires in round 2 failed again: AssertionError: expected 1"),
                        new ConsoleLine(
                                ConsoleLine.Level.ERROR,
                                "  CartTest.expires in round 3 failed again: AssertionError: expected 1"));
    }

    @Test
    void ofOneRoundOnlyThatIsComparedAndWhatCameBeforeIsCounted() throws Exception {
        ReplayResult result = replay("r3w1", Optional.empty(), rounds("FFP", "PPF"));
        assertThat(result.summary()).isEqualTo("1 of 2 executions failed");
        assertThat(result.lines())
                .containsExactly(
                        new ConsoleLine(
                                ConsoleLine.Level.WARN,
                                "  CartTest.expires failed then (AssertionError: expected 1) and passed now:"
                                        + " the order alone does not bring it back."),
                        new ConsoleLine(
                                ConsoleLine.Level.ERROR,
                                "  PriceTest.adds passed then and fails now: AssertionError: expected 1"),
                        new ConsoleLine(
                                ConsoleLine.Level.WARN,
                                "  In the rounds that came before in the same JVM 2 of 4 executions failed."));
    }

    @Test
    void aPartThatPassesProvesNothingOfTheOrder() throws Exception {
        ReplayResult result = replay("r2w1", Optional.of("CartTest"), rounds("PP", ".."));
        assertThat(result.failed()).isFalse();
        assertThat(result.summary()).isEqualTo("its only execution passed");
        assertThat(result.lines())
                .containsExactly(new ConsoleLine(
                        ConsoleLine.Level.WARN,
                        "  CartTest.expires failed then (AssertionError: expected 1) and"
                                + " passed now: what was left out may be what it needs to fail."));
    }

    @Test
    void whatDidNotRunIsNotCalledPassed() throws Exception {
        ReplayResult result = replay("r2w1", Optional.empty(), rounds("..", "PP"));
        assertThat(result.lines())
                .containsExactly(new ConsoleLine(
                        ConsoleLine.Level.WARN,
                        "  CartTest.expires failed then (AssertionError: expected 1) and did not run now."));
        assertThat(result.ranNothing()).isFalse();
        assertThat(replay("r1w1", Optional.empty()).ranNothing()).isTrue();
    }
}
