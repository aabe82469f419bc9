package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** For a moment it listens on a port. */
class PortHolderTest {
    @Test
    void holds() throws Exception {
        Meeting meeting = new Meeting("port");
        try (ServerSocket port = Port.open()) {
            meeting.hold();
            assertTrue(port.isBound());
        }
    }
}
