package it;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ZoneTest {
    @Test
    void isNotInTheFarthestEast() {
        assertNotEquals("Pacific/Kiritimati", ZoneId.systemDefault().getId());
    }
}
