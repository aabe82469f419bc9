package it;

import org.junit.jupiter.api.Test;

class PrepareTest {
    @Test
    void prepares() {
        Shared.prepared = true;
    }
}
