package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LibTest {
    @Test
    void isOne() {
        assertEquals(1, Lib.one());
    }
}
