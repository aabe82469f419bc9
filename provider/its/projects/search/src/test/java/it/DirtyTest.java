package it;

import org.junit.jupiter.api.Test;

class DirtyTest {
    @Test
    void leavesDirt() {
        Shared.dirty = true;
    }
}
