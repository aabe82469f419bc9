package it;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** JUnit 4. */
public class OldVictimTest {
    @Test
    public void isOne() {
        assertEquals(1, Shared.old);
    }
}
