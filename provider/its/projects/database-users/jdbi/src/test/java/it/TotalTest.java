package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@WorkerDatabase
class TotalTest {
    @Test
    void sumsUp(TestDatabase database) {
        Carts carts = new Carts(Jdbi.create(database.url()));
        carts.add(2, "Bob", 200);
        assertEquals(210, carts.total());
    }
}
