package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OnceTest {
    private static int runs;

    @Test
    void runsOnce() {
        assertEquals(1, ++runs);
    }

    @Test
    void runsAsOftenAsYouLike() {}
}
