package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalLinesTest {
    private final List<String> lines = new ArrayList<>();

    private int read(String text, int longest) throws IOException {
        return new JournalFormat.Lines(
                        longest, (bytes, length) -> lines.add(new String(bytes, 0, length, StandardCharsets.US_ASCII)))
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Of all lengths up to some blocks' worth, so that ends of blocks fall into, before and behind ends of lines. */
    @Test
    void linesAreTheSameWhereverABlockEnds() throws IOException {
        List<String> written = IntStream.range(0, 700)
                .mapToObj(length -> Character.toString('a' + length % 26).repeat(length))
                .toList();

        int left = read(String.join("\n", written) + "\ntorn", Integer.MAX_VALUE);

        assertThat(lines).isEqualTo(written);
        assertThat(left).isEqualTo(4);
    }

    @Test
    void aLineMayBeLongerThanABlock() throws IOException {
        String line = "x".repeat(200_000);

        assertThat(read(line + "\n\n", Integer.MAX_VALUE)).isZero();
        assertThat(lines).containsExactly(line, "");
    }

    @Test
    void aLineBeyondTheLongestIsRefused() throws IOException {
        assertThat(read("x".repeat(1_000) + "\n", 1_000)).isZero();
        assertThatExceptionOfType(JournalFormat.Lines.TooLongException.class)
                .isThrownBy(() -> read("x".repeat(1_001), 1_000))
                .withMessage("A line is longer than 1000 bytes");
    }
}
