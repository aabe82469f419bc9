package io.github.surefoot.analysis.exception;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import org.junit.jupiter.api.Test;

class FailureFingerprintTest {
    private static final String TYPE = "org.opentest4j.AssertionFailedError";

    private static String of(String type, String message, String... frames) {
        StringBuilder stack = new StringBuilder(type + ": " + message + "\n");
        for (String frame : frames) {
            stack.append("\tat ").append(frame).append('\n');
        }
        return FailureFingerprint.of(new Failure(type, message, stack.toString()));
    }

    @Test
    void whatDiffersFromRunToRunHasNoPartInIt() {
        String one = of(
                TYPE,
                "expected: <1> but was: <2> for cart 7f31 after 1000 ms",
                "org.junit.jupiter.api.Assertions.fail(Assertions.java:1)",
                "app//shop.CartTest.expires(CartTest.java:47)",
                "shop.Other.run(Other.java:1)");
        String other = of(
                TYPE,
                "expected: <3> but was: <4> for cart 02bd after 1004 ms",
                "org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:9)",
                "shop.CartTest.expires(CartTest.java:48)");

        assertThat(one).isEqualTo(other).matches("[0-9a-f]{12}");
    }

    @Test
    void typeWordsAndPlaceHave() {
        String known = of(TYPE, "the cart is empty", "shop.CartTest.expires(CartTest.java:47)");

        assertThat(of("java.io.IOException", "the cart is empty", "shop.CartTest.expires(CartTest.java:47)"))
                .isNotEqualTo(known);
        assertThat(of(TYPE, "the cart is full", "shop.CartTest.expires(CartTest.java:47)"))
                .isNotEqualTo(known);
        assertThat(of(TYPE, "the cart is empty", "shop.CartTest.adds(CartTest.java:47)"))
                .isNotEqualTo(known);
        assertThat(of(TYPE, "the cart is empty")).isNotEqualTo(known);
    }

    @Test
    void onlyWhatWasThrownHasOne() {
        Failure failure = new Failure(TYPE, "", "");
        assertThat(FailureFingerprint.of(new Outcome.Failed(failure)))
                .isEqualTo(FailureFingerprint.of(new Outcome.Errored(failure)))
                .isPresent();
        assertThat(FailureFingerprint.of(new Outcome.Crashed("gone"))).isEmpty();
        assertThat(FailureFingerprint.of(new Outcome.Hung(""))).isEmpty();
        assertThat(FailureFingerprint.of(new Outcome.Passed())).isEmpty();
    }
}
