package io.github.surefoot.surefire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for the messages of {@code surefoot.forbidden} in what tests print and throw. An entry is a text, case ignored,
 * or a regular expression between slashes; entries are separated by commas or line breaks.
 */
final class ForbiddenMessages {
    private record Entry(String text, Pattern pattern) {}

    private final List<Entry> entries;

    private ForbiddenMessages(List<Entry> entries) {
        this.entries = entries;
    }

    static ForbiddenMessages parse(Optional<String> setting) {
        return new ForbiddenMessages(setting.stream()
                .flatMap(value -> Stream.of(value.split("[,\n]", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Entry(text, compile(text)))
                .toList());
    }

    private static Pattern compile(String text) {
        boolean expression = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        return expression
                ? Pattern.compile(text.substring(1, text.length() - 1))
                : Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
    }

    /** Hands on every pattern that occurs in a text, once. */
    void findIn(String text, Consumer<String> found) {
        List<String> hits = new ArrayList<>(0);
        for (Entry entry : entries) {
            if (entry.pattern().matcher(text).find()) {
                hits.add(entry.text());
            }
        }
        hits.forEach(found);
    }
}
