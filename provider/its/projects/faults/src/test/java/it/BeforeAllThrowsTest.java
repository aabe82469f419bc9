package it;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BeforeAllThrowsTest {
    @BeforeAll
    static void prepare() {
        throw new IllegalStateException("as @BeforeAll always does here");
    }

    @Test
    void neverGetsItsTurn() {}
}
