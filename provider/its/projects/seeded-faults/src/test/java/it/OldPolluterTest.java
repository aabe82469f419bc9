package it;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** JUnit 4. */
public class OldPolluterTest {
    @Test
    public void sets() {
        Shared.old = 2;
        assertEquals(2, Shared.old);
    }
}
