package it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstTest {
    @BeforeAll
    static void beforeAll() {
        System.out.println("First begins");
    }

    @RepeatedTest(20)
    void repeated() {
        System.out.println("First on " + Thread.currentThread().getName());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void numbers(int number) {
        assertTrue(number > 0);
    }

    @TestFactory
    Stream<DynamicTest> made() {
        return IntStream.range(0, 10).mapToObj(number -> DynamicTest.dynamicTest("made " + number, () -> {}));
    }

    @Nested
    class Inside {
        @RepeatedTest(5)
        void repeated() {}

        @Disabled("so that not all are alike")
        @Test
        void disabled() {}
    }
}
