package it;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BeforeAllHaltsTest {
    @BeforeAll
    static void endsItsJvm() {
        Runtime.getRuntime().halt(9);
    }

    @Test
    void neverGetsItsTurn() {}
}
