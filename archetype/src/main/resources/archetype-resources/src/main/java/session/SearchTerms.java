package ${package}.session;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Turns what a person typed into a full-text query that means these words and nothing else. */
final class SearchTerms {

    private SearchTerms() {}

    /**
     * Quotes every word, so that none of them is an operator of SQLite's FTS5 ({@code NOT}, {@code *}, {@code text:}).
     *
     * @return the query: all words must occur; empty if there is no word
     */
    static String quote(String typed) {
        return Arrays.stream(typed.strip().split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(word -> '"' + word.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(" "));
    }
}
