package it;

import static org.testng.Assert.assertTrue;

import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class NgTest {
    @Test
    public void passes() {}

    @Test(groups = "slow")
    public void passesSlowly() {}

    @Test
    public void skipsItself() {
        throw new SkipException("not today");
    }

    @DataProvider
    public Object[][] numbers() {
        return new Object[][] {{1}, {2}};
    }

    @Test(dataProvider = "numbers")
    public void isPositive(int number) {
        assertTrue(number > 0);
    }
}
