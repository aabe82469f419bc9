package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StorableTextTest {
    @Example
    void ordinaryTextIsKeptAsItIs() {
        assertThat(List.of("adds(int, int)[2]", "C:\\users\\u1", "\ud83d\ude00", "\ufffe\n", "\\u00e9"))
                .allSatisfy(text -> assertThat(StorableText.of(text)).isEqualTo(text));
    }

    @Example
    void whatNoDatabaseKeepsIsSpelled() {
        assertThat(StorableText.of("a\0b")).isEqualTo("a\\u0000b");
        assertThat(StorableText.of("\ud800")).isEqualTo("\\ud800");
        assertThat(StorableText.of("\udfff\ud83d")).isEqualTo("\\udfff\\ud83d");
        assertThat(StorableText.of("\ud83d\ud83d\ude00\ude00")).isEqualTo("\\ud83d\ud83d\ude00\\ude00");
        assertThat(StorableText.of("\\ud800 \\u005c")).isEqualTo("\\u005cud800 \\u005cu005c");
    }

    @Property(tries = 3_000, seed = "2026")
    void everyTextSurvivesAndHasAFormInUtf8(@ForAll("texts") String text) {
        String stored = StorableText.of(text);
        assertThat(stored).doesNotContain("\0");
        assertThat(new String(stored.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(stored);
        assertThat(StorableText.read(stored)).isEqualTo(text);
    }

    /** Pieces that are troublesome alone or beside each other. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "\\",
                        "u",
                        "0",
                        "00",
                        "5c",
                        "005c",
                        "d8",
                        "\0",
                        "\ud800",
                        "\udfff",
                        "\ud83d\ude00",
                        "x",
                        "\\ud800")
                .list()
                .ofMaxSize(12)
                .map(pieces -> pieces.stream().collect(Collectors.joining()));
    }
}
