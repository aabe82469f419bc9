package it;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("security")
class SecondTest {
    @Test
    void plain() {}
}
