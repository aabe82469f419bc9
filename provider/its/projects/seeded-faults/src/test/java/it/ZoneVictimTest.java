package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Reckons by the default time zone. */
class ZoneVictimTest {
    @Test
    void isToday() {
        assertTrue(ZoneId.systemDefault().getRules().getOffset(Instant.EPOCH).getTotalSeconds() > -10 * 3600);
    }
}
