package io.github.surefoot.maven.search;

import io.github.surefoot.analysis.search.Find;
import io.github.surefoot.analysis.search.SearchJson;
import io.github.surefoot.analysis.search.SearchState;
import io.github.surefoot.analysis.search.Way;
import io.github.surefoot.analysis.search.WayAccount;
import io.github.surefoot.core.protocol.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a search leaves behind.
 *
 * @param directory of what Surefoot writes in the module
 * @param history where it is remembered which ways have found most
 * @param suite the fingerprint of the suite
 * @param command what a person types to search, up to the settings
 * @param seed of the shuffled orders
 */
public record SearchFiles(Path directory, Path history, String suite, String command, long seed) {
    /** Returns where the finds of the last search are. */
    public static Path finds(Path directory) {
        return directory.resolve("search");
    }

    /** Returns what programs read. */
    public Path json() {
        return directory.resolve("search.json");
    }

    /** Deletes what the last search has found: its numbers are those of this one from now on. */
    public void prepare() throws IOException {
        Path finds = finds(directory);
        Files.createDirectories(finds);
        try (Stream<Path> files = Files.list(finds)) {
            List<Path> old = files.filter(file -> file.getFileName().toString().matches("find-\\d+\\.txt"))
                    .toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    /** Returns what a person types to see a find again. */
    public String replay(int number) {
        return command + " -D" + Setting.SEARCH_REPLAY.key() + "=" + number;
    }

    /** Writes a find. */
    public void write(Find find) throws IOException {
        FindFile.of(find, suite).write(finds(directory).resolve(FindFile.name(find.number())));
    }

    /** Writes what is known by now. */
    public void write(SearchState state) throws IOException {
        write(state, Map.of());
    }

    /** Writes what is known at the end, with what is known of why finds fail, by their numbers. */
    public void write(SearchState state, Map<Integer, String> why) throws IOException {
        new SearchJson(seed, this::replay, why).write(json(), state);
    }

    /** Returns what ways have found in earlier searches. */
    public Map<Way, WayAccount> before() throws IOException {
        return new WayHistory(history).read();
    }

    /** Remembers what they have found in this one. */
    public void remember(SearchState state) throws IOException {
        if (!state.accounts().isEmpty()) {
            new WayHistory(history).write(state.accounts());
        }
    }
}
