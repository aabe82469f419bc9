package io.github.surefoot.analysis.evidence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever runs beside whatever, in whichever order: each outcome stays with its own test. */
class InterleavingPropertyTest {
    private static final int ROUNDS = 3;
    private static final Failure FAILURE = new Failure("E", "m", "");

    /**
     * All tests bear one class name and one name, as an inherited contract's do; what tells them apart is the class they
     * are in. Threads take them up in any order; a container may fail, whose tests then do not run.
     */
    @Property(tries = 300, seed = "2026")
    void everyOutcomeStaysWithItsTest(
            @ForAll @IntRange(min = 1, max = 12) int tests,
            @ForAll @IntRange(min = 1, max = 8) int threads,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        Path directory = Files.createTempDirectory("interleaving");
        Map<Integer, List<String>> expected = new TreeMap<>();
        List<JournalEntry> plan = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            plan.add(new RoundStarted(round, 1, 1));
            plan.add(new ClassPlanned(round, "Lists"));
            List<JournalEntry> entries = new ArrayList<>(List.of(new ClassStarted(round, "Lists", 2)));
            entries.addAll(interleaved(queues(round, tests, threads, random, expected), random));
            entries.addAll(List.of(new ClassFinished(round, "Lists", 8), new Finished(9)));
            JournalScript.worker(directory, round, 1, entries);
            plan.add(new RoundFinished(round, 1, "", 9));
        }
        plan.add(new Finished(10));
        JournalScript.journal(directory.resolve("run.journal"), JournalScript.run(ROUNDS), plan);

        Evidence evidence = EvidenceReader.read(directory);

        Map<Integer, List<String>> read = new TreeMap<>();
        evidence.tests().stream()
                .filter(test -> test.id().name().equals("adds"))
                .forEach(test -> read.put(
                        TestName.number(tests == 1 ? "0" : test.name().qualifier()),
                        test.executions().stream()
                                .map(execution -> execution.outcome().word())
                                .toList()));
        expected.values().removeIf(words -> words.stream().allMatch("not run"::equals));
        if (expected.size() == 1 && tests > 1) {
            assertThat(read.values()).containsExactlyElementsOf(expected.values());
        } else {
            assertThat(read).isEqualTo(expected);
        }
        assertThat(evidence.findings()).isEmpty();
        delete(directory);
    }

    /** Deals the tests of a round to threads; each thread has what it does one after the other. */
    private static List<Deque<JournalEntry>> queues(
            int round, int tests, int threads, Random random, Map<Integer, List<String>> expected) {
        List<Deque<JournalEntry>> queues = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            queues.add(new ArrayDeque<>());
        }
        for (int test = 0; test < tests; test++) {
            Deque<JournalEntry> queue = queues.get(random.nextInt(threads));
            long execution = test + 1L;
            String container = "[engine:junit-jupiter]/[class:Lists]/[nested-class:N" + test + "]";
            boolean fails = random.nextInt(6) == 0;
            Outcome outcome = fails ? new Outcome.Errored(FAILURE) : outcome(random);
            TestId id = fails ? new TestId("Lists$N" + test, "") : new TestId("Contract", "adds");
            String uniqueId = fails ? container : container + "/[method:adds()]";
            queue.add(new TestStarted(execution, round, id, uniqueId, List.of(), false, 3));
            queue.add(new TestFinished(execution, outcome, 4));
            expected.computeIfAbsent(test, t -> new ArrayList<>()).add(fails ? "not run" : outcome.word());
        }
        return queues;
    }

    private static Outcome outcome(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Outcome.Failed(FAILURE);
            case 1 -> new Outcome.Errored(FAILURE);
            case 2 -> new Outcome.Skipped("");
            case 3 -> new Outcome.Aborted("no network");
            default -> new Outcome.Passed();
        };
    }

    private static List<JournalEntry> interleaved(List<Deque<JournalEntry>> queues, Random random) {
        List<JournalEntry> all = new ArrayList<>();
        while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
            JournalEntry next = queues.get(random.nextInt(queues.size())).poll();
            if (next != null) {
                all.add(next);
            }
        }
        return all;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
