package it;

import java.io.IOException;
import org.testng.Assert;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The first row skips itself, and says why: nothing is tried again. */
public final class SkippingTest {
    @DataProvider
    public static Object[][] rows() {
        return new Object[][] {{1}, {2}};
    }

    @Test(dataProvider = "rows")
    public void row(int number) {
        if (number == 1) {
            throw new SkipException("no network", new IOException("refused"));
        }
        Assert.assertEquals(number, 2);
    }
}
