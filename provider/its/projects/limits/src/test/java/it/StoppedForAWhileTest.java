package it;

import org.junit.jupiter.api.Test;

class StoppedForAWhileTest {
    @Test
    void goesOnAfterwards() throws Exception {
        Signals.stopFor(20);
    }
}
