package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2147483647,2147483647"})
    void countsFromNothing(String text, int count) {
        assertThat(Fields.of(Map.of("n", text)).count("n")).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"-1", "2147483648", "-9223372036854775808", "9223372036854775807"})
    void refusesCountsOutOfRange(String text) {
        assertThatThrownBy(() -> Fields.of(Map.of("n", text)).count("n"))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("'n' is out of range");
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "1.0", "9223372036854775808"})
    void refusesWhatIsNoNumber(String text) {
        Fields fields = Fields.of(Map.of("n", text));
        assertThatThrownBy(() -> fields.number("n")).hasMessage("'n' is no number");
        assertThatThrownBy(() -> fields.optionalNumber("n")).hasMessage("'n' is no number");
    }

    @Test
    void tellsWhatIsLeftOutFromWhatIsRequired() {
        Fields none = new Fields();

        assertThat(none.text("k")).isEmpty();
        assertThat(none.flag("k")).isFalse();
        assertThat(none.optionalNumber("k")).isEmpty();
        assertThat(none.all("k")).isEmpty();
        assertThat(none.each("k")).isEmpty();
        assertThatThrownBy(() -> none.required("k")).hasMessage("it has no 'k'");
        assertThatThrownBy(() -> none.number("k")).hasMessage("it has no 'k'");
    }

    @Test
    void onlyYesIsYes() {
        assertThat(new Fields().putIf("k", true).flag("k")).isTrue();
        assertThat(new Fields().putIf("k", false).asMap()).isEmpty();
        assertThat(Fields.of(Map.of("k", "no")).flag("k")).isFalse();
    }

    @Test
    void numbersTheValuesOfAList() {
        assertThat(new Fields().putEach("tag", List.of("a", "", "a")).asMap())
                .containsExactly(Map.entry("tag0", "a"), Map.entry("tag1", ""), Map.entry("tag2", "a"));
        assertThat(Fields.of(Map.of("tag0", "a", "tag1", "b", "tag3", "d")).each("tag"))
                .containsExactly("a", "b");
    }
}
