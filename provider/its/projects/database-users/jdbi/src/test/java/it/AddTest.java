package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@WorkerDatabase
class AddTest {
    @Test
    void adds(TestDatabase database) {
        Carts carts = new Carts(Jdbi.create(database.url()));
        carts.add(2, "Ada", 20);
        assertEquals(30, carts.total());
    }
}
