package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.Journals.CART;
import static io.github.surefoot.maven.Journals.PRICE;
import static io.github.surefoot.maven.Journals.classFinished;
import static io.github.surefoot.maven.Journals.classStarted;
import static io.github.surefoot.maven.Journals.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.maven.Journals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWatchTest {
    private static final String ORDER = "shop.OrderTest";

    @TempDir
    private Path journals;

    private RunWatch watch = new RunWatch(Path.of(""), Path.of(""), false);

    @BeforeEach
    void plan() throws IOException {
        Path plan = Files.write(journals.resolve("r0-1.plan"), List.of(ORDER, CART, PRICE));
        watch = new RunWatch(journals, plan, false);
    }

    @Test
    void withoutJournalsEverythingIsLeft() throws IOException {
        watch.look();
        assertThat(watch.planned()).containsExactly(ORDER, CART, PRICE);
        assertThat(watch.anyTest()).isFalse();
        assertThat(watch.left(1)).containsExactly(ORDER, CART, PRICE);
        assertThat(watch.isComplete(1)).isFalse();
    }

    @Test
    void aClassThatAnyWorkerTookUpIsNotLeft() throws IOException {
        Journals.write(journals, "r1w1", classStarted(1, CART), classFinished(1, CART));
        Journals.write(journals, "r1w2", classStarted(1, PRICE));
        watch.look();
        assertThat(watch.left(1)).containsExactly(ORDER);
        assertThat(watch.left(2)).containsExactly(ORDER, CART, PRICE);
    }

    /** Whoever decides how later rounds compile asks this of the first. */
    @Test
    void theTimesOfClassesAreAddedUpWhoeverRanThem() throws IOException {
        Journals.write(
                journals,
                "r1w1",
                new JournalEntry.ClassStarted(1, CART, 1_000),
                new JournalEntry.ClassFinished(1, CART, 1_700));
        Journals.write(
                journals,
                "r1w2",
                new JournalEntry.ClassStarted(1, PRICE, 1_100),
                new JournalEntry.ClassFinished(1, PRICE, 1_400),
                new JournalEntry.ClassStarted(1, ORDER, 1_500));
        watch.look();

        assertThat(watch.round(1).worked()).isEqualTo(1_000);
        assertThat(watch.round(2).worked()).isZero();
    }

    @Test
    void aRoundIsCompleteWhenItsClassesAreDoneAndItsWorkersHaveEnded() throws IOException {
        try (JournalWriter worker = Journals.alive(journals, "r1w1")) {
            for (String name : List.of(ORDER, CART, PRICE)) {
                worker.append(classStarted(1, name));
                worker.append(classFinished(1, name));
            }
            watch.look();
            assertThat(watch.isComplete(1)).as("it may still find a leak").isFalse();
            worker.append(new JournalEntry.Finished(2_000));
            watch.look();
            assertThat(watch.isComplete(1)).isTrue();
        }
    }

    @Test
    void aWarmWorkersRoundsAreToldApartAndDoNotWaitForItsEnd() throws IOException {
        try (JournalWriter worker = Journals.alive(journals, "w1")) {
            for (String name : List.of(ORDER, CART, PRICE)) {
                worker.append(classStarted(1, name));
                worker.append(classFinished(1, name));
            }
            worker.append(classStarted(2, CART));
            watch.look();
        }
        assertThat(watch.isComplete(1)).isTrue();
        assertThat(watch.isComplete(2)).isFalse();
        assertThat(watch.left(2)).containsExactly(ORDER, PRICE);
    }

    @Test
    void aWorkerThatDiesEndsItsTestAndItsClass() throws IOException {
        Journals.write(journals, "r1w1", classStarted(1, CART), started(1, CART, "adds"));
        watch.look();
        watch.look();
        assertThat(watch.round(1).hasDeaths()).isTrue();
        assertThat(watch.round(1).tally().summary(1, 0).counts()).containsEntry("crashed", 1);
        assertThat(watch.round(1).tally().summary(1, 0).blamed()).containsExactly("CartTest.adds");
        assertThat(watch.anyDied()).isTrue();
        assertThat(watch.anyTest()).isTrue();
        assertThat(watch.left(1)).containsExactly(ORDER, PRICE);
    }

    @Test
    void outcomesAreCountedOnceHoweverOftenItLooks() throws IOException {
        try (JournalWriter worker = Journals.alive(journals, "r1w1")) {
            worker.append(classStarted(1, CART));
            worker.append(started(1, CART, "adds"));
            watch.look();
            worker.append(Journals.finished(1, new Outcome.Passed()));
            watch.look();
            watch.look();
        }
        assertThat(watch.round(1).tally().summary(1, 0).counts()).containsEntry("passed", 1);
        assertThat(watch.round(1).failed()).isZero();
    }

    @Test
    void testsThatRunBesideEachOtherDoNotExchangeOutcomes() throws IOException {
        Journals.write(
                journals,
                "r1w1",
                classStarted(1, CART),
                classStarted(1, CART + "$Deeper"),
                started(1, CART, "adds"),
                started(2, CART + "$Deeper", "adds"),
                Journals.finished(2, Journals.failed("2 is 1")),
                Journals.finished(1, new Outcome.Passed()));
        watch.look();
        RoundSummary round = watch.round(1).tally().summary(1, 0);
        assertThat(round.counts()).containsEntry("passed", 1).containsEntry("failed", 1);
        assertThat(round.blamed()).containsExactly("CartTest$Deeper.adds");
    }

    @Test
    void theJournalOfTheRunIsNoWorkers() throws IOException {
        Files.writeString(journals.resolve("run.journal"), "not even a journal");
        watch.look();
        assertThat(watch.left(1)).hasSize(3);
    }

    @Test
    void aWorkerThatDiedWhileItWroteItsHeaderTookUpNothing() throws IOException {
        Files.createFile(journals.resolve("r1w1.journal"));
        Journals.write(journals, "r1w2", classStarted(1, CART));
        watch.lookAfterTheEnd();
        assertThat(watch.left(1)).containsExactly(ORDER, PRICE);
    }

    @Test
    void aTornLastRecordIsNotTaken() throws IOException {
        Path file = Journals.write(journals, "r1w1", classStarted(1, CART), classStarted(1, PRICE));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        watch.lookAfterTheEnd();
        assertThat(watch.left(1)).containsExactly(ORDER, PRICE);
    }

    @Test
    void aDirectoryThatIsGoneIsTold() {
        RunWatch nowhere = new RunWatch(journals.resolve("gone"), journals.resolve("none"), false);
        assertThatThrownBy(nowhere::look).isInstanceOf(NoSuchFileException.class);
    }
}
