package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Leaves a thread. */
class TickerPolluterTest {
    @Test
    void starts() {
        Thread ticker = new Thread(LockSupport::park, "it-ticker");
        ticker.setDaemon(true);
        ticker.start();
        assertTrue(ticker.isAlive());
    }
}
