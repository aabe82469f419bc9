package it;

import static org.testng.Assert.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

public class TotalTest {
    private CartMapper carts;

    @BeforeClass
    public void open() {
        carts = TestDatabase.current().mapper(CartMapper.class);
    }

    @Test
    public void sumsUp() {
        carts.add(2, "Bob", 200);
        assertEquals(carts.total(), 210);
    }
}
