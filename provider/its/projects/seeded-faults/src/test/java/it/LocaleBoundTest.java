package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Passes where a large I has a small one without a dot. */
class LocaleBoundTest {
    @Test
    void isWithoutDot() {
        assertEquals("t\u0131tle", "TITLE".toLowerCase());
    }
}
