package io.github.surefoot.maven.diagnose;

import java.util.ArrayList;
import java.util.List;

/** Threads that do nothing, as fast as they can: twice as many as there are cores. */
final class BusyCores implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private BusyCores() {}

    static BusyCores start() {
        BusyCores busy = new BusyCores();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(busy::spin, "surefoot-busy-" + i);
            thread.setDaemon(true);
            thread.start();
            busy.threads.add(thread);
        }
        return busy;
    }

    private void spin() {
        while (!over) {
            Thread.onSpinWait();
        }
    }

    /** Returns how many there are. */
    int count() {
        return threads.size();
    }

    @Override
    public void close() {
        over = true;
    }
}
