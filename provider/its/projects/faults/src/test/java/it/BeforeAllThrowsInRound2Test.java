package it;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BeforeAllThrowsInRound2Test {
    @BeforeAll
    static void prepare() throws Exception {
        if (Marker.count("before-all") == 2) {
            throw new IllegalStateException("as @BeforeAll does in this round");
        }
    }

    @Test
    void getsItsTurnInTheOtherRounds() {}
}
