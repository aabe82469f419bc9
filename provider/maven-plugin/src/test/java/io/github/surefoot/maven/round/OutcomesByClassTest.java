package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.maven.Journals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesByClassTest {
    private static final List<String> BOTH = List.of(CART, PRICE);

    @TempDir
    private Path dir;

    private int journals;

    /** A worker that takes up a class for a test, which may be reported under the name of another class. */
    private OutcomesByClass worker(String owner, TestId test, JournalEntry... endings) throws IOException {
        JournalEntry[] entries = new JournalEntry[endings.length + 2];
        entries[0] = Journals.classStarted(1, owner);
        entries[1] = Journals.startedIn(1, 1, test.className(), test.name());
        System.arraycopy(endings, 0, entries, 2, endings.length);
        Path file = Journals.write(dir, "r1w" + ++journals, entries);
        return OutcomesByClass.in(file);
    }

    private OutcomesByClass ended(String owner, Outcome outcome) throws IOException {
        return worker(
                owner,
                new TestId(owner, "runs"),
                Journals.finished(1, outcome),
                Journals.classFinished(1, owner),
                new JournalEntry.Finished(2_000));
    }

    @Test
    void aTestThatEndsOtherwiseOrDoesNotAppearIsUnlike() throws IOException {
        OutcomesByClass passed = ended(CART, new Outcome.Passed());

        assertThat(passed.unlike(ended(CART, new Outcome.Passed()), BOTH)).isEmpty();
        assertThat(passed.unlike(ended(CART, new Outcome.Skipped("no server")), BOTH))
                .containsExactly(CART);
        assertThat(passed.unlike(new OutcomesByClass(), BOTH)).containsExactly(CART);
        assertThat(new OutcomesByClass().unlike(passed, BOTH)).containsExactly(CART);
        assertThat(passed.unlike(ended(PRICE, new Outcome.Passed()), BOTH)).containsExactly(CART, PRICE);
    }

    @Test
    void whatWasBegunAndNeverEndedHasFailed() throws IOException {
        OutcomesByClass crashed = worker(CART, new TestId(CART, "runs"));

        assertThat(crashed.failed()).containsExactly(new TestId(CART, "runs"));
        assertThat(crashed.failing(BOTH)).containsExactly(CART);
        assertThat(crashed.unlike(ended(CART, Journals.failed("too late")), BOTH))
                .as("it failed otherwise")
                .containsExactly(CART);
    }

    @Test
    void aTestIsOfTheClassThatWasTakenUpForIt() throws IOException {
        OutcomesByClass nested = worker(
                CART,
                new TestId(CART + "$Empty", "fails"),
                Journals.finished(1, Journals.failed("too late")),
                Journals.classFinished(1, CART),
                new JournalEntry.Finished(2_000));

        assertThat(nested.failing(BOTH)).containsExactly(CART);
    }

    /** What failed once by chance, and passes where all that ran before it runs again. */
    @Test
    void whatOthersTellOfATestStandsInPlaceOfWhatWasTold() throws IOException {
        OutcomesByClass first = ended(CART, Journals.failed("too late"));
        first.add(ended(PRICE, new Outcome.Passed()));
        OutcomesByClass again = ended(CART, new Outcome.Passed());

        OutcomesByClass inSuite = first.but(again);

        assertThat(inSuite.failed()).isEmpty();
        assertThat(ended(CART, new Outcome.Passed()).unlike(inSuite, List.of(CART)))
                .isEmpty();
        assertThat(first.failed()).as("as it was").hasSize(1);
        assertThat(ended(PRICE, new Outcome.Passed()).unlike(inSuite, List.of(PRICE)))
                .isEmpty();
    }
}
