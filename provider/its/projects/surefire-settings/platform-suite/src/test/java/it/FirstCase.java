package it;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class FirstCase {
    @Test
    void passes() {}

    @Test
    @Disabled("shows that a suite reports it")
    void disabled() {}
}
