package it;

import org.junit.Test;

public class OtherTest {
    @Test
    public void works() {}
}
