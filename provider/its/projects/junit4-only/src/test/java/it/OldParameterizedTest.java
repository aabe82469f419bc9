package it;

import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class OldParameterizedTest {
    private final int number;

    public OldParameterizedTest(int number) {
        this.number = number;
    }

    @Parameterized.Parameters(name = "number {0}")
    public static List<Integer> numbers() {
        return Arrays.asList(1, 2, 3);
    }

    @Test
    public void isPositive() {
        assertTrue(number > 0);
    }
}
