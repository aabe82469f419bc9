package it;

import static org.testng.Assert.assertEquals;

import org.testng.annotations.Test;

/** TestNG. */
public class NgVictimTest {
    @Test
    public void isOne() {
        assertEquals(Shared.ng, 1);
    }
}
