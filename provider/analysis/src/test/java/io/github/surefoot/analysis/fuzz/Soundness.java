package io.github.surefoot.analysis.fuzz;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What records must say before a threshold of 100 percent may be held, written down a second time and as simply as
 * can be: it knows neither how evidence is put together nor what may be wrong with it, only what has to be there.
 */
final class Soundness {
    private final Map<String, List<JournalEntry>> journals;
    private final List<String> flaws = new ArrayList<>();

    private Soundness(Map<String, List<JournalEntry>> journals) {
        this.journals = journals;
    }

    /** Returns what is missing or wrong; empty if the records may be held. */
    static List<String> flaws(Map<String, List<JournalEntry>> journals) {
        Map<String, List<JournalEntry>> written = new HashMap<>(journals);
        written.values().removeIf(records -> records.isEmpty() || !(records.get(0) instanceof JournalEntry.Header));
        Soundness soundness = new Soundness(written);
        soundness.check();
        return soundness.flaws;
    }

    private void require(boolean condition, String flaw) {
        if (!condition) {
            flaws.add(flaw);
        }
    }

    private <T extends JournalEntry> List<T> all(Class<T> type) {
        return journals.values().stream()
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void check() {
        List<RunStarted> headers = all(RunStarted.class);
        require(!headers.isEmpty(), "no plan");
        require(
                headers.stream().map(RunStarted::rounds).distinct().count() == 1,
                "plans of different numbers of rounds");
        List<WorkerId> workers =
                all(WorkerStarted.class).stream().map(WorkerStarted::worker).toList();
        require(new HashSet<>(workers).size() == workers.size(), "a worker twice");
        Set<String> runs = new HashSet<>(headers.stream().map(RunStarted::run).toList());
        workers.forEach(worker -> runs.add(worker.run()));
        require(runs.size() == 1, "several runs");
        journals.forEach((name, records) -> journal(name, records));
        int rounds = headers.isEmpty() ? 0 : headers.get(0).rounds();
        rounds(rounds);
        require(all(JournalEntry.MessageSeen.class).isEmpty(), "a forbidden message");
        require(all(JournalEntry.Problem.class).isEmpty(), "a problem");
        require(all(JournalEntry.LeakFound.class).stream().noneMatch(JournalEntry.LeakFound::fatal), "a fatal leak");
    }

    private void journal(String name, List<JournalEntry> records) {
        boolean endsOnce = records.stream().filter(Finished.class::isInstance).count() == 1
                && records.get(records.size() - 1) instanceof Finished;
        require(endsOnce, name + " does not end, or more than once");
        require(
                records.stream().filter(JournalEntry.Header.class::isInstance).count() == 1,
                name + " has several headers");
        if (records.get(0) instanceof WorkerStarted) {
            tests(name, records);
        }
    }

    /** Every execution has one beginning, then one end, and did not fail. */
    private void tests(String name, List<JournalEntry> records) {
        Map<Long, TestStarted> open = new HashMap<>();
        for (JournalEntry entry : records) {
            if (entry instanceof TestStarted e) {
                require(open.put(e.execution(), e) == null, name + " starts an execution twice");
            } else if (entry instanceof TestFinished e) {
                TestStarted started = open.remove(e.execution());
                require(started != null, name + " ends what did not start");
                boolean counts = started != null && !started.rerun();
                require(!(counts && e.outcome().countsAgainstTheTest()), name + " tells of a failure");
                require(!(counts && e.outcome() instanceof Outcome.NotRun), name + " tells of a test that did not run");
            }
        }
        require(open.isEmpty(), name + " has tests without an end");
    }

    private void rounds(int planned) {
        Set<Integer> wanted = IntStream.rangeClosed(1, planned).boxed().collect(Collectors.toSet());
        require(
                wanted.equals(all(RoundStarted.class).stream()
                        .map(RoundStarted::round)
                        .collect(Collectors.toSet())),
                "rounds that did not start, or that nobody planned");
        require(
                wanted.equals(all(RoundFinished.class).stream()
                        .map(RoundFinished::round)
                        .collect(Collectors.toSet())),
                "rounds that did not end, or that nobody planned");
        require(all(RoundFinished.class).stream().allMatch(e -> e.fault().isBlank()), "a fault of a round");
        Set<String> classes =
                all(ClassPlanned.class).stream().map(ClassPlanned::className).collect(Collectors.toSet());
        require(!classes.isEmpty() || all(ClassStarted.class).isEmpty(), "classes nobody planned");
        for (int round : wanted) {
            classes(round, classes);
        }
        sameTests(wanted);
    }

    private void classes(int round, Set<String> wanted) {
        require(
                wanted.equals(all(ClassPlanned.class).stream()
                        .filter(e -> e.round() == round)
                        .map(ClassPlanned::className)
                        .collect(Collectors.toSet())),
                "round " + round + " has another plan");
        for (String className : wanted) {
            long started = all(ClassStarted.class).stream()
                    .filter(e -> e.round() == round && e.className().equals(className))
                    .count();
            long finished = all(ClassFinished.class).stream()
                    .filter(e -> e.round() == round && e.className().equals(className))
                    .count();
            require(started > 0 && finished > 0, "round " + round + " did not finish " + className);
        }
    }

    /** A test that appears in one round appears in all, unless something befell its class or template as a whole. */
    private void sameTests(Set<Integer> rounds) {
        Map<TestId, Set<Integer>> seen = new HashMap<>();
        all(TestStarted.class).stream().filter(e -> !e.rerun()).forEach(e -> seen.computeIfAbsent(
                        e.test(), t -> new HashSet<>())
                .add(e.round()));
        boolean plain = seen.keySet().stream()
                .map(TestId::name)
                .noneMatch(name -> Objects.equals(name, "") || name.contains("["));
        require(!plain || seen.values().stream().allMatch(rounds::equals), "a test that appears in some rounds only");
    }
}
