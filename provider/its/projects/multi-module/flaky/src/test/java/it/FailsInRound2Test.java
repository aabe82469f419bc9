package it;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FailsInRound2Test {
    @Test
    void passes() {}

    @Test
    void failsOnce() throws Exception {
        assertNotEquals(2, Marker.count("fails-once"), "as it should in this round");
    }
}
