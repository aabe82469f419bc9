package it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

/** Has a class initialised while a property is set, and removes the property. */
class BootPolluterTest {
    @Test
    void boots() {
        System.setProperty("it.boot", "fast");
        try {
            assertNotNull(Boot.MODE);
        } finally {
            System.clearProperty("it.boot");
        }
    }
}
