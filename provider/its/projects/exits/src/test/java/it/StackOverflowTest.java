package it;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackOverflowTest {
    @Test
    @Order(1)
    void passesBefore() {}

    @Test
    @Order(2)
    void endsItsJvm() {
        deeper(1);
    }

    @Test
    @Order(3)
    void passesAfter() {}

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
