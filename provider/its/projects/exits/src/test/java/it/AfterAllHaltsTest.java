package it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AfterAllHaltsTest {
    @Test
    void passesBefore() {}

    @AfterAll
    static void endsItsJvm() {
        Runtime.getRuntime().halt(10);
    }
}
