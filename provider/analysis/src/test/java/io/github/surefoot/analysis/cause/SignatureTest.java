package io.github.surefoot.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static Optional<String> of(String type, String... lines) {
        Outcome outcome = new Outcome.Errored(new Failure(type, "", String.join("\n", lines)));
        return Signature.of(new TestEvidence(
                        new TestId("shop.CartTest", "adds"),
                        1,
                        List.of(),
                        false,
                        List.of(new Execution(1, "r1w1", outcome, 1, 1))))
                .map(Signature::text);
    }

    @Test
    void itIsWhatWasThrownAndTheFirstLineOfTheProjectsOwn() {
        assertThat(of(
                        "java.lang.IllegalStateException",
                        "java.lang.IllegalStateException: full",
                        "\tat java.base/java.util.Objects.requireNonNull(Objects.java:233)",
                        "\tat app//org.junit.jupiter.api.Assertions.fail(Assertions.java:1)",
                        "\tat app//shop.Registry.put(Registry.java:14)",
                        "\tat shop.CartTest.adds(CartTest.java:9)"))
                .contains("IllegalStateException at Registry.put(Registry.java:14)");
    }

    @Test
    void theInnermostCauseIsWhatTestsHaveInCommon() {
        assertThat(of(
                        "java.lang.ExceptionInInitializerError",
                        "java.lang.ExceptionInInitializerError",
                        "\tat shop.CartTest.adds(CartTest.java:9)",
                        "Caused by: java.lang.IllegalStateException: full: of it",
                        "\tat shop.Registry.<clinit>(Registry.java:14)",
                        "\t... 12 more"))
                .contains("IllegalStateException at Registry.<clinit>(Registry.java:14)");
    }

    /** As JDK 17 and 25 have it, the first time and ever after. */
    @Test
    void aClassWhoseSetUpFailedOnceIsOneCauseForAllThatNeedIt() {
        String place = "IllegalStateException at Registry.<clinit>(Registry.java:14)";
        assertThat(of(
                        "java.lang.ExceptionInInitializerError",
                        "java.lang.ExceptionInInitializerError",
                        "\tat shop.CartTest.adds(CartTest.java:9)",
                        "Caused by: java.lang.IllegalStateException: full",
                        "\tat shop.Registry.<clinit>(Registry.java:14)",
                        "\t... 12 more"))
                .contains(place);
        for (String message : List.of(": full: of it", "")) {
            assertThat(of(
                            "java.lang.NoClassDefFoundError",
                            "java.lang.NoClassDefFoundError: Could not initialize class shop.Registry",
                            "\tat shop.StockTest.counts(StockTest.java:7)",
                            "Caused by: java.lang.ExceptionInInitializerError: Exception java.lang.IllegalStateException"
                                    + message + " [in thread \"main\"]",
                            "\tat shop.Registry.<clinit>(Registry.java:14)",
                            "\tat shop.CartTest.adds(CartTest.java:9)"))
                    .contains(place);
        }
    }

    @Test
    void aCauseThatIsAllForeignLeavesTheOneBefore() {
        assertThat(of(
                        "shop.CartException",
                        "shop.CartException",
                        "\tat shop.Cart.open(Cart.java:7)",
                        "Caused by: java.io.IOException",
                        "\tat java.base/java.nio.file.Files.read(Files.java:1)",
                        "\t... 3 more"))
                .contains("CartException at Cart.open(Cart.java:7)");
    }

    @Test
    void withoutALineOfTheProjectThereIsNone() {
        assertThat(of(
                        "java.io.IOException",
                        "java.io.IOException",
                        "\tat java.base/java.nio.file.Files.read(Files.java:1)"))
                .isEmpty();
        assertThat(of("java.io.IOException")).isEmpty();
    }
}
