package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

class MockedTest {
    @Test
    void aStaticMethodOfAFinalClass() {
        try (MockedStatic<Counter> counter = Mockito.mockStatic(Counter.class)) {
            counter.when(Counter::next).thenReturn(42);
            assertEquals(42, Counter.next());
        }
    }
}
