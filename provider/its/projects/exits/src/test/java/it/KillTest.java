package it;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillTest {
    @Test
    @Order(1)
    void passesBefore() {}

    @Test
    @Order(2)
    void endsItsJvm() throws Exception {
        System.out.println("last words before SIGKILL");
        String own = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-9", own).start().waitFor();
        Thread.sleep(60_000);
    }

    @Test
    @Order(3)
    void passesAfter() {}
}
