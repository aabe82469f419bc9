package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.core.shard.ShardRounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** A suite whose outcomes are drawn, and the journals that one machine, or several, would leave of it. Writes no file. */
final class SimulatedSuite {
    private static final long START = 1_700_000_000_000L;

    final Random random;
    final int rounds;
    final Map<String, Long> durations = new TreeMap<>();
    private final Map<String, Boolean> fails = new HashMap<>();
    private final int tests;

    SimulatedSuite(Random random) {
        this.random = random;
        rounds = 1 + random.nextInt(4);
        tests = 1 + random.nextInt(2);
        int classes = 1 + random.nextInt(6);
        double rate = random.nextBoolean() ? 0 : 0.15;
        for (int i = 0; i < classes; i++) {
            String name = "org.example.C" + i + "Test";
            durations.put(name, 1L + random.nextInt(1_000));
            for (int test = 0; test < tests; test++) {
                for (int round = 1; round <= rounds; round++) {
                    fails.put(name + test + "#" + round, random.nextDouble() < rate);
                }
            }
        }
    }

    /** The journals of one run. */
    static final class Journals {
        final Path directory;
        final JournalEntry.RunStarted header;
        List<JournalEntry> plan = new ArrayList<>();
        boolean planFinished = true;
        final List<WorkerJournal> workers = new ArrayList<>();

        Journals(Path directory, JournalEntry.RunStarted header) {
            this.directory = directory;
            this.header = header;
        }

        OutlinedRun outline() {
            RunOutline outline = new RunOutline();
            outline.accept(header);
            plan.forEach(outline);
            return new OutlinedRun(
                    directory.resolve("run.journal"), header, ShardHeader.of(header, outline.plan()), outline.kept());
        }

        Journals in(String other) {
            Journals copy = new Journals(Path.of(other), header);
            copy.plan = plan;
            copy.planFinished = planFinished;
            copy.workers.addAll(workers);
            return copy;
        }
    }

    /** The journal of one worker. */
    record WorkerJournal(JournalEntry.WorkerStarted header, List<JournalEntry> entries, boolean finished) {}

    /** How a run differs from the run that it is to be a part of. */
    record Otherwise(String commit, String suite, String setting, Map<String, Long> durations, boolean allPass) {}

    Otherwise asItIs() {
        return new Otherwise("c0ffee", "suite", "5s", durations, false);
    }

    Journals whole(String run) {
        return journals(run, Map.of("commit", "c0ffee"), durations.keySet(), new ShardRounds(0, rounds), asItIs());
    }

    Journals shard(String run, Shard shard, ShardBy by, Otherwise otherwise) {
        ShardPlan plan =
                ShardPlan.of(durations.keySet(), otherwise.durations(), by == ShardBy.CLASSES ? shard.total() : 1);
        Map<String, String> about = new HashMap<>();
        about.put("commit", otherwise.commit());
        about.put(ShardFact.SHARD, shard.text());
        about.put(ShardFact.BY, by.word());
        about.put(ShardFact.ROUNDS, Integer.toString(rounds));
        about.put(ShardFact.DURATIONS, ShardPlan.fingerprint(otherwise.durations()));
        about.put(ShardFact.WITH + "surefoot.testTimeout", otherwise.setting());
        Collection<String> classes = by == ShardBy.CLASSES ? plan.classes(shard) : plan.classes(new Shard(1, 1));
        ShardRounds own = by == ShardBy.CLASSES ? new ShardRounds(0, rounds) : ShardRounds.of(shard, rounds);
        Journals journals = journals(run, about, classes, own, otherwise);
        journals.plan.add(new JournalEntry.ResourceEvent(
                ShardFact.RESOURCE, ShardFact.PLANNED, Map.of(ShardFact.PLAN, plan.fingerprint()), START));
        return journals;
    }

    private Journals journals(
            String run, Map<String, String> about, Collection<String> classes, ShardRounds own, Otherwise otherwise) {
        Journals journals = new Journals(
                Path.of(run),
                new JournalEntry.RunStarted(
                        run,
                        "org.example:app",
                        own.rounds(),
                        1,
                        WorkerKind.FRESH,
                        "configured",
                        OptionalLong.empty(),
                        otherwise.suite(),
                        START,
                        about));
        for (int round = 1; round <= own.rounds(); round++) {
            int number = round;
            journals.plan.add(new JournalEntry.RoundStarted(round, 1, START));
            classes.forEach(name -> journals.plan.add(new JournalEntry.ClassPlanned(number, name)));
            journals.plan.add(new JournalEntry.RoundFinished(round, 1, "", START + 9));
            if (!classes.isEmpty()) {
                journals.workers.add(worker(run, round, own.before(), classes, otherwise.allPass()));
            }
        }
        return journals;
    }

    private WorkerJournal worker(String run, int round, int before, Collection<String> classes, boolean allPass) {
        List<JournalEntry> entries = new ArrayList<>();
        long execution = 0;
        for (String name : classes) {
            entries.add(new JournalEntry.ClassStarted(round, name, START));
            for (int test = 0; test < tests; test++) {
                TestId id = new TestId(name, "test" + test);
                entries.add(new JournalEntry.TestStarted(++execution, round, id, "id:" + id, List.of(), false, START));
                boolean failed = !allPass && fails.getOrDefault(name + test + "#" + (before + round), false);
                entries.add(new JournalEntry.TestFinished(
                        execution,
                        failed ? new Outcome.Failed(new Failure("AssertionError", "no", "")) : new Outcome.Passed(),
                        START + 1));
            }
            entries.add(new JournalEntry.ClassFinished(round, name, START + 2));
        }
        return new WorkerJournal(
                new JournalEntry.WorkerStarted(new WorkerId(run, round, 1), 1, START, Map.of()), entries, true);
    }
}
