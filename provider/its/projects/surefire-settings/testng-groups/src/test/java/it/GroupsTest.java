package it;

import static org.testng.Assert.assertTrue;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class GroupsTest {
    @DataProvider
    public Object[][] numbers() {
        return new Object[][] {{1}, {2}, {3}};
    }

    @Test(groups = "quick", dataProvider = "numbers")
    public void quick(int number) {
        assertTrue(number > 0);
    }

    @Test(groups = "quick")
    public void isListenedTo() {
        assertTrue(Listener.METHODS.get() > 0);
    }

    @Test(groups = "slow")
    public void leftOut() {
        throw new AssertionError("in no chosen group");
    }
}
