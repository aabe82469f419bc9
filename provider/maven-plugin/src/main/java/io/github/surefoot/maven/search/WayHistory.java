package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.search.Way;
import io.github.surefoot.analysis.search.WayAccount;
import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each way has found in earlier searches of a module, in a file: the next search begins with those that found most.
 *
 * @param file a line for each way: its word, its finds and its seconds
 */
record WayHistory(Path file) {
    /** What was before this search counts less than what it sees itself. */
    private static final double KEPT = 0.3;

    /** Reads it; a line that is none is left out, since nothing but the order of trials depends on it. */
    Map<Way, WayAccount> read() throws IOException {
        Map<Way, WayAccount> result = new EnumMap<>(Way.class);
        for (String line : Files.isRegularFile(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && isNumber(words[1]) && isNumber(words[2])) {
                Way.of(words[0])
                        .ifPresent(way -> result.put(
                                way,
                                new WayAccount(
                                        KEPT * Double.parseDouble(words[1]), KEPT * Double.parseDouble(words[2]))));
            }
        }
        return result;
    }

    private static boolean isNumber(String word) {
        return word.matches("\\d{1,9}\\.\\d{1,3}");
    }

    void write(Map<Way, WayAccount> accounts) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(
                file,
                accounts.entrySet().stream()
                        .map(one -> String.format(
                                Locale.ROOT,
                                "%s %.3f %.3f",
                                one.getKey().word(),
                                one.getValue().finds(),
                                one.getValue().seconds()))
                        .sorted()
                        .toList());
    }
}
