package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** The first row assumes what does not hold, and says why: nothing is tried again. */
class AssumingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void row(int number) {
        if (number == 1) {
            throw new TestAbortedException("no network", new IOException("refused"));
        }
        assertEquals(2, number);
    }
}
