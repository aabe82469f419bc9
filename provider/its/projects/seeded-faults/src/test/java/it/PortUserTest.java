package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** For a moment it listens on a port: the same as another test, which may run at that time. */
class PortUserTest {
    @Test
    void uses() throws Exception {
        Meeting meeting = new Meeting("port");
        meeting.beforeAsking();
        try {
            use();
        } finally {
            meeting.asked();
        }
    }

    private static void use() throws Exception {
        try (ServerSocket port = Port.open()) {
            LockSupport.parkNanos(20_000_000);
            assertTrue(port.isBound());
        }
    }
}
