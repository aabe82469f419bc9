package it;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A class with a name for people")
class PhrasedTest {
    @DisplayName("and a method")
    @Test
    void method() {}

    @Test
    void plain() {}
}
