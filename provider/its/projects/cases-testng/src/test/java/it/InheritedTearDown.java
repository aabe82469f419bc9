package it;

import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

public abstract class InheritedTearDown {
    @Test
    public void passes() {}

    @AfterClass
    public void tearDown() {
        if (Marker.count("inherited") == 3) {
            throw new IllegalStateException("the third time only");
        }
    }
}
