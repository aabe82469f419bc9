package io.github.surefoot.analysis;

import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.Interrupted;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunFresh;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.protocol.WorkerFact;
import io.github.surefoot.core.shard.ShardFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Writes the journals of a run from a table of outcomes, one letter a round: P passed, F failed, E errored, S skipped,
 * A aborted, H hung, C the worker dies in it, a dot for a test that does not appear. Each class has a worker of its
 * own in each round.
 */
public final class JournalScript {
    public static final String RUN = "run-1";
    private static final long START = 1_700_000_000_000L;

    private final Path directory;
    private String run = RUN;
    private String suite = "suite-1";
    private WorkerKind kind = WorkerKind.FRESH;
    private final Map<String, Map<String, String>> table = new LinkedHashMap<>();
    private final Map<String, List<String>> tags = new LinkedHashMap<>();
    private final List<JournalEntry> incidents = new ArrayList<>();
    private final List<Again> again = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<String, String> about = new LinkedHashMap<>();
    private final Map<String, String> filters = new LinkedHashMap<>();
    private String wholePlan = "";
    private int planned;
    private int started;
    private int interruptedIn = Integer.MAX_VALUE;
    private long execution;

    public JournalScript(Path directory, int rounds) {
        this.directory = directory;
        this.planned = rounds;
        this.started = rounds;
    }

    public JournalScript test(String className, String name, String outcomes, String... tagged) {
        table.computeIfAbsent(className, c -> new LinkedHashMap<>()).put(name, outcomes);
        tags.put(className + "." + name, List.of(tagged));
        return this;
    }

    /** Makes it another run, of a suite with that fingerprint. */
    public JournalScript named(String other, String fingerprint) {
        run = other;
        suite = fingerprint;
        return this;
    }

    /** Has Maven's journal tell that it ran again what failed in another run. */
    public JournalScript rerunOf(String other) {
        about.put(RunFacts.RERUN_OF, other);
        return this;
    }

    /** Has Maven's journal tell that it is a shard: what stands in its header, and what was planned for all shards. */
    public JournalScript shard(Map<String, String> header, String plan) {
        about.putAll(header);
        wholePlan = plan;
        return this;
    }

    /** Has workers of another kind run it. */
    public JournalScript on(WorkerKind other) {
        kind = other;
        return this;
    }

    /** Has Maven tell, before the run ends, of classes that fresh workers ran, and these tell of them in slot 50 on. */
    public JournalScript fresh(FreshReason reason, int round, String className, String test, char outcome) {
        again.add(new Again(reason, round, className, test, outcome));
        return this;
    }

    private record Again(FreshReason reason, int round, String className, String test, char outcome) {}

    /** Has only some tests run, by a filter of the command line. */
    public JournalScript filtered(String parameter, String value) {
        filters.put(WorkerFact.FILTER + parameter, value);
        return this;
    }

    /** Lets only so many of the planned rounds be run. */
    public JournalScript stoppedAfter(int round) {
        started = round;
        return this;
    }

    /** Has Maven told to end in that round, so that neither this nor a later one comes to its end. */
    public JournalScript interruptedIn(int round) {
        interruptedIn = round;
        return this;
    }

    /** Lets the first worker of round 1 tell of something. */
    public JournalScript incident(JournalEntry entry) {
        incidents.add(entry);
        return this;
    }

    /** Lets the worker of a class in a round tell of something while the class is at work, or after it. */
    public JournalScript incident(int round, String className, boolean after, JournalEntry entry) {
        told.add(new Told(round, className, after, entry));
        return this;
    }

    private record Told(int round, String className, boolean after, JournalEntry entry) {}

    private List<JournalEntry> told(int round, String className, boolean after) {
        return told.stream()
                .filter(one -> one.round() == round && one.className().equals(className) && one.after() == after)
                .map(Told::entry)
                .toList();
    }

    public Path write() throws IOException {
        Files.createDirectories(directory);
        List<JournalEntry> plan = new ArrayList<>();
        for (int round = 1; round <= started; round++) {
            plan.add(new RoundStarted(round, 1, at(round, 0)));
            for (String className : table.keySet()) {
                plan.add(new ClassPlanned(round, className));
            }
            int slot = 1;
            for (String className : table.keySet()) {
                worker(round, slot++, className);
            }
            if (round < interruptedIn) {
                plan.add(new RoundFinished(round, 1, fault(round), at(round, 9_000)));
            }
        }
        int slot = 50;
        for (Again one : again) {
            plan.add(new RunFresh(one.round(), one.className(), one.reason(), "why"));
            List<JournalEntry> entries = new ArrayList<>();
            entries.add(new ClassStarted(one.round(), one.className(), at(one.round(), 3_000)));
            if (one.outcome() != '.') {
                TestId id = new TestId(one.className(), one.test());
                entries.add(new TestStarted(
                        ++execution, one.round(), id, "id:" + id, List.of(), false, at(one.round(), 3_100)));
                entries.add(
                        new TestFinished(execution, outcome(one.outcome(), id, one.round()), at(one.round(), 3_112)));
            }
            entries.add(new ClassFinished(one.round(), one.className(), at(one.round(), 4_000)));
            entries.add(new Finished(at(one.round(), 4_100)));
            worker(run, directory, one.round(), slot++, Map.of(), entries);
        }
        if (interruptedIn <= started) {
            plan.add(new Interrupted(at(started, 9_000)));
        }
        if (!wholePlan.isEmpty()) {
            plan.add(new JournalEntry.ResourceEvent(
                    ShardFact.RESOURCE, ShardFact.PLANNED, Map.of(ShardFact.PLAN, wholePlan), at(started, 9_500)));
        }
        plan.add(new Finished(at(started + 1, 0)));
        RunStarted header = run(planned);
        Map<String, String> facts = new LinkedHashMap<>(header.about());
        facts.putAll(about);
        RunStarted own = new RunStarted(
                run,
                header.module(),
                planned,
                header.workers(),
                kind,
                header.order(),
                header.seed(),
                suite,
                header.at(),
                facts);
        journal(directory.resolve("run.journal"), own, plan);
        return directory;
    }

    /** As Surefire tells of a worker that dies, unless fresh ones have run what it was at. */
    private String fault(int round) {
        boolean died = table.values().stream()
                .flatMap(tests -> tests.values().stream())
                .anyMatch(outcomes -> outcomes.charAt(round - 1) == 'C');
        return died && kind != WorkerKind.RENEWED ? "The forked VM terminated without properly saying goodbye." : "";
    }

    private void worker(int round, int slot, String className) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new ClassStarted(round, className, at(round, 1_000)));
        boolean died = false;
        if (round == 1 && slot == 1) {
            entries.addAll(incidents);
        }
        entries.addAll(told(round, className, false));
        for (Map.Entry<String, String> test :
                table.getOrDefault(className, Map.of()).entrySet()) {
            char letter = test.getValue().charAt(round - 1);
            if (letter == '.') {
                continue;
            }
            TestId id = new TestId(className, test.getKey());
            List<String> tagged = tags.getOrDefault(className + "." + test.getKey(), List.of());
            entries.add(new TestStarted(++execution, round, id, "id:" + id, tagged, false, at(round, 1_100)));
            if (letter == 'C') {
                died = true;
                break;
            }
            entries.add(new TestFinished(execution, outcome(letter, id, round), at(round, 1_112)));
        }
        if (!died) {
            entries.add(new ClassFinished(round, className, at(round, 2_000)));
            entries.addAll(told(round, className, true));
            entries.add(new Finished(at(round, 2_100)));
        }
        worker(run, directory, round, slot, about(round), entries);
    }

    /** The first round is fresh where workers are renewed. */
    private Map<String, String> about(int round) {
        Map<String, String> facts = new LinkedHashMap<>(filters);
        if (kind == WorkerKind.RENEWED && round > 1) {
            facts.put(WorkerFact.KIND, kind.word());
        }
        return facts;
    }

    private static Outcome outcome(char letter, TestId test, int round) {
        Failure failure = new Failure(
                "org.opentest4j.AssertionFailedError",
                "expected: <1> but was: <2>",
                "org.opentest4j.AssertionFailedError: expected: <1> but was: <2>\n\tat " + test.className() + "."
                        + test.name() + "("
                        + test.className().substring(test.className().lastIndexOf('.') + 1) + ".java:" + (40 + round)
                        + ")\n");
        return switch (letter) {
            case 'P' -> new Outcome.Passed();
            case 'F' -> new Outcome.Failed(failure);
            case 'E' ->
                new Outcome.Errored(new Failure(
                        "java.lang.IllegalStateException",
                        "no cart",
                        "java.lang.IllegalStateException: no cart\n\tat shop.Cart.open(Cart.java:7)\n"));
            case 'S' -> new Outcome.Skipped("not today");
            case 'A' -> new Outcome.Aborted("no network");
            case 'H' -> new Outcome.Hung("main: sleeping");
            case 'N' -> new Outcome.NotRun("out of time");
            default -> throw new IllegalArgumentException("No outcome: " + letter);
        };
    }

    /** Returns a moment of a round. */
    public static long at(int round, long millis) {
        return START + round * 10_000L + millis;
    }

    public static RunStarted run(int rounds) {
        return new RunStarted(
                RUN,
                "shop:cart",
                rounds,
                2,
                WorkerKind.FRESH,
                "configured",
                OptionalLong.empty(),
                "suite-1",
                START,
                Map.of("java", "17"));
    }

    public static Path worker(Path directory, int round, int slot, List<JournalEntry> entries) throws IOException {
        return worker(RUN, directory, round, slot, Map.of(), entries);
    }

    private static Path worker(
            String run, Path directory, int round, int slot, Map<String, String> about, List<JournalEntry> entries)
            throws IOException {
        WorkerId id = new WorkerId(run, round, slot);
        return journal(
                directory.resolve(id.label() + ".journal"),
                new WorkerStarted(id, 4711, at(Math.max(1, round), 500), about),
                entries);
    }

    public static Path journal(Path file, JournalEntry.Header header, List<JournalEntry> entries) throws IOException {
        try (JournalWriter writer = JournalWriter.create(file, header)) {
            entries.forEach(writer::append);
        }
        return file;
    }
}
