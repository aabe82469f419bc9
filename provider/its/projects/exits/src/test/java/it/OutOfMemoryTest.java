package it;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutOfMemoryTest {
    @Test
    @Order(1)
    void passesBefore() {}

    @Test
    @Order(2)
    void endsItsJvm() {
        for (int megabytes = 0; ; megabytes++) {
            heap.add(new byte[1 << 20]);
            if (megabytes == 10) {
                System.out.println("last words before the heap is full");
            }
        }
    }

    @Test
    @Order(3)
    void passesAfter() {}

    private final List<byte[]> heap = new ArrayList<>();
}
