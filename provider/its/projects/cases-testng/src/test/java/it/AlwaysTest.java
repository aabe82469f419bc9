package it;

import org.testng.Assert;
import org.testng.annotations.Test;

public final class AlwaysTest {
    private static int attempts;

    @Test(retryAnalyzer = Again.class)
    public void never() {
        attempts++;
        Assert.assertNotEquals(attempts % 2, 1, "attempt " + attempts);
    }
}
