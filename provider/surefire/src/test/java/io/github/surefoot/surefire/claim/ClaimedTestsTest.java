package io.github.surefoot.surefire.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.surefire.Samples;
import io.github.surefoot.surefire.Samples.Apple;
import io.github.surefoot.surefire.Samples.Cherry;
import io.github.surefoot.surefire.order.ClassList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
    void plan() throws IOException {
        plan = directory.resolve("r0-1.plan");
        Files.write(plan, Samples.names(Samples.ALL));
    }

    @Override
    public void starting(String className, int round) {
        news.add("+" + className.substring(className.indexOf('$') + 1) + round);
    }

    @Override
    public void finished(String className) {
        news.add("-" + className.substring(className.indexOf('$') + 1));
    }

    private boolean enough;

    private ClaimedTests tests(RoundClaims claims, int rounds, Class<?>... order) {
        List<String> names = Samples.names(List.of(order));
        return new ClaimedTests(
                claims,
                new ClassClaimant(claims, 1, round -> names, round -> round < rounds ? round + 1 : 0),
                () -> enough,
                name -> ClassList.load(name, ClaimedTestsTest.class.getClassLoader()),
                this);
    }

    @Test
    void freeClassesComeInTheirOrderRoundAfterRound() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            ClaimedTests tests = tests(claims, 2, Cherry.class, Apple.class);
            assertThat(tests.allowEagerReading()).isFalse();
            Iterator<Class<?>> classes = tests.iterator();
            assertThat(classes).toIterable().containsExactly(Cherry.class, Apple.class, Cherry.class, Apple.class);
            assertThat(news)
                    .containsExactly(
                            "+Cherry1", "-Cherry", "+Apple1", "-Apple", "+Cherry2", "-Cherry", "+Apple2", "-Apple");
            assertThatThrownBy(classes::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void whatIsLeftIsForOthersOnceItIsEnough() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            enough = true;
            Iterator<Class<?>> classes =
                    tests(claims, 2, Cherry.class, Apple.class).iterator();
            assertThat(classes).toIterable().containsExactly(Cherry.class);
            assertThat(news).containsExactly("+Cherry1", "-Cherry");
            assertThat(claims.isOpen(Apple.class.getName(), 1)).isTrue();
        }
    }

    @Test
    void askingAgainWhetherThereIsANextTakesNothingMore() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            Iterator<Class<?>> classes =
                    tests(claims, 1, Cherry.class, Apple.class).iterator();
            assertThat(classes.hasNext()).isTrue();
            assertThat(classes.hasNext()).isTrue();
            assertThat(news).isEmpty();
            assertThat(classes.next()).isEqualTo(Cherry.class);
            assertThat(news).containsExactly("+Cherry1");
        }
    }

    @Test
    void aClassThatAnotherWorkerRunsIsPutAsideAndTakenUpInTheNextRoundAsSoonAsItIsFree() throws Exception {
        Class<?> first = Samples.ALL.get(0);
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan, 1)) {
            assertThat(other.question()).endsWith(first.getSimpleName() + " 1");
            claims.take(first.getName(), 1);
            Iterator<Class<?>> classes = tests(claims, 2, first, Cherry.class).iterator();
            assertThat(classes.next()).as("the first is gone in round 1").isEqualTo(Cherry.class);
            assertThat(classes.next()).as("and busy in round 2").isEqualTo(Cherry.class);
            other.kill();
            assertThat(classes.next()).isEqualTo(first);
            assertThat(classes.hasNext()).isFalse();
        }
    }

    @Test
    void aClassThatGoesWhileItIsPutAsideIsForgotten() throws Exception {
        Class<?> first = Samples.ALL.get(0);
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan, 1)) {
            other.question();
            Iterator<Class<?>> classes = tests(claims, 1, first, Cherry.class).iterator();
            assertThat(classes.next()).isEqualTo(Cherry.class);
            other.goOn();
            assertThat(classes.hasNext()).isFalse();
        }
    }

    @Test
    void severalProcessesRunEveryClassOnceARoundAndNeverAtOnce() throws Exception {
        int rounds = 12;
        Ledger ledger = new Ledger();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                workers.add(threads.submit(() -> {
                    ledger.serve(plan, rounds);
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
        assertThat(ledger.rounds).hasSize(Samples.ALL.size()).allSatisfy((className, ran) -> assertThat(ran)
                .as(className)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rounds).boxed().toList()));
    }

    /** What the workers said they ran: a worker waits for its answer. */
    private static final class Ledger {
        private final Map<String, Integer> running = new HashMap<>();
        private final Map<String, List<Integer>> rounds = new HashMap<>();

        void serve(Path plan, int rounds) throws IOException {
            try (ClaimingWorker worker = ClaimingWorker.start(plan, rounds)) {
                for (String line = worker.question(); !line.equals("done"); line = worker.question()) {
                    note(line.split(" "));
                    worker.answer("go on");
                }
            }
        }

        private synchronized void note(String[] question) {
            if (question[0].equals("start")) {
                int round = Integer.parseInt(question[2]);
                assertThat(running.put(question[1], round))
                        .as("%s runs in another process", question[1])
                        .isNull();
                rounds.computeIfAbsent(question[1], name -> new ArrayList<>()).add(round);
            } else {
                assertThat(running.remove(question[1])).isNotNull();
            }
        }
    }
}
