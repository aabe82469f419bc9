package it;

import org.testng.annotations.Test;

public final class SometimesTest {
    @Test(retryAnalyzer = Again.class)
    public void sometimes() {
        if (Marker.count("sometimes") == 1) {
            throw new IllegalStateException("the first time only");
        }
    }
}
