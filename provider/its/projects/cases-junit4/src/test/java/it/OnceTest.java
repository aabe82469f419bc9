package it;

import org.junit.BeforeClass;
import org.junit.Test;

public class OnceTest {
    private static int times;

    @BeforeClass
    public static void once() {
        times++;
        if (times > 1) {
            throw new IllegalStateException("time " + times);
        }
    }

    @Test
    public void works() {}
}
