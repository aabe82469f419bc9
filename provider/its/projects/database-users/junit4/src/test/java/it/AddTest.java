package it;

import static org.junit.Assert.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import org.junit.Before;
import org.junit.Test;

public class AddTest {
    private Carts carts;

    @Before
    public void open() {
        carts = new Carts(TestDatabase.current().dataSource());
    }

    @Test
    public void adds() throws Exception {
        carts.add(2, "Ada", 20);
        assertEquals(30, carts.total());
    }
}
