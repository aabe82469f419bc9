package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sets what another test needs. */
class PropertySetterTest {
    @Test
    void sets() {
        System.setProperty("it.home", "/srv");
        assertEquals("/srv", System.getProperty("it.home"));
    }
}
