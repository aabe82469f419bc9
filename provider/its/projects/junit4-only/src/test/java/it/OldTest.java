package it;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import org.junit.Ignore;
import org.junit.Test;

public class OldTest {
    @Test
    public void adds() {
        assertEquals(4, 2 + 2);
    }

    @Test
    @Ignore("not today")
    public void isIgnored() {}

    @Test
    public void assumesInVain() {
        assumeTrue(false);
    }
}
