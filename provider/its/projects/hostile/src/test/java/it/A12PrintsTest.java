package it;

import org.junit.jupiter.api.Test;

class A12PrintsTest {
    @Test
    void passes() {
        String line = "x".repeat(1_023);
        int megabytes = Integer.getInteger("megabytes", 20);
        for (int kilobytes = 0; kilobytes < megabytes * 1_024; kilobytes++) {
            System.out.println(line);
        }
    }
}
