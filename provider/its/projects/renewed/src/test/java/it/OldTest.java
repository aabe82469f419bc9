package it;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class OldTest {
    private static int runs;

    @Test
    public void staticState() {
        assertEquals(1, ++runs);
    }
}
