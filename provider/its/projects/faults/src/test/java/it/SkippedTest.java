package it;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class SkippedTest {
    @Test
    @Disabled("not today")
    void isDisabled() {}

    @Disabled("not this class")
    static class WholeClassTest {
        @Test
        void isDisabledWithItsClass() {}
    }
}
