package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestPattern;
import io.github.surefoot.analysis.evidence.reading.SimulatedSuite.Journals;
import io.github.surefoot.analysis.evidence.reading.SimulatedSuite.Otherwise;
import io.github.surefoot.analysis.evidence.reading.SimulatedSuite.WorkerJournal;
import io.github.surefoot.analysis.exception.AllowedFailure;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.Gate;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plans and merges, ten thousand in each build and a hundred thousand with {@code -Dsurefoot.long=true}, with shards lost, doubled, mixed and broken off. What is whole has the verdict
 * that one machine would have had, and what is not is never held.
 */
@Tag("slow")
class ShardSimulationTest {
    private static final int SIMULATIONS = Boolean.getBoolean("surefoot.long") ? 100_000 : 10_000;
    private static final int SEED = 20;
    private static final int JUDGED = 10;
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
    private static final List<GateKind> GATES = List.of(GateKind.values());
    private static final List<Mishap> MISHAPS = List.of(Mishap.values());

    /** What befalls the shards on their way. */
    private enum Mishap {
        NONE,
        LOST,
        COPIED,
        RUN_AGAIN_BESIDE,
        OTHER_COMMIT,
        OTHER_SUITE,
        OTHER_SETTING,
        OTHER_DURATIONS,
        OTHER_TOTAL,
        OTHER_KIND,
        PLAN_CUT_OFF,
        CLASS_NOT_PLANNED,
        WORKER_CUT_OFF,
        WORKERS_LOST,
        WHOLE_RUN_AMONG_THEM
    }

    private final Map<Mishap, Integer> met = new EnumMap<>(Mishap.class);
    private int held;
    private int heldWithExceptions;

    @Test
    void noMergeIsHeldThatTheWholeRunWouldNotBe() {
        Random random = new Random(SEED);
        for (int i = 0; i < SIMULATIONS; i++) {
            simulate(new SimulatedSuite(new Random(random.nextLong())), "simulation " + i + " of seed " + SEED);
        }
        assertThat(met.keySet()).containsExactly(Mishap.values());
        assertThat(met.values()).allMatch(count -> count > SIMULATIONS / 60);
        assertThat(held).isGreaterThan(SIMULATIONS / 25);
        assertThat(heldWithExceptions).isGreaterThan(SIMULATIONS / 250);
    }

    private void simulate(SimulatedSuite suite, String name) {
        Random random = suite.random;
        ShardBy by = suite.rounds > 1 && random.nextInt(3) == 0 ? ShardBy.ROUNDS : ShardBy.CLASSES;
        int total = 2 + random.nextInt(by == ShardBy.ROUNDS ? suite.rounds - 1 : 4);
        List<Journals> shards = new ArrayList<>();
        for (int index = 1; index <= total; index++) {
            shards.add(suite.shard("run-" + index, new Shard(index, total), by, suite.asItIs()));
        }
        Mishap mishap = befall(suite, shards, by, total);
        met.merge(mishap, 1, Integer::sum);
        Collections.shuffle(shards, random);

        Gate gate = gate(random);
        Evidence merged = read(shards);
        if (mishap == Mishap.NONE) {
            Verdict verdict = judge(gate, merged);
            assertThat(said(verdict)).as(name).isEqualTo(said(judge(gate, read(List.of(suite.whole("whole"))))));
            held += verdict.isHeld() ? 1 : 0;
            heldWithExceptions += verdict.isHeld() && !verdict.worst().isEmpty() ? 1 : 0;
        } else if (merged.findings().isEmpty() || random.nextInt(JUDGED) == 0) {
            // Whatever is found keeps every gate from held, so not all have to be judged.
            if (judge(gate, merged).isHeld()) {
                fail(name + ": " + mishap + " by " + by + " of " + total + " is held");
            }
        }
    }

    /** Why tests fail has no part in the verdict, and takes most of the time. */
    private static Verdict judge(Gate gate, Evidence evidence) {
        return gate.judge(evidence, new Causes(List.of()));
    }

    /** Returns the verdict, without who ran what. */
    private static List<String> said(Verdict verdict) {
        List<String> said =
                new ArrayList<>(verdict.reasons().stream().map(Reason::text).toList());
        verdict.exceptions().forEach(ruling -> said.add(ruling.state() + " " + ruling.sentence()));
        said.add(verdict.state() + " " + verdict.plannedRounds() + " " + verdict.completedRounds() + " "
                + verdict.rates().execution().text() + " "
                + verdict.rates().run().text());
        return said;
    }

    private static Gate gate(Random random) {
        GateKind kind = GATES.get(random.nextInt(GATES.size()));
        BigDecimal threshold = BigDecimal.valueOf(List.of(50, 75, 95, 100).get(random.nextInt(4)));
        AllowedFailures allowed = random.nextBoolean()
                ? AllowedFailures.NONE
                : new AllowedFailures(exceptions(random), 1 + random.nextInt(4), TODAY, true);
        return new Gate(new GateSettings(kind, threshold, Optional.empty(), false), Categories.defaults(), allowed);
    }

    /** Draws exceptions: that stand, that are past, of other failures, of too many, and of tests that there are not. */
    private static List<AllowedFailure> exceptions(Random random) {
        List<AllowedFailure> drawn = new ArrayList<>();
        for (int line = 2 + random.nextInt(3); line > 1; line--) {
            String name = "C" + (random.nextInt(4) == 0 ? "*" : random.nextInt(4)) + "Test";
            drawn.add(new AllowedFailure(
                    TestPattern.parse(random.nextBoolean() ? name : name + "#test" + random.nextInt(2))
                            .orElseThrow(),
                    Optional.empty(),
                    "SHOP-42",
                    TODAY.plusDays(random.nextInt(20) - 1L),
                    BigDecimal.valueOf(List.of(1, 20, 100).get(random.nextInt(3))),
                    random.nextInt(6) == 0 ? List.of("0123456789ab") : List.of(),
                    line));
        }
        return drawn;
    }

    /** Has something happen to one of the shards; all that is put in its place would pass. */
    private static Mishap befall(SimulatedSuite suite, List<Journals> shards, ShardBy by, int total) {
        Random random = suite.random;
        int at = random.nextInt(total);
        Shard shard = new Shard(at + 1, total);
        Journals victim = shards.get(at);
        Mishap wanted = MISHAPS.get(random.nextInt(MISHAPS.size()));
        switch (wanted) {
            case LOST -> shards.remove(at);
            case COPIED -> shards.add(victim.in("copy"));
            case RUN_AGAIN_BESIDE ->
                shards.add(
                        suite.shard("again", shard, by, new Otherwise("c0ffee", "suite", "5s", suite.durations, true)));
            case OTHER_COMMIT ->
                shards.set(
                        at, suite.shard("new", shard, by, new Otherwise("beef", "suite", "5s", suite.durations, true)));
            case OTHER_SUITE ->
                shards.set(
                        at, suite.shard("new", shard, by, new Otherwise("c0ffee", "old", "5s", suite.durations, true)));
            case OTHER_SETTING ->
                shards.set(
                        at,
                        suite.shard("new", shard, by, new Otherwise("c0ffee", "suite", "9s", suite.durations, true)));
            case OTHER_DURATIONS -> {
                Map<String, Long> others = new TreeMap<>();
                suite.durations.forEach((name, millis) -> others.put(name, millis + 1 + random.nextInt(500)));
                shards.set(at, suite.shard("new", shard, by, new Otherwise("c0ffee", "suite", "5s", others, true)));
            }
            case OTHER_TOTAL -> {
                if (by == ShardBy.ROUNDS && total + 1 > suite.rounds) {
                    return Mishap.NONE;
                }
                shards.set(at, suite.shard("new", new Shard(at + 1, total + 1), by, allPass(suite)));
            }
            case OTHER_KIND -> {
                if (total > suite.rounds && by == ShardBy.CLASSES) {
                    return Mishap.NONE;
                }
                ShardBy other = by == ShardBy.CLASSES ? ShardBy.ROUNDS : ShardBy.CLASSES;
                shards.set(at, suite.shard("new", shard, other, allPass(suite)));
            }
            case PLAN_CUT_OFF -> {
                victim.plan = victim.plan.subList(0, random.nextInt(victim.plan.size() + 1));
                victim.planFinished = false;
            }
            case CLASS_NOT_PLANNED -> {
                return loseOneClass(victim, random) ? wanted : Mishap.NONE;
            }
            case WORKER_CUT_OFF -> {
                if (victim.workers.isEmpty()) {
                    return Mishap.NONE;
                }
                int worker = random.nextInt(victim.workers.size());
                WorkerJournal journal = victim.workers.get(worker);
                List<JournalEntry> entries = journal.entries()
                        .subList(0, random.nextInt(journal.entries().size()));
                victim.workers.set(worker, new WorkerJournal(journal.header(), entries, false));
            }
            case WORKERS_LOST -> {
                if (victim.workers.isEmpty()) {
                    return Mishap.NONE;
                }
                victim.workers.clear();
            }
            case WHOLE_RUN_AMONG_THEM -> shards.add(suite.whole("whole"));
            case NONE -> {}
        }
        return wanted;
    }

    private static Otherwise allPass(SimulatedSuite suite) {
        return new Otherwise("c0ffee", "suite", "5s", suite.durations, true);
    }

    /** Takes a class out of a shard in all rounds, its plan and its executions, as if it had never been. */
    private static boolean loseOneClass(Journals victim, Random random) {
        List<String> classes = victim.plan.stream()
                .filter(JournalEntry.ClassPlanned.class::isInstance)
                .map(entry -> ((JournalEntry.ClassPlanned) entry).className())
                .distinct()
                .toList();
        if (classes.isEmpty()) {
            return false;
        }
        String gone = classes.get(random.nextInt(classes.size()));
        victim.plan = victim.plan.stream()
                .filter(entry -> !(entry instanceof JournalEntry.ClassPlanned planned
                        && planned.className().equals(gone)))
                .toList();
        List<WorkerJournal> without = victim.workers.stream()
                .map(journal ->
                        new WorkerJournal(journal.header(), without(journal.entries(), gone), journal.finished()))
                .collect(Collectors.toList());
        victim.workers.clear();
        victim.workers.addAll(without);
        return true;
    }

    private static List<JournalEntry> without(List<JournalEntry> entries, String className) {
        List<JournalEntry> kept = new ArrayList<>();
        boolean inside = false;
        for (JournalEntry entry : entries) {
            inside |= entry instanceof JournalEntry.ClassStarted started
                    && started.className().equals(className);
            if (!inside) {
                kept.add(entry);
            }
            inside &= !(entry instanceof JournalEntry.ClassFinished);
        }
        return kept;
    }

    /** Does what {@link EvidenceReader} does with files. */
    private static Evidence read(List<Journals> journals) {
        RunCollector run = new RunCollector();
        List<Path> left = EvidenceReader.expect(
                journals.stream().map(Journals::outline).toList(),
                journals.stream()
                        .map(one -> one.directory.resolve("run.journal"))
                        .toList(),
                run);
        for (Journals one : journals) {
            if (left.contains(one.directory.resolve("run.journal"))) {
                JournalCollector plan = EvidenceReader.collector(one.directory.resolve("run.journal"), one.header, run);
                one.plan.forEach(plan);
                plan.end(one.planFinished);
            }
        }
        for (Journals one : journals) {
            for (WorkerJournal worker : one.workers) {
                if (left.contains(one.directory.resolve("run.journal"))) {
                    JournalCollector collector = EvidenceReader.collector(
                            one.directory.resolve(worker.header().worker().label() + ".journal"), worker.header(), run);
                    worker.entries().forEach(collector);
                    collector.end(worker.finished());
                }
            }
        }
        return new EvidenceAssembler(run).assemble();
    }
}
