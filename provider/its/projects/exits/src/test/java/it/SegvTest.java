package it;

import java.lang.reflect.Field;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SegvTest {
    @Test
    @Order(1)
    void passesBefore() {}

    @Test
    @Order(2)
    void endsItsJvm() throws Exception {
        System.out.println("last words before SIGSEGV");
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        unsafe.getMethod("putAddress", long.class, long.class).invoke(instance.get(null), 0L, 1L);
    }

    @Test
    @Order(3)
    void passesAfter() {}
}
