package it;

import static org.testng.Assert.assertEquals;

import org.testng.annotations.Test;

/** TestNG. */
public class NgPolluterTest {
    @Test
    public void sets() {
        Shared.ng = 2;
        assertEquals(Shared.ng, 2);
    }
}
