package io.github.surefoot.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MessageLineTest {
    @Test
    void assertJ() {
        assertThat(of(() -> assertThat(1).isEqualTo(2))).isEqualTo("expected: 2 but was: 1");
        assertThat(of(() -> assertThat(1).as("check total").isEqualTo(2)))
                .isEqualTo("[check total] expected: 2 but was: 1");
        assertThat(of(() -> assertThat(List.of(1, 2)).contains(3)))
                .startsWith("Expecting")
                .contains("[1, 2] to contain: [3] but could not find");
        assertThat(MessageLine.of("[check total] \nExpecting actual:\n  1\nto be equal to:\n 2"))
                .isEqualTo("[check total] Expecting actual: 1 to be equal to: 2");
    }

    @Test
    void assertJWithAThrowableInItsMessage() {
        assertThat(of(() -> assertThat(new IllegalStateException("no cart")).isInstanceOf(AssertionError.class)))
                .startsWith("Expecting actual throwable to be an instance of: java.lang.AssertionError")
                .contains("no cart")
                .doesNotContain("at io.github");
    }

    @Test
    void softAssertions() {
        assertThat(of(() -> {
                    SoftAssertions softly = new SoftAssertions();
                    softly.assertThat(1).as("size").isEqualTo(2);
                    softly.assertThat(3).isEqualTo(4);
                    softly.assertAll();
                }))
                .contains("[size] expected: 2 but was: 1")
                .doesNotContain("at ");
    }

    @Test
    void jUnit() {
        assertThat(of(() -> Assertions.assertEquals(2, 1, "total"))).isEqualTo("total ==> expected: <2> but was: <1>");
        assertThat(of(() -> Assertions.assertEquals("a\n\nb", "c\n\nd", "lines")))
                .isEqualTo("lines ==> expected: <a b> but was: <c");
        assertThat(of(() -> Assertions.assertAll(
                        () -> Assertions.assertEquals(2, 1), () -> Assertions.assertEquals("a", "b"))))
                .startsWith("Multiple Failures (2 failures)")
                .contains("expected: <2> but was: <1>", "expected: <a> but was: <b>");
    }

    @Test
    void bothSidesOfALongComparison() {
        assertThat(of(() -> Assertions.assertEquals("a".repeat(5_000), "b".repeat(5_000))))
                .hasSizeLessThanOrEqualTo(MessageLine.LONGEST)
                .startsWith("expected: <aaa")
                .contains("… but was: <bbb");
        assertThat(of(() -> assertThat(List.of("a".repeat(5_000))).contains("b")))
                .hasSizeLessThanOrEqualTo(MessageLine.LONGEST)
                .contains("… to contain: [\"b\"]");
    }

    @Test
    void hamcrest() {
        assertThat(MessageLine.of("\nExpected: is <2>\n     but: was <1>")).isEqualTo("Expected: is <2> but: was <1>");
        assertThat(MessageLine.of("the total\nExpected: is <2>\n     but: was <1>"))
                .isEqualTo("the total Expected: is <2> but: was <1>");
    }

    @Test
    void spring() {
        assertThat(MessageLine.of(
                        "Status expected:<200 OK> but was:<404 NOT_FOUND>\n\n> GET /carts/7\n> Accept: [*/*]\n"))
                .isEqualTo("Status expected:<200 OK> but was:<404 NOT_FOUND>");
        assertThat(MessageLine.of(
                        "\nExpecting:\n <Unstarted application context startupFailure=IllegalStateException>\nto have a"
                                + " single bean of type:\n <shop.Cart>\nbut context failed to start:\n"
                                + " java.lang.IllegalStateException: no cart\n \tat shop.Cart.open(Cart.java:7)\n \tat"
                                + " shop.Cart.<init>(Cart.java:3)\n"))
                .isEqualTo("Expecting: <Unstarted application context startupFailure=IllegalStateException> to have a"
                        + " single bean of type: <shop.Cart> but context failed to start:"
                        + " java.lang.IllegalStateException: no cart");
    }

    @Test
    void mockito() {
        assertThat(MessageLine.of(
                        "\nWanted but not invoked:\ncart.add(7);\n-> at shop.CartTest.adds(CartTest.java:12)\nActually,"
                                + " there were zero interactions with this mock.\n"))
                .isEqualTo(
                        "Wanted but not invoked: cart.add(7); Actually, there were zero interactions with this mock.");
    }

    @Test
    void aDescriptionOrAColonAnnouncesWhatFollows() {
        assertThat(MessageLine.of("[total]\n\n====\nExpecting:\n\n  []\n\nand more"))
                .isEqualTo("[total] Expecting: []");
        assertThat(MessageLine.of("\n[\n===\nno cart\n\nSee the manual.")).isEqualTo("no cart");
    }

    @Test
    void whatSaysNothing() {
        assertThat(List.of("", " \n\t\n", "[\n", "\tat shop.Cart.open(Cart.java:7)\n\tat shop.Cart.of(Cart.java:9)"))
                .allSatisfy(message -> assertThat(MessageLine.of(message)).isEmpty());
    }

    @Test
    void noControlCharactersAndNoStacks() {
        assertThat(MessageLine.of("locked\u001b[2J by\r\n\"main\" #1 prio=5 os_prio=0 tid=0x1\n\tat a.B.c(B.java:1)"))
                .isEqualTo("locked [2J by");
        assertThat(MessageLine.of("a timeout:\n  at position 7\n")).isEqualTo("a timeout: at position 7");
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        String line = MessageLine.of("\ud83d\ude00".repeat(500));
        assertThat(line).hasSize(MessageLine.LONGEST - 1).endsWith("\ude00…");
        assertThat(MessageLine.of("y".repeat(MessageLine.LONGEST)))
                .hasSize(MessageLine.LONGEST)
                .doesNotContain("…");
        assertThat(MessageLine.of("y".repeat(MessageLine.LONGEST + 1)))
                .hasSize(MessageLine.LONGEST)
                .endsWith("y…");
    }

    private static String of(ThrowingCallable assertion) {
        Throwable thrown = Objects.requireNonNull(catchThrowable(assertion));
        return MessageLine.of(Objects.requireNonNull(thrown.getMessage()));
    }
}
