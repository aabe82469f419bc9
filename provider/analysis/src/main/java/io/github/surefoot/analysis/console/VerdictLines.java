package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.gate.ExceptionRuling;
import io.github.surefoot.analysis.gate.GroupedReason;
import io.github.surefoot.analysis.gate.GroupedTest;
import io.github.surefoot.analysis.gate.Percent;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.StopWhen;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.TestStatus;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.core.WorkerKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** The verdict, then what to do, then what is proven. */
public final class VerdictLines {
    private static final int MOST_TESTS = 10;
    private static final int MOST_OTHERS = 10;
    private static final int MOST_LEAKS = 3;
    private static final int MOST_KEPT = 5;
    /** A resource tells of its own end, and its worker of closing it. */
    private static final Set<String> TEARDOWNS = Set.of("disposed", "closed");

    private final Judgement judgement;
    private final Verdict verdict;
    private final List<ConsoleLine> lines = new ArrayList<>();

    /** Prepares the lines of a judgement. */
    public VerdictLines(Judgement judgement) {
        this.judgement = judgement;
        this.verdict = judgement.verdict();
    }

    /** Returns the lines. */
    public List<ConsoleLine> lines() {
        reasons();
        if (verdict.isHeld()) {
            lines.add(ConsoleLine.info(held()));
        }
        exceptions();
        tolerated();
        retried();
        leaks();
        teardowns();
        lines.addAll(new SweepLines(judgement).lines());
        keptOrders();
        lines.addAll(new RenewalLines(judgement).lines());
        lines.addAll(new ProofLines(judgement).lines());
        verdict.earlyStop()
                .ifPresent(stop -> lines.add(ConsoleLine.info(" Stopped after round " + stop.afterRound() + " of "
                        + verdict.plannedRounds() + ", since " + whyStopped() + "; that saved "
                        + Words.count(stop.savedExecutions(), "execution") + ".")));
        return List.copyOf(lines);
    }

    private String whyStopped() {
        return verdict.settings().stop() == StopWhen.NOT_HELD
                ? "it could not be held any more"
                : "the verdict could not change any more";
    }

    /** Returns the lines of what was left open and breaks nothing, alone. */
    public List<ConsoleLine> leakLines() {
        leaks();
        return List.copyOf(lines);
    }

    private void reasons() {
        List<GroupedReason> reasons = verdict.groupedReasons();
        List<GroupedReason> others =
                reasons.stream().filter(reason -> reason.group().isEmpty()).toList();
        int tests = 0;
        int shown = 0;
        for (GroupedReason of : reasons) {
            if (of.group().isPresent() ? tests++ < MOST_TESTS : shown++ < MOST_OTHERS) {
                Reason reason = of.reason();
                lines.add(ConsoleLine.error((reason.kind().breaks() ? "BROKEN: " : "INSUFFICIENT: ") + reason.text()));
                of.group().ifPresent(group -> evidence(ConsoleLine.Level.ERROR, group));
            }
        }
        more(
                ConsoleLine.Level.ERROR,
                reasons.stream().flatMap(reason -> reason.group().stream()).toList(),
                "");
        if (tests > 0) {
            judgement.diagnosis().ifPresent(command -> lines.add(ConsoleLine.error("  find out why:  " + command)));
        }
        if (others.size() > MOST_OTHERS) {
            lines.add(ConsoleLine.error("  and "
                    + Words.count(others.size() - MOST_OTHERS, "more reason", "more reasons")
                    + ", all of them in verdict.json."));
        }
    }

    private void more(ConsoleLine.Level level, List<GroupedTest> groups, String what) {
        int left = groups.stream().skip(MOST_TESTS).mapToInt(GroupedTest::size).sum();
        if (left > 0) {
            lines.add(new ConsoleLine(
                    level,
                    "  and " + Words.count(left, "more test", "more tests") + what + ", all of them in verdict.json."));
        }
    }

    /** Tells who fails with it, what it threw, and once for each worker how to run it again: often all failures are of one. */
    private void evidence(ConsoleLine.Level level, GroupedTest group) {
        TestResult test = group.test();
        if (!group.others().isEmpty()) {
            lines.add(new ConsoleLine(level, "  " + group.withIt()));
        }
        test.firstHeadline().ifPresent(headline -> lines.add(new ConsoleLine(level, "  " + headline)));
        test.firstFailingWorker().ifPresent(worker -> replay(level, worker));
    }

    private void replay(ConsoleLine.Level level, String worker) {
        String command = judgement.replay(worker);
        if (lines.stream().noneMatch(line -> line.text().endsWith(command))) {
            String fetched = judgement
                    .artefact(worker)
                    .map(journal ->
                            " on your machine, with " + journal.toString().replace('\\', '/') + " of this build")
                    .orElse("");
            lines.add(new ConsoleLine(level, "  replay the failing worker" + kind(worker) + fetched + ":  " + command));
        }
    }

    /** A replay has a JVM of its own, which says something only where it is another than before. */
    private String kind(String worker) {
        return judgement
                        .evidence()
                        .worker(worker)
                        .filter(of -> of.kind() == WorkerKind.RENEWED)
                        .isPresent()
                ? ", a renewed one, in a fresh JVM"
                : "";
    }

    private String held() {
        BigDecimal threshold = verdict.settings().threshold();
        if (verdict.tests().isEmpty()) {
            return "HELD: there are no tests.";
        }
        String reached = Percent.setting(threshold);
        if (!verdict.reservation().isEmpty()) {
            return "HELD " + verdict.reservation() + ": without them, "
                    + switch (verdict.settings().gate()) {
                        case TEST -> "every test passed at least " + reached + " of ";
                        case RUN -> "at least " + reached + " passed without any failure of ";
                        case EXECUTION -> "at least " + reached + " of all executions passed in ";
                    }
                    + Words.count(verdict.completedRounds(), "round") + ".";
        }
        return switch (verdict.settings().gate()) {
            case TEST ->
                "HELD: every test passed at least " + reached + " of " + Words.count(verdict.completedRounds(), "round")
                        + ".";
            case RUN ->
                "HELD: " + verdict.rates().run().passed() + " of "
                        + Words.count(verdict.rates().run().counted(), "round") + " passed without any failure ("
                        + verdict.rates().run().text() + "), at least " + reached + ".";
            case EXECUTION ->
                "HELD: " + verdict.rates().execution().passed() + " of "
                        + Words.count(verdict.rates().execution().counted(), "execution") + " passed ("
                        + verdict.rates().execution().text() + "), at least " + reached + ".";
        };
    }

    /** Tells of every exception that stands, whatever the verdict: nothing is hidden. */
    private void exceptions() {
        for (ExceptionRuling ruling : verdict.standing()) {
            lines.add(ConsoleLine.warn("EXCEPTION: " + ruling.sentence() + "."));
            if (ruling.state() == ExceptionRuling.State.QUIET) {
                ruling.proof(verdict.settings().threshold())
                        .ifPresent(proof -> lines.add(ConsoleLine.warn("  remove it: " + proof)));
            } else {
                ruling.tests().stream()
                        .flatMap(test -> test.firstHeadline().stream())
                        .findFirst()
                        .ifPresent(headline -> lines.add(ConsoleLine.warn("  " + headline)));
            }
        }
    }

    /** Tells of tests that failed without being a reason of their own: the threshold lets them pass. */
    private void tolerated() {
        Set<TestResult> blamed =
                verdict.reasons().stream().flatMap(r -> r.test().stream()).collect(Collectors.toSet());
        List<TestResult> others = verdict.worst().stream()
                .filter(test -> !blamed.contains(test) && verdict.excuse(test).isEmpty())
                .toList();
        List<GroupedTest> groups = verdict.grouped(others);
        groups.stream().limit(MOST_TESTS).forEach(group -> {
            TestResult test = group.test();
            lines.add(
                    ConsoleLine.warn(word(test) + ": " + test.shortName() + " " + test.score() + "." + test.remark()));
            evidence(ConsoleLine.Level.WARN, group);
        });
        more(ConsoleLine.Level.WARN, groups, " that failed at least once");
    }

    /** Tells of tests that passed because they may be tried again. */
    private void retried() {
        List<TestResult> retried = verdict.tests().stream()
                .filter(test -> test.retried() > 0 && test.failures().isEmpty())
                .toList();
        retried.stream()
                .limit(MOST_TESTS)
                .forEach(test -> lines.add(ConsoleLine.warn("RETRIED: " + test.shortName() + " "
                        + test.attempts().orElse("") + " in " + test.retried() + " of "
                        + Words.count(test.tally().counted(), "round") + ", as surefoot.allowRetries lets it.")));
        if (retried.size() > MOST_TESTS) {
            lines.add(ConsoleLine.warn("  and " + Words.count(retried.size() - MOST_TESTS, "more test", "more tests")
                    + " that passed when tried again, all of them in verdict.json."));
        }
    }

    private static String word(TestResult test) {
        // What counts merely suggest is told as such in the sentence, not as what the test is.
        Optional<Cause> known = test.cause().filter(cause -> cause.confirmed() || cause.roundsDiffer());
        if (known.isPresent()) {
            return known.get().kind().word().toUpperCase(Locale.ROOT);
        }
        return test.status() == TestStatus.CRASHED ? "CRASHED" : test.status() == TestStatus.HUNG ? "HUNG" : "FLAKY";
    }

    private void leaks() {
        List<Leak> leaks = judgement.evidence().leaks().stream()
                .filter(leak -> !leak.fatal())
                .toList();
        for (Leak leak : leaks.subList(0, Math.min(MOST_LEAKS, leaks.size()))) {
            lines.add(ConsoleLine.warn(
                    "LEAK: " + leak.what() + where(leak) + " (" + Words.count(leak.count(), "time") + ")."));
        }
        if (leaks.size() > MOST_LEAKS) {
            lines.add(ConsoleLine.warn("  and " + Words.count(leaks.size() - MOST_LEAKS, "more leak", "more leaks")
                    + ", all of them in verdict.json."));
        }
    }

    /** The line says more than the class; of a thread or process there is only the class, or the worker that found it. */
    private static String where(Leak leak) {
        if (leak.openedAt().isEmpty()) {
            return leak.className().isEmpty()
                    ? ", first told by worker " + leak.firstWorker()
                    : ", left by " + leak.className();
        }
        return ", opened at " + leak.openedAt();
    }

    /** Tells what a random order did not look at. */
    private void keptOrders() {
        SortedMap<String, String> kept = judgement.evidence().keptOrders();
        if (!kept.isEmpty()) {
            String first = kept.entrySet().stream()
                    .limit(MOST_KEPT)
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                    .collect(Collectors.joining(", "));
            lines.add(ConsoleLine.info(" Not shuffled: the methods of " + first
                    + (kept.size() > MOST_KEPT ? " and of " + (kept.size() - MOST_KEPT) + " more" : "") + "."));
        }
    }

    private void teardowns() {
        long target = judgement.reporting().teardownTarget().toNanos() / 1_000;
        judgement.evidence().resources().stream()
                .filter(facts ->
                        TEARDOWNS.contains(facts.event()) && facts.micros().max() > target)
                .collect(Collectors.toMap(
                        ResourceFacts::resource,
                        facts -> facts,
                        BinaryOperator.maxBy(
                                Comparator.comparingLong(facts -> facts.micros().max())),
                        TreeMap::new))
                .values()
                .forEach(facts -> lines.add(ConsoleLine.warn(slow(facts))));
    }

    private String slow(ResourceFacts facts) {
        ResourceFacts.Event slowest = facts.slowest().get(0);
        return "SLOW: the " + facts.resource() + " of worker " + slowest.worker() + " took "
                + Percent.oneDecimal(slowest.micros(), 1_000_000) + " s to close, more than surefoot.teardownTarget="
                + judgement.reporting().teardownTarget().toMillis() + "ms.";
    }
}
