package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortTextTest {
    @Test
    void aTextWithoutStackTracesIsLeftAsItIs() {
        String text = "first\n\n  second: " + "x".repeat(700);
        assertThat(ShortText.of(text)).isEqualTo(text);
    }

    @Test
    void whatComesBeforeTheFirstFrameIsOneLine() {
        assertThat(ShortText.of("It failed.\n\n  Twice.\n\tat it.CartTest.adds(CartTest.java:3)\nand on"))
                .isEqualTo("It failed. Twice.");
        assertThat(ShortText.of("It failed.\nCaused by: java.io.IOException")).isEqualTo("It failed.");
        assertThat(ShortText.of("It failed.\n\t... 12 more")).isEqualTo("It failed.");
    }

    @Test
    void whatLeadsOverToThreadsIsLeftOut() {
        assertThat(ShortText.of("A hook hangs. The threads at that moment:\n\"main\" RUNNABLE\n\tat x.Y.z(Y.java:1)"))
                .isEqualTo("A hook hangs.");
    }

    @Test
    void aLongOneEndsWhereNobodyReadsOn() {
        String frame = "\n\tat it.CartTest.adds(CartTest.java:3)";
        assertThat(ShortText.of("x".repeat(600) + frame)).isEqualTo("x".repeat(600));
        assertThat(ShortText.of("x".repeat(601) + frame)).isEqualTo("x".repeat(600) + "…");
    }
}
