package it;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class BrokenTest {
    @Test
    void neverPasses() {
        fail("as ever");
    }
}
