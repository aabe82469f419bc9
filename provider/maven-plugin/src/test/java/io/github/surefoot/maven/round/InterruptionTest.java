package io.github.surefoot.maven.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InterruptionTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Interruption interruption = new Interruption(() -> heard.add("listens for a second signal"));

    @Test
    void whatIsToBeDoneIsDoneOnceAndTheRunStops() throws Exception {
        interruption.then(() -> heard.add("ends"));

        interruption.told();
        Thread run = inTheBackground(interruption::stopHere);

        assertThat(heard).containsExactly("listens for a second signal", "ends");
        await(run, Thread.State.WAITING);
        run.interrupt();
        await(run, Thread.State.WAITING);
        assertThat(heard).doesNotContain("run on");
    }

    @Test
    void aRunThatIsJudgedIsJudgedToItsEnd() throws Exception {
        interruption.then(() -> heard.add("ends"));
        interruption.over();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            interruption.told();
            ended.countDown();
        });
        hook.setDaemon(true);
        hook.start();
        await(hook, Thread.State.TIMED_WAITING);
        assertThat(ended.getCount()).isEqualTo(1);

        interruption.close();

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(heard).containsExactly("listens for a second signal");
    }

    @Test
    void nobodyWaitsWhereNothingHappens() {
        try (Interruption none = Interruption.watch()) {
            none.stopHere();
            none.over();
        }
        assertThat(heard).isEmpty();
    }

    private Thread inTheBackground(Runnable work) {
        Thread thread = new Thread(() -> {
            work.run();
            heard.add("run on");
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(Thread thread, Thread.State state) throws InterruptedException {
        while (thread.getState() != state || thread.isInterrupted()) {
            Thread.sleep(1);
        }
    }
}
