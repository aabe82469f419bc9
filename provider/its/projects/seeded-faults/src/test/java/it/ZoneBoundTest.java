package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Passes west of Greenwich only; the project is in the east. */
class ZoneBoundTest {
    @Test
    void isWest() {
        assertTrue(ZoneId.systemDefault().getRules().getOffset(Instant.now()).getTotalSeconds() < 0);
    }
}
