package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Leaves another locale. */
class LocalePolluterTest {
    @Test
    void sets() {
        Locale.setDefault(Locale.GERMANY);
        assertEquals(Locale.GERMANY, Locale.getDefault());
    }
}
