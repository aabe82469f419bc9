package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single lines: what is written, to the byte, and what is refused. */
class JournalFormatTest {
    @Test
    void writesValuesOnOneLine() {
        Map<String, String> written = Map.of(
                " plain text ", " plain text ",
                "a=b", "a=b",
                "back\\slash\\", "back\\\\slash\\\\",
                "tab\tbed", "tab\\tbed",
                "line\nfeed", "line\\nfeed",
                "carriage\rreturn", "carriage\\rreturn",
                "\u0000x\u001f", "\\u0000x\\u001f",
                "\u007fé 日本\uD83D\uDE00", "\u007fé 日本\uD83D\uDE00");

        written.forEach((value, expected) -> {
            assertThat(line(Map.of("k", value))).isEqualTo("7\ttype\tk=" + expected);
            assertThat(decode("7\ttype\tk=" + expected).fields().text("k")).isEqualTo(value);
        });
    }

    @Test
    void writesLoneSurrogatesAsEscapes() {
        Map<String, String> written = Map.of(
                "\uD83D", "\\ud83d",
                "\uDE00", "\\ude00",
                "\uD83Dx", "\\ud83dx",
                "x\uDE00", "x\\ude00",
                "\uDE00\uD83D", "\\ude00\\ud83d",
                "\uD83D\uD83D\uDE00", "\\ud83d\uD83D\uDE00",
                "\uD83D\uDE00\uDE00", "\uD83D\uDE00\\ude00");

        written.forEach((value, expected) -> {
            assertThat(line(Map.of("k", value))).isEqualTo("7\ttype\tk=" + expected);
            assertThat(decode("7\ttype\tk=" + expected).fields().text("k")).isEqualTo(value);
        });
    }

    @Test
    void writesKeysSoThatTheyEndAtTheFirstEqualsSign() {
        assertThat(line(Map.of("a=b\t", "c"))).isEqualTo("7\ttype\ta\\u003db\\t=c");
        assertThat(decode("7\ttype\ta\\u003db\\t=c=d").fields().asMap()).containsExactly(Map.entry("a=b\t", "c=d"));
        assertThat(decode("7\ttype\t=c").fields().asMap()).containsExactly(Map.entry("", "c"));
    }

    @Test
    void sealsALineWithItsChecksum() {
        byte[] bytes = JournalFormat.encode(1, "surefoot-journal", new Fields().put("format", "1"));

        // CRC-32C as other implementations compute it.
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("1\tsurefoot-journal\tformat=1\t#" + checksum("1\tsurefoot-journal\tformat=1") + "\n");
        assertThat(checksum("123456789")).isEqualTo("e3069283");
    }

    @Test
    void takesALineApart() {
        JournalFormat.Line line = decode("42\ttest\tx=1\tempty=\tname=adds");

        assertThat(line.number()).isEqualTo(42);
        assertThat(line.type()).isEqualTo("test");
        assertThat(line.fields().asMap())
                .containsExactly(Map.entry("x", "1"), Map.entry("empty", ""), Map.entry("name", "adds"));
        assertThat(decode("42\tend").fields().asMap()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5,it has no type",
        "five\ttest,it has no number",
        "'\ttest',it has no number",
        "5\ttest\tname,it has a field without a value",
        "'5\ttest\t',it has a field without a value",
        "5\ttest\tname\tx=1,it has a field without a value",
        "5\ttest\tx=1\tx=2,it has two fields of one name",
        "5\ttest\tx=\\,it ends in a backslash",
        "5\ttest\tx=\\x,it has an unknown escape",
        "5\ttest\tx=\\u12g4,it has an unknown escape",
        "5\ttest\tx=\\u12G4,it has an unknown escape",
        "5\ttest\tx=\\u123,it has an unknown escape",
        "5\ttest\tx=\\u,it has an unknown escape",
    })
    void refusesWholeLinesThatSayNothing(String content, String why) {
        assertThatThrownBy(() -> decode(content))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "5\ttest", "5\ttest\tx=1", "\t#00000000", "5\ttest #00000000", "5\ttest\t 00000000"})
    void refusesLinesWithoutAChecksum(String line) {
        assertThatThrownBy(() -> decodeUnsealed(line)).hasMessage("it has no checksum");
    }

    @Test
    void refusesOtherChecksums() {
        String sealed = sealed("5\ttest");
        assertThatThrownBy(() -> decodeUnsealed(sealed.replace("5\t", "6\t"))).hasMessage("its checksum is wrong");
        assertThatThrownBy(() -> decodeUnsealed("5\ttest\t#0000000g")).hasMessage("its checksum is no number");
        assertThatThrownBy(() -> decodeUnsealed("5\ttest\t#g0000000")).hasMessage("its checksum is no number");
        assertThatThrownBy(() -> decodeUnsealed("5\ttest\t#ABCDEF00")).hasMessage("its checksum is no number");
    }

    @Test
    void theShortestSealedLineStillLacksAType() {
        assertThat(sealed("5")).hasSize(11);
        assertThatThrownBy(() -> decodeUnsealed(sealed("5"))).hasMessage("it has no type");
    }

    private static String line(Map<String, String> fields) {
        String line = new String(JournalFormat.encode(7, "type", Fields.of(fields)), StandardCharsets.UTF_8);
        return line.substring(0, line.lastIndexOf('\t'));
    }

    private static JournalFormat.Line decode(String content) {
        return decodeUnsealed(sealed(content));
    }

    private static JournalFormat.Line decodeUnsealed(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return JournalFormat.decode(bytes, bytes.length);
    }

    private static String sealed(String content) {
        return content + "\t#" + checksum(content);
    }

    private static String checksum(String content) {
        CRC32C crc = new CRC32C();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
