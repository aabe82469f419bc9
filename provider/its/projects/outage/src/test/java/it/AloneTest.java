package it;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AloneTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void needsNobody(int what) {}
}
