package it;

import java.io.IOException;

/** Signals to this JVM, which nothing in it can answer. */
final class Signals {
    private Signals() {}

    private static String own() {
        return Long.toString(ProcessHandle.current().pid());
    }

    /** Stops this JVM as a whole, for good. */
    static void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", own()).start().waitFor();
    }

    /** Stops this JVM as a whole for a while, and returns when it goes on. */
    static void stopFor(int seconds) throws IOException, InterruptedException {
        String command = "kill -STOP " + own() + "; sleep " + seconds + "; kill -CONT " + own();
        new ProcessBuilder("sh", "-c", command).start().waitFor();
    }
}
