package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.core.protocol.OutputDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What classes printed in the rounds in which tests of theirs failed: the end of it, where the failure is. Of a single
 * round Surefire has its own files, and nothing is read.
 */
final class PrintedTexts {
    /** In characters, of one class in one round. */
    private static final int MOST_OF_ONE = 4_000;
    /** In characters, of all: about as much as a browser opens without a pause. */
    private static final int MOST = 2_000_000;
    /** Beyond this a file is not searched: it takes longer than a person waits for a page. */
    private static final long LONGEST_FILE = 256L << 20;

    private static final String CUT = "… the worker's file has what was printed before\n";

    /** As a worker titles what follows. */
    private static final Pattern TITLE = Pattern.compile("==== (\\S+) in round (\\d{1,9})");

    private final Map<String, WorkerEvidence> workers = new HashMap<>();
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();

    private record Key(String worker, String className, int round) {}

    PrintedTexts(List<WorkerEvidence> workers) {
        workers.forEach(worker -> this.workers.put(worker.id().label(), worker));
    }

    /** Returns the number of the text that goes with a failure; -1 if none can be known. */
    int number(Execution execution, String className) {
        if (!execution.outcome().countsAgainstTheTest() || !workers.containsKey(execution.worker())) {
            return -1;
        }
        String owner = className.replaceFirst("\\$.*", "");
        return numbers.computeIfAbsent(new Key(execution.worker(), owner, execution.round()), key -> numbers.size());
    }

    /** Returns the texts in the order of their numbers; empty where a class printed nothing. */
    List<String> texts() {
        Map<String, Set<Key>> wanted = new LinkedHashMap<>();
        numbers.keySet().forEach(key -> wanted.computeIfAbsent(key.worker(), worker -> new HashSet<>())
                .add(key));
        Map<Key, Tail> found = new HashMap<>();
        wanted.forEach((worker, keys) -> read(worker, keys, found));
        List<String> texts = new ArrayList<>(numbers.size());
        int total = 0;
        for (Key key : numbers.keySet()) {
            Tail tail = found.get(key);
            String text = tail == null ? "" : tail.text();
            total += text.length();
            texts.add(total <= MOST ? text : "");
        }
        return texts;
    }

    private void read(String worker, Set<Key> keys, Map<Key, Tail> found) {
        WorkerEvidence evidence = workers.get(worker);
        if (evidence == null) {
            return;
        }
        Path file = OutputDirectory.ofJournal(evidence.journal());
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE) {
                read(worker, file, keys, found);
            }
        } catch (IOException e) {
            // The page says what is known; what tests printed is then in no file that can be read.
            keys.forEach(found::remove);
        }
    }

    private static void read(String worker, Path file, Set<Key> keys, Map<Key, Tail> found) throws IOException {
        // Tests may print bytes that are no text: these become question marks.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            Tail tail = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher title = TITLE.matcher(line);
                if (title.matches()) {
                    Key key = new Key(worker, title.group(1), Integer.parseInt(title.group(2)));
                    tail = keys.contains(key) ? found.computeIfAbsent(key, any -> new Tail()) : null;
                } else if (tail != null) {
                    tail.add(line);
                }
            }
        }
    }

    /** The last lines of a text. */
    private static final class Tail {
        private final StringBuilder text = new StringBuilder();
        private boolean cut;

        void add(String line) {
            text.append(line).append('\n');
            if (text.length() > 2 * MOST_OF_ONE) {
                text.delete(0, text.length() - MOST_OF_ONE);
                cut = true;
            }
        }

        String text() {
            return (cut ? CUT : "") + text;
        }
    }
}
