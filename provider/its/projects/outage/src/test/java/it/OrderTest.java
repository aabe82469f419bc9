package it;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void asks(int what) throws Exception {
        Service.ask();
    }
}
