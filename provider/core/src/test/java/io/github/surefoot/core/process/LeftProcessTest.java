package io.github.surefoot.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeftProcessTest {
    private static final ProcessHandle THIS = ProcessHandle.current();

    @Test
    void namesTheProcessTheProgramAndTheClass() {
        LeftProcess left = LeftProcess.of(THIS, List.of("it.CartTest"));
        assertThat(left.what())
                .isEqualTo(
                        "process " + THIS.pid() + " (" + THIS.info().command().orElseThrow() + ")");
        assertThat(left.line())
                .startsWith("it.CartTest has left a process behind: process " + THIS.pid())
                .contains("the build waits for its end");
    }

    @Test
    void ofSeveralClassesAllAreNamedAndNoneIsBlamed() {
        LeftProcess left = LeftProcess.of(THIS, List.of("it.CartTest", "it.PriceTest"));
        assertThat(left.className()).isEmpty();
        assertThat(left.line())
                .startsWith("tests have left a process behind: ")
                .contains("left by one of it.CartTest, it.PriceTest");
    }

    @Test
    void isFoundAgainAmongWhatElseWasLeft() {
        LeftProcess left = LeftProcess.of(THIS, List.of("it.CartTest"));
        assertThat(LeftProcess.of(left.what(), "it.CartTest")).contains(left);
        assertThat(LeftProcess.of("connection to worker database", "it.CartTest"))
                .isEmpty();
    }
}
