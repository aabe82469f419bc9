package it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class AbortedTest {
    @Test
    void assumesInVain() {
        assumeTrue(false, "never so");
    }

    @Test
    void abortsInRound2() throws Exception {
        assumeTrue(Marker.count("aborts") != 2, "not in this round");
    }
}
