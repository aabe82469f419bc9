package it;

import static org.junit.Assert.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.ExternalResource;

public class TotalTest {
    private Carts carts;

    @Rule
    public final ExternalResource database = new ExternalResource() {
        @Override
        protected void before() {
            carts = new Carts(TestDatabase.current().dataSource());
        }
    };

    @Test
    public void sumsUp() throws Exception {
        carts.add(2, "Bob", 200);
        carts.add(3, "Eve", 1);
        assertEquals(211, carts.total());
    }
}
