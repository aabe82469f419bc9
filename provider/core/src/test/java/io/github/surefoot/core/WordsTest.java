package io.github.surefoot.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Failure FAILURE = new Failure("java.lang.AssertionError", "expected 1\nbut was 2", "");

    @Test
    void outcomesThatCountAgainstTheTest() {
        assertThat(List.of(
                        new Outcome.Failed(FAILURE),
                        new Outcome.Errored(FAILURE),
                        new Outcome.Crashed(""),
                        new Outcome.Hung("")))
                .allMatch(Outcome::countsAgainstTheTest)
                .allMatch(Outcome::counts);
    }

    @Test
    void outcomesThatDoNotCount() {
        assertThat(List.of(new Outcome.Skipped(""), new Outcome.Aborted(""), new Outcome.NotRun("")))
                .noneMatch(Outcome::countsAgainstTheTest)
                .noneMatch(Outcome::counts);
    }

    @Test
    void aPassCountsForTheTest() {
        assertThat(new Outcome.Passed().counts()).isTrue();
        assertThat(new Outcome.Passed().countsAgainstTheTest()).isFalse();
    }

    @Test
    void aHeadlineIsOneLine() {
        assertThat(FAILURE.headline()).isEqualTo("AssertionError: expected 1 but was 2");
        assertThat(FAILURE.reason()).isEqualTo("expected 1 but was 2");
        assertThat(new Failure("Oops", "", "").headline()).isEqualTo("Oops");
    }

    @Test
    void aTestIsNamedShortlyAndFully() {
        TestId test = new TestId("shop.CartTest", "expires");
        assertThat(test.shortName()).isEqualTo("CartTest.expires");
        assertThat(test).hasToString("shop.CartTest.expires");
        assertThat(new TestId("shop.CartTest", "").shortName()).isEqualTo("CartTest");
        assertThat(new TestId("shop.CartTest", "")).hasToString("shop.CartTest");
        assertThat(test).isLessThan(new TestId("shop.CartTest", "grows"));
    }
}
