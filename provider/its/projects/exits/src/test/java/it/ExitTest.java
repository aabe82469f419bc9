package it;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExitTest {
    @Test
    @Order(1)
    void passesBefore() {}

    @Test
    @Order(2)
    void endsItsJvm() {
        System.out.println("last words before the exit");
        System.exit(7);
    }

    @Test
    @Order(3)
    void passesAfter() {}
}
