package it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Leaves something in a bean of a shared context. */
@SpringJUnitConfig(Basket.Context.class)
class SpringPolluterTest {
    @Autowired
    private Basket basket;

    @Test
    void fills() {
        basket.items.add("left");
        assertFalse(basket.items.isEmpty());
    }
}
