package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What looks for secrets can find them. */
class CanaryValuesTest {
    private final CanaryValues values = new CanaryValues();

    @Test
    void everyFormIsFoundWhereverItStandsAndHoweverItIsEncoded() {
        assertThat(values.forms()).hasSizeGreaterThan(50);
        for (String form : values.forms()) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                for (String text : List.of(form, "x" + form, form + "x", "xx" + form.charAt(0) + form + "\n")) {
                    assertThat(values.shownIn(text.getBytes(charset)))
                            .as("%s in %s", text, charset)
                            .isTrue();
                }
            }
            assertThat(values.shownIn("x" + form + "x")).isTrue();
        }
    }

    @Test
    void whatIsCutOrOfAnotherRunIsNone() {
        for (String form : values.forms()) {
            assertThat(values.shownIn(form.substring(1).getBytes(StandardCharsets.UTF_8)))
                    .as("in a file as in a text: %s", form)
                    .isEqualTo(values.shownIn(form.substring(1)));
        }
        CanaryValues others = new CanaryValues();
        assertThat(values.shownIn(others.environment().getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(values.shownIn(new byte[0])).isFalse();
        assertThat(values.shownIn(new byte[] {'e'})).isFalse();
        assertThat(values.shownIn("env/+canary".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
