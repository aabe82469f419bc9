package it;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class TagsTest {
    @Test
    void quick() {}

    @Tag("network")
    @Test
    void leftOutAsNetwork() {
        throw new AssertionError("tagged network");
    }

    @Tag("broken")
    @Test
    void leftOutAsBroken() {
        throw new AssertionError("tagged broken");
    }
}
