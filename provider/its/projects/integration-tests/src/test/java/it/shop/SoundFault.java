package it.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Is sound, beside faults. Run where it is asked for by its name. */
class SoundFault {
    @Test
    void asksTheServer() throws Exception {
        assertEquals("hello fault", Server.ask("fault"));
    }
}
