package io.github.surefoot.core.probe;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How Surefire started a worker: enough to start another JVM that looks to tests like it. Its environment, arguments and
 * properties may be secret, so the file it is written to has to be its owner's alone.
 *
 * @param home where the JVM is installed
 * @param directory the working directory
 * @param provider the jar of our provider
 * @param arguments the arguments of the JVM
 * @param classPath the entries of the class path, in order, Surefire's own included
 * @param environment the environment
 * @param properties all system properties as tests find them
 * @param settings what Maven told the provider
 * @param parameters JUnit Platform's configuration parameters
 */
public record WorkerStart(
        String home,
        String directory,
        String provider,
        List<String> arguments,
        List<String> classPath,
        Map<String, String> environment,
        Map<String, String> properties,
        Map<String, String> settings,
        Map<String, String> parameters) {
    private static final String END = "end";

    /** Copies lists and maps. */
    public WorkerStart {
        arguments = List.copyOf(arguments);
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
        settings = Map.copyOf(settings);
        parameters = Map.copyOf(parameters);
    }

    /** Returns the class path as arguments of {@code java}. */
    public List<String> classPathArguments() {
        return List.of("-cp", String.join(File.pathSeparator, classPath));
    }

    /**
     * Writes it into a directory that is its owner's alone.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            line(to, "home", home);
            line(to, "directory", directory);
            line(to, "provider", provider);
            for (String argument : arguments) {
                line(to, "argument", argument);
            }
            for (String entry : classPath) {
                line(to, "entry", entry);
            }
            lines(to, "environment", environment);
            lines(to, "property", properties);
            lines(to, "setting", settings);
            lines(to, "parameter", parameters);
            line(to, END);
        }
    }

    private static void lines(Writer to, String word, Map<String, String> map) throws IOException {
        for (Map.Entry<String, String> entry : map.entrySet()) {
            line(to, word, entry.getKey(), entry.getValue());
        }
    }

    private static void line(Writer to, String... words) throws IOException {
        to.write(ProbeWords.line(List.of(words)));
        to.write('\n');
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is not there or not whole
     */
    public static WorkerStart read(Path file) throws IOException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        boolean whole = false;
        try (BufferedReader from = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                List<String> words = ProbeWords.of(line);
                whole = words.get(0).equals(END);
                take(
                        words,
                        (word, value) -> lists.computeIfAbsent(word, key -> new ArrayList<>())
                                .add(value),
                        maps);
            }
        }
        if (!whole) {
            throw new IOException(file + " is not whole");
        }
        return new WorkerStart(
                one(lists, "home"),
                one(lists, "directory"),
                one(lists, "provider"),
                lists.getOrDefault("argument", List.of()),
                lists.getOrDefault("entry", List.of()),
                maps.getOrDefault("environment", Map.of()),
                maps.getOrDefault("property", Map.of()),
                maps.getOrDefault("setting", Map.of()),
                maps.getOrDefault("parameter", Map.of()));
    }

    private static void take(
            List<String> words, BiConsumer<String, String> one, Map<String, Map<String, String>> maps) {
        if (words.size() == 2) {
            one.accept(words.get(0), words.get(1));
        } else if (words.size() == 3) {
            maps.computeIfAbsent(words.get(0), key -> new LinkedHashMap<>()).put(words.get(1), words.get(2));
        }
    }

    private static String one(Map<String, List<String>> lists, String word) throws IOException {
        List<String> found = lists.getOrDefault(word, List.of());
        if (found.size() != 1) {
            throw new IOException("there is no " + word);
        }
        return found.get(0);
    }
}
