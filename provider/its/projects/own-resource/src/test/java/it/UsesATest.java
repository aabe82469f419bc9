package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UsesATest {
    @Test
    void hasPortsOfItsOwn() {
        assertTrue(PortRange.first > 20_000, "opened before the first test");
    }
}
