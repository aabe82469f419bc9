package it;

import org.junit.jupiter.api.Test;

class OtherTest {
    @Test
    void isNotRun() {
        throw new AssertionError("its name is not in includes.txt");
    }
}
