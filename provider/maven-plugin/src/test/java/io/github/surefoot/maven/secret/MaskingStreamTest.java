package io.github.surefoot.maven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskingStreamTest {
    private static final String CANARY = "canary-0123456789";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final MaskingStream stream = new MaskingStream(
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            List.of(Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, CANARY)))),
            StandardCharsets.UTF_8);

    @Test
    void aLineIsShownWhenItEnds() throws IOException {
        for (byte b : ("one " + CANARY).getBytes(StandardCharsets.UTF_8)) {
            stream.write(b);
        }
        assertThat(shown.size()).isZero();
        stream.write('\n');
        assertThat(shown).hasToString("one ***API_KEY***\n");
    }

    @Test
    void whatIsNotTextGoesOnByteByByte() throws IOException {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, 'x', '\n'};
        stream.write(bytes);
        assertThat(shown.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aLineThatIsShownInPartsIsMaskedWhereTheyMeet() throws IOException {
        String before = "x".repeat(MaskingStream.LONGEST_LINE - CANARY.length() / 2);
        String after = "y".repeat(MaskingStream.LONGEST_LINE);
        stream.write((before + CANARY.substring(0, CANARY.length() / 2)).getBytes(StandardCharsets.UTF_8));
        assertThat(shown.size()).isPositive();
        stream.write((CANARY.substring(CANARY.length() / 2) + after).getBytes(StandardCharsets.UTF_8));
        stream.flush();
        assertThat(shown.toString(StandardCharsets.UTF_8).equals(before + "***API_KEY***" + after))
                .isTrue();
    }
}
