package it;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import org.testng.Reporter;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class OldNgTest {
    private static int runs;

    @DataProvider
    public Object[][] rows() {
        return new Object[][] {{1}, {2}};
    }

    @Test(dataProvider = "rows")
    public void rows(int row) {
        assertEquals(++runs, row);
    }

    @Test
    public void theReporterIsNew() {
        assertTrue(Reporter.getOutput().isEmpty());
        Reporter.log("left by a round");
    }
}
