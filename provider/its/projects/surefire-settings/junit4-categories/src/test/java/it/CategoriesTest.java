package it;

import org.junit.Test;
import org.junit.experimental.categories.Category;

public class CategoriesTest {
    @Category(Quick.class)
    @Test
    public void quick() {}

    @Category(Quick.class)
    @Test
    public void alsoQuick() {}

    @Category({Quick.class, Broken.class})
    @Test
    public void leftOutAsBroken() {
        throw new AssertionError("in an excluded category");
    }

    @Test
    public void leftOutAsSlow() {
        throw new AssertionError("in no category");
    }
}
