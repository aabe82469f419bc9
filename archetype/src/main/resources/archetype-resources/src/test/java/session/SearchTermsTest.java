package ${package}.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class SearchTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cache | \"cache\"",
                "`  two   words ` | \"two\" \"words\"",
                "NOT text:x* | \"NOT\" \"text:x*\"",
                "say \"hi\" | \"say\" \"\"\"hi\"\"\""
            })
    void quotesEveryWord(String typed, String query) {
        assertThat(SearchTerms.quote(typed)).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "* \" ()"})
    void isEmptyWithoutAWord(String typed) {
        assertThat(SearchTerms.quote(typed)).isEmpty();
    }
}
