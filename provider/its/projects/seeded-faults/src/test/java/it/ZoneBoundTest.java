package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** One passes west of Greenwich only, and one in the east, where the project is. */
class ZoneBoundTest {
    @Test
    void isWest() {
        assertTrue(offset() < 0);
    }

    @Test
    void isEast() {
        assertTrue(offset() > 0);
    }

    private static int offset() {
        return ZoneId.systemDefault().getRules().getOffset(Instant.now()).getTotalSeconds();
    }
}
