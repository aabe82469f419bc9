package io.github.surefoot.maven.round;

import static io.github.surefoot.maven.round.Journals.CART;
import static io.github.surefoot.maven.round.Journals.PRICE;
import static io.github.surefoot.maven.round.Journals.classStarted;
import static io.github.surefoot.maven.round.Journals.failed;
import static io.github.surefoot.maven.round.Journals.finished;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals that grow while they are watched. */
class RoundWatchTest implements RoundListener {
    private static final long START = System.currentTimeMillis();

    @TempDir
    private Path directory;

    private final List<String> news = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private final CountDownLatch told = new CountDownLatch(1);

    @Override
    public boolean roundFinished(int round, long millis) {
        return true;
    }

    @Override
    public void roundDone(int round, RoundTally tally, long millis) {
        assertThat(millis).isBetween(0L, 60_000L);
        news.add("round " + round + ": " + tally.counts().get("passed") + " passed, blamed " + tally.blamed());
    }

    @Override
    public void underWay(Progress p) {
        progress.add(p);
        told.countDown();
    }

    @Override
    public void takenUpAgain(int round, int classes, String fault) {}

    @Test
    void warmRoundsAreToldWhileTheNextIsUnderWay() throws IOException {
        Path plan = Files.write(directory.resolve("plan"), List.of(CART, PRICE));
        RoundWatch watch = new RoundWatch(directory, plan, 0, this);
        try (JournalWriter first = worker(0, 1);
                JournalWriter second = worker(0, 2)) {
            run(first, 1, CART, failed("no"));
            watch.look();
            assertThat(news).as("half of round 1").isEmpty();

            run(second, 1, PRICE, new Outcome.Passed());
            run(second, 2, PRICE, new Outcome.Passed());
            watch.look();
            assertThat(news).containsExactly("round 1: 1 passed, blamed [CartTest.runs]");

            run(first, 2, CART, new Outcome.Passed());
            watch.close();
            assertThat(news)
                    .containsExactly("round 1: 1 passed, blamed [CartTest.runs]", "round 2: 2 passed, blamed []");
        }
    }

    @Test
    void aFreshRoundIsLeftToTheEngine() throws IOException {
        Path plan = Files.write(directory.resolve("plan"), List.of(CART));
        RoundWatch watch = new RoundWatch(directory, plan, 3, this);
        try (JournalWriter worker = worker(3, 1)) {
            run(worker, 3, CART, new Outcome.Passed());
            watch.look();
            watch.close();
        }
        assertThat(news).isEmpty();
    }

    @Test
    void itTellsHowFarARoundHasCome() throws IOException, InterruptedException {
        Path plan = Files.write(directory.resolve("plan"), List.of(CART, PRICE));
        try (JournalWriter worker = worker(3, 1);
                JournalWriter stranger = worker(2, 1)) {
            run(worker, 3, CART, failed("no"));
            run(stranger, 2, PRICE, failed("no"));
            RoundWatch watch = RoundWatch.start(directory, plan, 3, Duration.ofMillis(5), this);
            assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
            watch.close();
        }
        assertThat(progress.get(0)).satisfies(p -> {
            assertThat(p.round()).isEqualTo(3);
            assertThat(p.done()).isEqualTo(1);
            assertThat(p.planned()).isEqualTo(2);
            assertThat(p.failed()).isEqualTo(1);
        });
    }

    private JournalWriter worker(int round, int slot) throws IOException {
        WorkerId id = new WorkerId("run-1", round, slot);
        return JournalWriter.create(
                directory.resolve(id.label() + ".journal"), new JournalEntry.WorkerStarted(id, 1, START, Map.of()));
    }

    private static void run(JournalWriter worker, int round, String className, Outcome outcome) {
        worker.append(classStarted(round, className));
        worker.append(
                new JournalEntry.TestStarted(round, round, new TestId(className, "runs"), "", List.of(), false, START));
        worker.append(finished(round, outcome));
        worker.append(new JournalEntry.ClassFinished(round, className, START + 10L * round));
    }
}
