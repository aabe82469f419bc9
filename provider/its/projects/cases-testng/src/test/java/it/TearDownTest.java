package it;

import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

public final class TearDownTest {
    @Test
    public void passes() {}

    @AfterClass
    public void tearDown() {
        if (Marker.count("tear-down") == 2) {
            throw new IllegalStateException("the second time only");
        }
    }
}
