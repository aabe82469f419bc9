package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape a test can have. */
class ShapesTest {
    @Test
    @Tag("unit")
    void plain() {}

    @Test
    @DisplayName("has a name of its own, with <markup> & \"quotes\"")
    void named() {}

    @Test
    @Disabled("not today")
    void disabled() {}

    @Test
    void assumesInVain() {
        assumeTrue(false, "never so");
    }

    @RepeatedTest(3)
    void again() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void numbers(int number) {
        assertTrue(number > 0);
    }

    @ParameterizedTest(name = "{0} plus {1}")
    @CsvSource({"1, 2, 3", "2, 2, 4"})
    void sums(int a, int b, int sum) {
        assertEquals(sum, a + b);
    }

    @TestFactory
    Stream<DynamicNode> dynamic() {
        return Stream.of(
                DynamicTest.dynamicTest("first", () -> {}),
                DynamicContainer.dynamicContainer("box", List.of(DynamicTest.dynamicTest("second", () -> {}))));
    }

    @Nested
    class Inside {
        @Test
        @Tag("integration")
        void plain() {}

        @Nested
        class Deeper {
            @Test
            void plain() {}
        }
    }
}
