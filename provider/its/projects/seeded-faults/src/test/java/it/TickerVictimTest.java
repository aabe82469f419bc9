package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Minds the threads of others. */
class TickerVictimTest {
    @Test
    void isQuiet() {
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().equals("it-ticker")));
    }
}
