package it;

import org.junit.Ignore;
import org.junit.Test;

public class SecondCase {
    @Test
    public void passes() {}

    @Ignore("shows that a suite reports it")
    @Test
    public void ignored() {}
}
