package it;

import org.junit.jupiter.api.Test;

/** Under the serial collector such a loop has no safepoint once it is compiled: no thread dump, no halt, no interrupt. */
class CountedLoopTest {
    static volatile int result;

    @Test
    void countsWithoutASafepoint() {
        for (int i = 0; i < 50; i++) {
            result += count(1_000, i);
        }
        result += count(1_000_000, Integer.MAX_VALUE);
    }

    private static int count(int outer, int inner) {
        int sum = 1;
        for (int j = 0; j < outer; j++) {
            for (int i = 0; i < inner; i++) {
                sum = sum * 31 + (i ^ j);
            }
        }
        return sum;
    }
}
