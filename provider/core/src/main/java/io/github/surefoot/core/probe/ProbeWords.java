package io.github.surefoot.core.probe;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Any texts as one line of ASCII, with a space between two. */
final class ProbeWords {
    /** An empty text would be no word. */
    private static final String EMPTY = "%";

    private ProbeWords() {}

    static String line(List<String> words) {
        return words.stream()
                .map(word -> word.isEmpty() ? EMPTY : URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    static List<String> of(String line) {
        return Stream.of(line.split(" ", -1))
                .map(word -> word.equals(EMPTY) ? "" : URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
    }
}
