package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTest {
    @Test
    void isTheSameAllDay() {
        assertEquals(LocalDate.now(), LocalDate.now());
    }
}
