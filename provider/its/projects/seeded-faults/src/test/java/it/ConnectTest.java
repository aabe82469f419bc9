package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Sets up what another test needs. */
class ConnectTest {
    @Test
    void connects() {
        Shared.connected = true;
        assertTrue(Shared.connected);
    }
}
