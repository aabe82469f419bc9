package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CalculatorTest {
    @Test
    void doubles() {
        assertEquals(4, Calculator.twice(2));
    }

    @Test
    void hasWhatTheConfigurationGives() {
        assertEquals("yes", System.getProperty("from.argLine"));
        assertTrue(System.getProperty("from.configuration").matches("yes, fork \\d+"));
        assertEquals("yes", System.getenv("FROM_CONFIGURATION"));
    }
}
