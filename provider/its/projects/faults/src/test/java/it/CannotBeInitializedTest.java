package it;

import org.junit.jupiter.api.Test;

class CannotBeInitializedTest {
    static final int NUMBER = Integer.parseInt("no number");

    @Test
    void neverGetsItsTurn() {}
}
