package io.github.surefoot.worker.database.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is removed later keeps nobody waiting, and is never forgotten. */
@Timeout(60)
class RemovedLaterTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> removed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nobody_waits_for_a_removal_and_all_are_removed_in_the_end() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        RemovedLater later = new RemovedLater(
                name -> {
                    await(slow);
                    removed.add(name);
                },
                LONG);
        for (int i = 1; i <= 5; i++) {
            assertThat(later.add("d" + i)).isTrue();
        }
        assertThat(removed).isEmpty();
        slow.countDown();
        assertThat(later.close(LONG, List.of())).isEmpty();
        assertThat(removed).containsExactly("d1", "d2", "d3", "d4", "d5");
    }

    @Test
    void who_adds_faster_than_they_go_waits_for_a_while_and_is_not_to_blame() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RemovedLater later = new RemovedLater(name -> await(never), SHORT);
        for (int i = 1; i <= 8; i++) {
            assertThat(later.add("d" + i)).isTrue();
        }
        long begin = System.nanoTime();
        assertThat(later.addUnused("that nobody was in")).isTrue();
        assertThat(later.add("one too many")).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT);
        assertThat(later.close(SHORT, List.of())).hasSize(10).allMatch(left -> left.endsWith(": not tried yet"));
        never.countDown();
    }

    /** One that is under way keeps no helper from the others. */
    @Test
    void several_are_removed_at_a_time_in_the_end() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        RemovedLater later = new RemovedLater(
                name -> {
                    begun.countDown();
                    await(never);
                },
                SHORT);
        for (int i = 1; i <= 5; i++) {
            assertThat(later.add("d" + i)).isTrue();
        }
        begun.await();
        assertThat(later.close(SHORT, List.of(removed::add, removed::add))).containsExactly("d1: not tried yet");
        assertThat(removed).containsExactlyInAnyOrder("d2", "d3", "d4", "d5");
        never.countDown();
    }

    @Test
    void what_could_not_be_removed_is_tried_again_at_the_end() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        RemovedLater later = new RemovedLater(
                name -> {
                    if (name.equals("always") || attempts.getAndIncrement() == 0) {
                        throw new SQLException("the server is down");
                    }
                    removed.add(name);
                },
                LONG);
        assertThat(later.add("first")).isTrue();
        assertThat(later.add("always")).isTrue();
        assertThat(later.close(LONG, List.of())).containsExactly("always: the server is down");
        assertThat(removed).containsExactly("first");
        assertThat(later.add("after the end")).isFalse();
    }

    /** As one whose first attempt comes when all is over. */
    @Test
    void what_cannot_be_removed_at_the_end_is_tried_once_more_then() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        List<String> tried = Collections.synchronizedList(new ArrayList<>());
        RemovedLater.Removal fails = name -> {
            await(closing);
            tried.add(name);
            throw new SQLException("in use");
        };
        RemovedLater later = new RemovedLater(fails, LONG);
        assertThat(later.add("first")).isTrue();
        assertThat(later.add("second")).isTrue();
        RemovedLater.Removal helper = name -> {
            closing.countDown();
            fails.remove(name);
        };
        assertThat(later.close(LONG, List.of(helper))).containsExactly("first: in use", "second: in use");
        assertThat(tried).containsExactlyInAnyOrder("first", "first", "second", "second");
    }

    private static void await(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }
}
