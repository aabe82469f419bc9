package io.github.surefoot.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.surefire.Samples.Apple;
import io.github.surefoot.surefire.Samples.Banana;
import io.github.surefoot.surefire.Samples.Cherry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ClaimedTestsTest implements ClaimedTests.Listener {
    private final List<String> news = new ArrayList<>();

    @TempDir
    private Path directory;

    private Path plan = Path.of("");

    @BeforeEach
    void plan() {
        plan = directory.resolve("r0-1.plan");
        ClassList.write(plan, Samples.ALL);
    }

    @Override
    public void starting(String className, int round) {
        news.add("+" + className.substring(className.indexOf('$') + 1) + round);
    }

    @Override
    public void finished(String className) {
        news.add("-" + className.substring(className.indexOf('$') + 1));
    }

    private ClaimedTests tests(RoundClaims claims, Class<?>... queued) {
        return new ClaimedTests(new TestsToRun(new LinkedHashSet<>(List.of(queued))), claims, this);
    }

    @Test
    void freeClassesComeInTheOrderOfTheQueue() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            ClaimedTests tests = tests(claims, Cherry.class, Apple.class);
            assertThat(tests.allowEagerReading()).isFalse();
            Iterator<Class<?>> classes = tests.iterator();
            assertThat(classes).toIterable().containsExactly(Cherry.class, Apple.class);
            assertThat(news).containsExactly("+Cherry1", "-Cherry", "+Apple1", "-Apple");
            assertThatThrownBy(classes::next).isInstanceOf(NoSuchElementException.class);
            assertThat(tests.iterated()).toIterable().containsExactly(Cherry.class, Apple.class);
        }
    }

    @Test
    void askingAgainWhetherThereIsANextTakesNothingMore() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            Iterator<Class<?>> classes =
                    tests(claims, Cherry.class, Apple.class).iterator();
            assertThat(classes.hasNext()).isTrue();
            assertThat(classes.hasNext()).isTrue();
            assertThat(news).isEmpty();
            assertThat(classes.next()).isEqualTo(Cherry.class);
            assertThat(news).containsExactly("+Cherry1");
        }
    }

    @Test
    void aClassThatAnotherWorkerRunsIsPutAsideAndTakenUpAsSoonAsItIsFree() throws Exception {
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan)) {
            other.startOf(Apple.class);
            Iterator<Class<?>> classes =
                    tests(claims, Apple.class, Banana.class, Cherry.class).iterator();
            assertThat(classes.next()).isEqualTo(Banana.class);
            other.endOfClass();
            assertThat(classes.next()).as("before the rest of the queue").isEqualTo(Apple.class);
            assertThat(classes.next()).isEqualTo(Cherry.class);
            assertThat(classes.hasNext()).isFalse();
        }
        assertThat(news).containsExactly("+Banana1", "-Banana", "+Apple2", "-Apple", "+Cherry1", "-Cherry");
    }

    @Test
    void aClassThatStaysBusyIsPutAsideAgain() throws Exception {
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan)) {
            other.startOf(Apple.class);
            Iterator<Class<?>> classes =
                    tests(claims, Apple.class, Banana.class, Cherry.class).iterator();
            assertThat(classes.next()).isEqualTo(Banana.class);
            assertThat(classes.next()).isEqualTo(Cherry.class);
            other.endOfClass();
            assertThat(classes.next()).isEqualTo(Apple.class);
            assertThat(classes.hasNext()).isFalse();
        }
    }

    @Test
    void severalProcessesRunEveryClassOnceARoundAndNeverAtOnce() throws Exception {
        int rounds = 12;
        Ledger ledger = new Ledger(List.of(Apple.class, Banana.class, Cherry.class), rounds);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                workers.add(threads.submit(() -> {
                    ledger.serve(plan);
                    return true;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ledger.running).isEmpty();
        assertThat(ledger.rounds).hasSize(3).allSatisfy((className, ran) -> assertThat(ran)
                .as(className)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rounds).boxed().toList()));
    }

    /** The queue that the workers share, and what they said they ran: a worker waits for its answer. */
    private static final class Ledger {
        private final Queue<String> queue = new ArrayDeque<>();
        private final Map<String, Integer> running = new HashMap<>();
        private final Map<String, List<Integer>> rounds = new HashMap<>();

        /** All rounds of one class stand together, so that the workers get into each other's way. */
        Ledger(List<Class<?>> classes, int rounds) {
            for (String name : Samples.names(classes)) {
                for (int round = 1; round <= rounds; round++) {
                    queue.add(name);
                }
            }
        }

        void serve(Path plan) throws IOException {
            try (ClaimingWorker worker = ClaimingWorker.start(plan)) {
                for (String line = worker.question(); !line.equals("done"); line = worker.question()) {
                    worker.answer(answer(line.split(" ")));
                }
            }
        }

        private synchronized String answer(String[] question) {
            switch (question[0]) {
                case "next" -> {
                    String next = queue.poll();
                    return next == null ? "" : next;
                }
                case "start" -> {
                    int round = Integer.parseInt(question[2]);
                    assertThat(running.put(question[1], round))
                            .as("%s runs in another process", question[1])
                            .isNull();
                    rounds.computeIfAbsent(question[1], name -> new ArrayList<>())
                            .add(round);
                    return "go on";
                }
                case "finish" -> {
                    assertThat(running.remove(question[1])).isNotNull();
                    return "go on";
                }
                default -> throw new IllegalStateException(question[0]);
            }
        }
    }
}
