package canary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThrowsTest {
    static List<String> canaries() {
        return Canaries.all();
    }

    @Test
    void anException() {
        IllegalStateException thrown = new IllegalStateException(
                "outer " + Canaries.joined(), new RuntimeException("inner\n" + Canaries.joined()));
        thrown.addSuppressed(new RuntimeException("suppressed " + Canaries.joined()));
        throw thrown;
    }

    @Test
    void assertions() {
        assertAll(
                () -> assertEquals(Canaries.all().get(0), "another"),
                () -> assertEquals(List.of(), Canaries.all()),
                () -> fail(Canaries.joined()));
    }

    @Test
    void anAssumption() {
        assumeTrue(false, Canaries.joined());
    }

    @ParameterizedTest(name = "named {0}")
    @MethodSource("canaries")
    void inItsName(String canary) {
        fail("named " + canary);
    }

    @TestFactory
    Stream<DynamicTest> dynamically() {
        return Canaries.all().stream().map(canary -> dynamicTest("dynamic " + canary, () -> System.out.println(canary)));
    }

    @Test
    @ExtendWith(SkipsWithACanary.class)
    void skipped() {}

    static final class SkipsWithACanary implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled("skipped for " + Canaries.joined());
        }
    }

    @Nested
    class SetUp {
        @Test
        void neverRuns() {}

        @BeforeAll
        static void fails() {
            throw new IllegalStateException("set up " + Canaries.joined());
        }
    }
}
