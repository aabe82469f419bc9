package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Formats by the default locale. */
class LocaleVictimTest {
    @Test
    void formats() {
        assertFalse(String.format("%.1f", 1.5).contains(","));
    }
}
