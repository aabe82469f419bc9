package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import org.junit.jupiter.api.Test;

class ForgetsToCloseTest {
    @Test
    void sumsUp() throws Exception {
        Carts carts = new Carts(TestDatabase.current().url());
        carts.add(2, "Bob", 200);
        assertEquals(210, carts.total());
    }
}
