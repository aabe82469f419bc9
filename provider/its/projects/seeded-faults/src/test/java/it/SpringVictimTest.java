package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Expects an empty bean. */
@SpringJUnitConfig(Basket.Context.class)
class SpringVictimTest {
    @Autowired
    private Basket basket;

    @Test
    void isEmpty() {
        assertTrue(basket.items.isEmpty());
    }
}
