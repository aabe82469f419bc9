package it;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A source and a factory that fail in round 1. */
class SourceTest {
    private static void failsOnce(String name) {
        if (Marker.count(name) == 1) {
            throw new IllegalStateException(name + " are not there yet");
        }
    }

    static Stream<String> words() {
        failsOnce("words");
        return Stream.of("a", "b");
    }

    @ParameterizedTest
    @MethodSource("words")
    void withArgument(String word) {}

    @TestFactory
    Stream<DynamicNode> factory() {
        failsOnce("nodes");
        return Stream.of(DynamicTest.dynamicTest("d", () -> {}));
    }
}
