package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void hasTax() {
        assertEquals(120, Price.withTax(100));
    }
}
