package io.github.surefoot.its.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of the guide, as its pages have them: what a test runs is what a user types. */
public enum GuideCommand {
    /** Generates a project. */
    GENERATE("getting-started.md", ":generate"),
    /** Runs its suite. */
    ONCE("getting-started.md", "mvn test"),
    /** Judges it. */
    JUDGED("getting-started.md", "mvn test -Preliability"),
    /** Judges it in random orders. */
    SHUFFLED("getting-started.md", "-Dsurefoot.seed=13"),
    /** Runs a worker again. */
    REPLAY("getting-started.md", "mvn surefoot:replay"),
    /** Runs a worker again where the POM does not name the plugin. */
    REPLAY_BY_FULL_NAME("getting-started.md", ":1.0.0-SNAPSHOT:replay"),
    /** Runs what failed. */
    RERUN("getting-started.md", "surefoot:rerun"),
    /** Runs a class until it fails. */
    LOOP("getting-started.md", "surefoot:loop"),
    /** Judges a project that has never heard of Surefoot. */
    LOOK(
            "adopting.md",
            "mvn test-compile io.github.surefoot:surefoot-maven-plugin:1.0.0-SNAPSHOT:test -Dsurefoot.rounds=5"),
    /** The same in random orders. */
    LOOK_SHUFFLED("adopting.md", "-Dsurefoot.order=random"),
    /** Writes an exception. */
    EXCEPT("exceptions.md", "surefoot:except"),
    /** Runs a class after each change. */
    WATCH("speed.md", "-Dsurefoot.loop.watch"),
    /** Judges many random orders. */
    SHUFFLED_OFTEN("why-is-my-test-flaky.md", "-Dsurefoot.rounds=20"),
    /** Looks for flaky tests. */
    SEARCH("why-is-my-test-flaky.md", "surefoot:search"),
    /** Asks why. */
    DIAGNOSE("why-is-my-test-flaky.md", "surefoot:diagnose"),
    /** Runs a part of what a worker ran, as a diagnosis prints it. */
    REPLAY_PART("why-is-my-test-flaky.md", "-Dsurefoot.replay.only="),
    /** Runs a method until it fails. */
    LOOP_METHOD("why-is-my-test-flaky.md", "surefoot:loop");

    private static final Pattern BLOCK = Pattern.compile("```(?:\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?m)^(?:\\[\\w+] .*?)?(mvn .+)$");
    private static final Pattern INLINE = Pattern.compile("`(mvn [^`…]*surefoot[^`…]*)`");

    private final String page;
    private final String part;

    GuideCommand(String page, String part) {
        this.page = page;
        this.part = part;
    }

    /** Returns all commands on the pages of the guide that start Maven, with those in its sentences that start Surefoot. */
    public static List<String> onAllPages() {
        try (Stream<Path> pages = Files.list(guide())) {
            return pages.sorted()
                    .map(file -> file.getFileName().toString())
                    .flatMap(page -> on(page).stream().map(command -> page + ": " + command))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the page and the whole command. */
    public String place() {
        return page + ": " + text();
    }

    /**
     * Returns what stands behind {@code mvn}, word by word.
     *
     * @param more words that the test needs as well
     */
    public String[] with(String... more) {
        return Stream.concat(words(text()), Stream.of(more)).toArray(String[]::new);
    }

    /**
     * Returns what stands behind {@code mvn} for a project that has other names than the guide's examples.
     *
     * @param examples what it is in the project, by what the guide has
     * @param more words that the test needs as well
     * @throws IllegalStateException if the guide has no such example
     */
    public String[] where(Map<String, String> examples, String... more) {
        String text = text();
        for (Map.Entry<String, String> example : examples.entrySet()) {
            if (!text.contains(example.getKey())) {
                throw new IllegalStateException(text + " does not contain: " + example.getKey());
            }
            text = text.replace(example.getKey(), example.getValue());
        }
        return Stream.concat(words(text), Stream.of(more)).toArray(String[]::new);
    }

    private String text() {
        List<String> commands = on(page);
        List<String> meant = commands.contains(part)
                ? List.of(part)
                : commands.stream().filter(command -> command.contains(part)).toList();
        if (meant.size() != 1) {
            throw new IllegalStateException(
                    "There is to be one command with '" + part + "' in " + page + ", but there are: " + meant);
        }
        return meant.get(0);
    }

    private static Stream<String> words(String command) {
        return Arrays.stream(command.replace("'", "").split(" +")).skip(1);
    }

    private static List<String> on(String page) {
        try {
            String text = Files.readString(guide().resolve(page)).replaceAll("\\\\\\n *", " ");
            List<String> commands = new ArrayList<>();
            BLOCK.matcher(text)
                    .results()
                    .flatMap(block -> LINE.matcher(block.group(1)).results())
                    .forEach(line -> commands.add(line.group(1).strip()));
            INLINE.matcher(BLOCK.matcher(text).replaceAll(""))
                    .results()
                    .forEach(inline -> commands.add(inline.group(1).replaceAll("\\s+", " ")));
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path guide() {
        return Path.of("..", "..", "docs", "guide");
    }
}
