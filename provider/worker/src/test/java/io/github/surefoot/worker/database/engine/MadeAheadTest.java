package io.github.surefoot.worker.database.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.fault.AttemptFailedException;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.fault.Retry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Databases are made before they are asked for, and none is lost. */
@Timeout(60)
class MadeAheadTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore mayBeMade = new Semaphore(0);
    private final Semaphore made = new Semaphore(0);
    private final List<Integer> removed = new CopyOnWriteArrayList<>();
    private final MadeAhead ahead = new MadeAhead(this::attempt);

    private EngineDatabase attempt() throws InterruptedException {
        int number = begun.incrementAndGet();
        mayBeMade.acquire();
        made.release();
        return new Numbered(number, removed);
    }

    private void letBeMade(int many) throws InterruptedException {
        mayBeMade.release(many);
        made.acquire(many);
    }

    @Test
    void the_next_is_made_while_the_one_before_is_in_use() throws Exception {
        mayBeMade.release();
        assertThat(ahead.take().place()).isEqualTo("1");
        made.acquire();
        letBeMade(1);
        // From here on none can be made: it is there already.
        assertThat(ahead.take().place()).isEqualTo("2");
    }

    @Test
    void nothing_is_made_before_the_first_is_asked_for() throws Exception {
        assertThat(ahead.close(LIMIT, () -> {})).isEmpty();
        assertThat(begun.get()).isZero();
    }

    @Test
    void who_had_to_wait_is_the_reason_to_keep_more_up_to_four() throws Exception {
        mayBeMade.release(1000);
        for (int i = 0; i < 200; i++) {
            ahead.take();
        }
        assertThat(ahead.close(LIMIT, () -> {})).isEmpty();
        assertThat(removed).hasSizeLessThanOrEqualTo(4);
        assertThat(begun.get()).isLessThanOrEqualTo(204);
    }

    @Test
    void what_nobody_took_is_removed() throws Exception {
        mayBeMade.release();
        ahead.take();
        made.acquire();
        letBeMade(1);
        assertThat(ahead.close(LIMIT, () -> {})).isEmpty();
        assertThat(removed).containsExactly(2);
    }

    /** The end interrupts the thread that makes it, and not the one that ends. */
    @Test
    void what_is_under_way_at_the_end_was_never_made() throws Exception {
        Semaphore underWay = new Semaphore(0);
        MadeAhead endless = new MadeAhead(() -> {
            if (begun.incrementAndGet() == 2) {
                underWay.release();
                mayBeMade.acquire();
            }
            return new Numbered(begun.get(), removed);
        });
        endless.take();
        underWay.acquire();
        assertThat(endless.close(LIMIT, () -> {})).isEmpty();
        assertThat(removed).isEmpty();
    }

    /** What a server is doing ends by no interrupt. */
    @Test
    void what_is_under_way_is_hurried_until_it_ends() throws Exception {
        Semaphore underWay = new Semaphore(0);
        Semaphore hurried = new Semaphore(0);
        MadeAhead deaf = new MadeAhead(() -> {
            if (begun.incrementAndGet() == 2) {
                underWay.release();
                hurried.acquireUninterruptibly(2);
            }
            return new Numbered(begun.get(), removed);
        });
        deaf.take();
        underWay.acquire();
        assertThat(deaf.close(LIMIT, hurried::release)).isEmpty();
        assertThat(removed).containsExactly(2);
    }

    @Test
    void a_fault_while_nobody_waits_is_told_to_nobody_and_tried_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Semaphore failed = new Semaphore(0);
        MadeAhead failing = new MadeAhead(() -> {
            int number = tries.incrementAndGet();
            if (number == 2) {
                failed.release();
                throw new AttemptFailedException(
                        new Diagnosis(Passing.TRANSIENT, "there", "It failed", new IOException("as it should")));
            }
            return new Numbered(number, removed);
        });
        failing.take();
        failed.acquire();
        assertThat(failing.take().place()).isNotEqualTo("2");
        assertThat(failing.close(LIMIT, () -> {})).isEmpty();
    }

    @Test
    void a_fault_of_one_that_is_asked_for_is_told() throws Exception {
        MadeAhead failing = new MadeAhead(() -> {
            throw new AttemptFailedException(
                    new Diagnosis(Passing.TRANSIENT, "there", "It failed", new IOException("as it should")));
        });
        assertThatThrownBy(failing::take)
                .isInstanceOf(AttemptFailedException.class)
                .hasMessageContaining("It failed");
        assertThat(failing.close(LIMIT, () -> {})).isEmpty();
    }

    private enum Passing implements Fault {
        TRANSIENT;

        @Override
        public Retry retry() {
            return Retry.LATER;
        }

        @Override
        public String mend() {
            return "Wait.";
        }
    }

    private record Numbered(int number, List<Integer> removed) implements EngineDatabase {
        @Override
        public String place() {
            return Integer.toString(number);
        }

        @Override
        public String url() {
            return "jdbc:none:" + number;
        }

        @Override
        public EngineConnection open(Properties properties, OtherConnections others) {
            throw new UnsupportedOperationException("no database");
        }

        @Override
        public Throwable explained(Throwable thrown, OtherConnections others) {
            return thrown;
        }

        @Override
        public Optional<String> takenAway() {
            return Optional.empty();
        }

        @Override
        public List<String> openedPast() {
            return List.of();
        }

        @Override
        public void keep(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove() {
            removed.add(number);
        }
    }
}
