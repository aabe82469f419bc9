package it;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Skipped as a whole in round 2. */
@DisabledIf("isSecond")
class SkippedOnceTest {
    static boolean isSecond() {
        return Marker.count("skipped") == 2;
    }

    @Test
    void works() {}

    @Nested
    class Deeper {
        @Test
        void works() {}
    }
}
