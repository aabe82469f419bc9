package it;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FailsInRound3Test {
    @Test
    void passes() {}

    @Test
    void failsOnce() throws Exception {
        assertNotEquals(3, Marker.count("fails-once"), "as it should in this round");
    }
}
