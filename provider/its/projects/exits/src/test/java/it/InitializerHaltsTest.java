package it;

import org.junit.jupiter.api.Test;

class InitializerHaltsTest {
    static {
        Runtime.getRuntime().halt(11);
    }

    @Test
    void neverGetsItsTurn() {}
}
