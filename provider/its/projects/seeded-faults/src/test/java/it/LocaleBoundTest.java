package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** One passes where a large I has a small one without a dot, and one elsewhere. */
class LocaleBoundTest {
    @Test
    void isWithoutDot() {
        assertEquals("t\u0131tle", "TITLE".toLowerCase());
    }

    @Test
    void isWithDot() {
        assertEquals("title", "TITLE".toLowerCase());
    }
}
