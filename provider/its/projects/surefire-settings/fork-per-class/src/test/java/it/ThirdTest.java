package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThirdTest {
    @Test
    void isTheFirstOfItsJvm() {
        assertEquals(1, Count.more());
    }
}
