package it;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.testng.Assert;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Two rows that run beside each other, long enough for a clock of milliseconds to tell; one fails. */
public final class RowsTest {
    private static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);

    @DataProvider(parallel = true)
    public static Object[][] rows() {
        return new Object[][] {{1}, {2}};
    }

    @Test(dataProvider = "rows")
    public void row(int number) throws Exception {
        BOTH_RUN.await(20, TimeUnit.SECONDS);
        TimeUnit.MILLISECONDS.sleep(50);
        BOTH_RUN.await(20, TimeUnit.SECONDS);
        Assert.assertEquals(number, 1);
    }
}
