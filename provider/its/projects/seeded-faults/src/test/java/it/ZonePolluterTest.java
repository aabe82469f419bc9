package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Leaves another time zone. */
class ZonePolluterTest {
    @Test
    void sets() {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertEquals("Pacific/Kiritimati", TimeZone.getDefault().getID());
    }
}
