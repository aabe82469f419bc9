package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Fails unless another has set a property. */
class PropertyBrittleTest {
    @Test
    void hasHome() {
        assertEquals("/srv", System.getProperty("it.home"));
    }
}
