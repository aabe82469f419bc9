package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.WorkerDatabase;
import org.junit.jupiter.api.Test;

@WorkerDatabase
class AddTest {
    @Test
    void adds() throws Exception {
        try (Carts carts = new Carts(System.getProperty("surefoot.database.url"))) {
            carts.add(2, "Ada", 20);
            assertEquals(30, carts.total());
        }
    }
}
