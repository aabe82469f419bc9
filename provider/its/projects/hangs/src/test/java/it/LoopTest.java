package it;

import org.junit.jupiter.api.Test;

class LoopTest {
    private volatile long turns;

    @Test
    void ignoresEveryInterrupt() {
        while (true) {
            turns++;
            Thread.interrupted();
        }
    }
}
