package it;

import org.junit.jupiter.api.Test;

class StoppedAtTheEndTest {
    @Test
    void leavesAHookThatStopsItsJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(StoppedAtTheEndTest::stop, "stopping hook of a test"));
    }

    private static void stop() {
        try {
            Signals.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
