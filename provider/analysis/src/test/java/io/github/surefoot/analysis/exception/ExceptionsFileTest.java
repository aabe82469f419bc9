package io.github.surefoot.analysis.exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.surefoot.core.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionsFileTest {
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);
    private static final String WHOLE = """
            # known to be flaky
            exceptions:
              - test: shop.CartTest#expires
                owner: team-cart
                reason: https://issues.example.com/SHOP-42
                until: 2027-01-31
                allowed: 20 %
                failures: [0123456789ab, "111111111111"]
              - test: "*IT"
                reason: the mail server is slow
                until: "2027-03-31"
                allowed: 2.5
            """;

    @TempDir
    Path dir;

    @Test
    void aFileIsReadAsItIsWritten() {
        List<AllowedFailure> all = ExceptionsFile.parse(WHOLE, ExceptionsFile.NAME, LAST);

        assertThat(all).hasSize(2);
        assertThat(all.get(0).test()).hasToString("shop.CartTest#expires");
        assertThat(all.get(0).owner()).contains("team-cart");
        assertThat(all.get(0).reason()).isEqualTo("https://issues.example.com/SHOP-42");
        assertThat(all.get(0).until()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(all.get(0).allowed()).isEqualByComparingTo("20");
        assertThat(all.get(0).failures()).containsExactly("0123456789ab", "111111111111");
        assertThat(all.get(0).line()).isEqualTo(3);
        assertThat(all.get(1).owner()).isEmpty();
        assertThat(all.get(1).failures()).isEmpty();
        assertThat(all.get(1).allowed()).isEqualByComparingTo("2.5");
    }

    @Test
    void noFileAndAnEmptyOneHaveNoExceptions() throws IOException {
        assertThat(ExceptionsFile.read(dir.resolve("none.yaml"), LAST)).isEmpty();
        assertThat(ExceptionsFile.parse("", "x.yaml", LAST)).isEmpty();
        assertThat(ExceptionsFile.parse("# only a comment\nexceptions:\n", "x.yaml", LAST))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            until: 2027-01-31  | until: 2027-13-31    | line 6: '2027-13-31' is no date. Write e.g. until: 2027-03-31.
            until: 2027-01-31  | until: 2027-04-01    | line 6: until 2027-04-01 is too long: an exception ends by 2027-03-31
            until: 2027-01-31  | untill: 2027-01-31   | line 6: 'untill' is unknown: an exception has test, owner, reason, until
            owner: team-cart   | until: 2027-01-30    | line 6: 'until' is there twice.
            allowed: 20 %      | allowed: 0           | line 7: '0' is no share of executions that may fail.
            allowed: 20 %      | allowed: 101 %       | line 7: '101 %' is no share of executions that may fail.
            allowed: 20 %      | allowed: often       | line 7: 'often' is no share of executions that may fail.
            0123456789ab       | 0123                 | line 8: '0123' is no fingerprint of a failure.
            shop.CartTest#expires | shop.CartTest#a b | line 3: 'shop.CartTest#a b' is no class, nor a method of one.
            shop.CartTest#expires | [a, b]            | line 3: a text was expected here
            reason: https      | because: https       | line 5: 'because' is unknown
            exceptions:        | exception:           | line 2: 'exception' is unknown: the file has exceptions
            owner: team-cart   | owner: "team         | line
            until: 2027-01-31  | \tuntil: 2027        | line
            """)
    void whatIsWrongIsOneErrorWithItsLine(String from, String to, String problem) {
        String broken = WHOLE.replace(from, to.replace("\\t", "\t"));
        assertThat(broken).isNotEqualTo(WHOLE);

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> ExceptionsFile.parse(broken, ExceptionsFile.NAME, LAST))
                .withMessageStartingWith("surefoot-exceptions.yaml, " + problem)
                .withMessageEndingWith(".");
    }

    @Test
    void whatAnExceptionNeedsIsNamed() {
        for (String key : List.of("test", "reason", "until", "allowed")) {
            String without = WHOLE.replaceFirst("(?m)^( {2}- )?( *)" + key + ":.*\\n", "$1$2x: 1\n")
                    .replaceFirst("(?m)^ *x: 1\\n", "")
                    .replaceFirst("x: 1", "owner: nobody");
            assertThatExceptionOfType(SettingException.class)
                    .as(without)
                    .isThrownBy(() -> ExceptionsFile.parse(without, "x.yaml", LAST))
                    .withMessageContaining("x.yaml, line ")
                    .withMessageMatching(".*(needs '" + key + "'|there twice).*");
        }
    }

    @Test
    void whatIsNoTextAndWhatIsNoMappingIsRefused() throws IOException {
        Path binary = Files.write(dir.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> ExceptionsFile.read(binary, LAST))
                .withMessage("binary.yaml is no UTF-8 text.");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> ExceptionsFile.parse("- a\n- b\n", "x.yaml", LAST))
                .withMessage("x.yaml, line 1: the file must have exceptions, each with a colon.");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> ExceptionsFile.parse("exceptions: 7\n", "x.yaml", LAST))
                .withMessageContaining("line 1: 'exceptions' must be a list");
    }

    private static final ExceptionEntry ENTRY = new ExceptionEntry(
            "shop.PriceTest#rounds",
            "",
            "it says \"no\": see # 7",
            LocalDate.of(2027, 2, 1),
            35,
            List.of("222222222222"));

    /** As people have it: with other indents, without a last line end, by an editor on Windows, with nothing in it. */
    private static List<String> files() {
        return List.of(
                "",
                "\n \n",
                "# nothing yet\n",
                "# nothing yet",
                "exceptions:",
                "exceptions: # none\n",
                "exceptions: []\n",
                "# \uD83D\uDC1F\nexceptions: [ ] # none\n# the end\n",
                WHOLE,
                WHOLE + "\n# the end\n",
                WHOLE.stripTrailing(),
                WHOLE.replace("\n  ", "\n"),
                WHOLE.replace("\n  ", "\n        "),
                WHOLE.replace("\n", "\r\n"),
                "\uFEFF" + WHOLE.replace("\n", "\r\n").stripTrailing(),
                "---\n" + WHOLE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void anEntryThatAProgramWritesIsReadAgain(String before) {
        int known = ExceptionsFile.parse(before, "x.yaml", LAST).size();

        String after = ExceptionsFile.appended(before, "x.yaml", ENTRY);

        List<AllowedFailure> all = ExceptionsFile.parse(after, "x.yaml", LAST);
        assertThat(all).as(after).hasSize(known + 1);
        AllowedFailure last = all.get(known);
        assertThat(last.test()).hasToString("shop.PriceTest#rounds");
        assertThat(last.reason()).isEqualTo("it says \"no\": see # 7");
        assertThat(last.allowed()).isEqualByComparingTo("35");
        assertThat(last.failures()).containsExactly("222222222222");
        assertThat(after.lines().filter(line -> !line.contains("PriceTest")).toList())
                .as("what was there stays")
                .containsAll(WHOLE.equals(before) ? before.lines().toList() : List.of());
        assertThat(after.replace("\r\n", "").contains("\n"))
                .as("all line ends are alike")
                .isEqualTo(!before.contains("\r\n"));
    }

    @Test
    void noneIsWrittenIntoBracketsAndNoneIntoWhatIsWrong() {
        String inBrackets = "exceptions: [{test: ATest, reason: r, until: 2027-01-31, allowed: 5}]\n";
        assertThat(ExceptionsFile.parse(inBrackets, "x.yaml", LAST)).hasSize(1);

        for (String before : List.of(inBrackets, "exceptions: 7\n", "exceptions:\n\t- a\n")) {
            assertThatExceptionOfType(SettingException.class)
                    .isThrownBy(() -> ExceptionsFile.appended(before, "x.yaml", ENTRY))
                    .withMessageStartingWith("x.yaml, line ");
        }
    }

    @Test
    void whatIsToBeChangedInAnEntryIsALine() {
        assertThat(ENTRY.terms()).isEqualTo("until: 2027-02-01, allowed: 35 %, failures: [\"222222222222\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "*.*", "*#*", "*.*#**", "."})
    void whatIsOfAllTestsIsNoException(String all) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() ->
                        ExceptionsFile.parse(WHOLE.replace("shop.CartTest#expires", '"' + all + '"'), "x.yaml", LAST))
                .withMessageStartingWith("x.yaml, line 3: '" + all + "' is no class")
                .withMessageEndingWith("but not for all tests there are.");
    }

    @Test
    void twoForTheSameAreRefused() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() ->
                        ExceptionsFile.parse(WHOLE.replace("\"*IT\"", "\"shop.CartTest#expires\""), "x.yaml", LAST))
                .withMessage("x.yaml, line 9: 'shop.CartTest#expires' has an exception in line 3 already. Keep one.");
    }

    @Test
    void whatAnEditorOnWindowsWritesIsReadAlike() throws IOException {
        Path file = Files.writeString(dir.resolve("windows.yaml"), "\uFEFF" + WHOLE.replace("\n", "\r\n"));

        assertThat(ExceptionsFile.read(file, LAST))
                .extracting(AllowedFailure::line, AllowedFailure::reason)
                .containsExactly(tuple(3, "https://issues.example.com/SHOP-42"), tuple(9, "the mail server is slow"));
    }
}
