package it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Has two tests of one run meet, if they are told to: one holds something while the other asks for it. Else each uses it for a
 * moment, and they meet by chance.
 */
final class Meeting {
    private static final long MOMENT_MILLIS = 40;

    private final String what;
    private final long mostMillis = Long.getLong("it.meet", 0L);

    Meeting(String what) {
        this.what = what;
    }

    /** Keeps what this test has until the other has asked for it. */
    void hold() throws IOException {
        if (mostMillis == 0) {
            LockSupport.parkNanos(MOMENT_MILLIS * 1_000_000);
        } else {
            Files.writeString(mark("held"), "held");
            await(mark("asked"));
        }
    }

    /** Waits until the other has it. */
    void beforeAsking() throws IOException {
        if (mostMillis > 0) {
            await(mark("held"));
        }
    }

    /** Tells that this test has asked, whatever came of it. */
    void asked() throws IOException {
        if (mostMillis > 0) {
            Files.writeString(mark("asked"), "asked");
        }
    }

    private Path mark(String how) {
        return Path.of("target", "it-" + what + "-" + how);
    }

    private void await(Path mark) {
        long until = System.nanoTime() + mostMillis * 1_000_000;
        while (!Files.exists(mark) && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
