package io.github.surefoot.analysis.history;

import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.analysis.history.Change.Kind;
import io.github.surefoot.analysis.history.HistoryMapper.PastResult;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Finds what is new in a run. Trouble with a test begins with a run in which it failed and is over after
 * {@value History#WINDOW} runs without a failure.
 */
final class ChangeFinder {
    /** A test counts as fixed when so many passes would have at most this chance if it still failed as before. */
    private static final double LUCK = 0.05;

    private final HistoryRun run;
    private final List<PastRun> runs;
    private final Map<TestId, TestPast> pasts = new HashMap<>();
    private final Supplier<List<TestPast>> ofAllWorkers;
    private final Map<TestId, Map<Long, PastResult>> troubled = new HashMap<>();

    /**
     * Takes what is known.
     *
     * @param run this run
     * @param runs the runs of like workers before it, newest first
     * @param pasts the results of the newest of them, summed up
     * @param troubled the results of the tests that ever failed
     * @param ofAllWorkers as the pasts, of the newest runs of whatever workers; asked of few runs
     */
    ChangeFinder(
            HistoryRun run,
            List<PastRun> runs,
            List<TestPast> pasts,
            List<PastResult> troubled,
            Supplier<List<TestPast>> ofAllWorkers) {
        this.run = run;
        this.runs = runs;
        this.ofAllWorkers = ofAllWorkers;
        pasts.forEach(past -> this.pasts.put(past.key(), past));
        troubled.forEach(result -> this.troubled
                .computeIfAbsent(result.key(), key -> new HashMap<>())
                .put(result.runId(), result));
    }

    /** Returns the changes by kind, and by name within a kind; none if there is no earlier run. */
    List<Change> changes() {
        List<Change> found = new ArrayList<>();
        if (!runs.isEmpty()) {
            run.tests().forEach(test -> change(test).ifPresent(found::add));
        }
        found.sort(Comparator.comparing(Change::kind)
                .thenComparing(Change::className)
                .thenComparing(Change::name));
        return found;
    }

    private Optional<Change> change(HistoryTest test) {
        if (test.failed() > 0) {
            return Optional.of(inTrouble(test));
        }
        return test.passed() > 0 ? fixed(test) : Optional.empty();
    }

    private Change inTrouble(HistoryTest test) {
        Optional<PastRun> since = beginOfTrouble(test);
        boolean broken = test.passed() == 0;
        if (since.isEmpty()) {
            Kind kind = broken ? Kind.NEWLY_BROKEN : Kind.NEWLY_FLAKY;
            return new Change(
                    test.className(),
                    test.name(),
                    kind,
                    run.startedAt(),
                    run.environment().commit(),
                    "is " + kind.word() + ": " + before(test));
        }
        Kind kind = broken ? Kind.STILL_BROKEN : Kind.STILL_FLAKY;
        return change(
                test, kind, since.get(), "is " + kind.word() + " " + since.get().when() + ": " + before(test));
    }

    private static Change change(HistoryTest test, Kind kind, PastRun since, String sentence) {
        return new Change(test.className(), test.name(), kind, since.startedAt(), since.commitId(), sentence);
    }

    private String before(HistoryTest test) {
        TestPast past = pasts.get(test.key());
        if (past == null || past.executions() == 0) {
            return withoutPast(test);
        }
        String span = span(past.runs());
        if (past.executions() == 1) {
            return "it " + (past.failed() == 0 ? "passed" : "failed") + " in the only execution of " + span;
        }
        return past.failed() == 0
                ? "it passed all " + past.passed() + " executions of " + span
                : past.passed() + " of " + past.executions() + " executions of " + span + " passed";
    }

    private static String span(int runs) {
        return runs == 1 ? "the run before" : "the last " + runs + " runs that had it";
    }

    /** There is a row for a class or a template as a whole only where something befell it: its tests say whether it is new. */
    private String withoutPast(HistoryTest test) {
        OptionalInt before = pasts.values().stream()
                .filter(past -> isOf(past, test))
                .mapToInt(TestPast::runs)
                .max();
        if (before.isPresent()) {
            return "nothing failed there outside of single tests in " + span(before.getAsInt());
        }
        boolean elsewhere = ofAllWorkers.get().stream()
                .filter(past -> past.executions() > 0)
                .anyMatch(past -> past.key().equals(test.key()) || isOf(past, test));
        return elsewhere ? "no run of " + ComparedKinds.of(run).workers() + " before had it" : "the test itself is new";
    }

    /** Tells whether a test is one of a class, or of a template, that the other stands for as a whole. */
    private static boolean isOf(TestPast test, HistoryTest whole) {
        boolean nested =
                test.className().equals(whole.className()) || test.className().startsWith(whole.className() + "$");
        return whole.name().isEmpty()
                ? nested
                : test.className().equals(whole.className())
                        && TestName.template(test.name()).equals(whole.name());
    }

    /** Returns the run in which the present trouble began, if it began before this run. */
    private Optional<PastRun> beginOfTrouble(HistoryTest test) {
        Map<Long, PastResult> results = troubled.getOrDefault(test.key(), Map.of());
        PastRun begin = null;
        int quiet = 0;
        for (PastRun past : runs) {
            PastResult result = results.get(past.id());
            if (result != null && result.failed() > 0) {
                begin = past;
                quiet = 0;
            } else if (++quiet >= History.WINDOW) {
                break;
            }
        }
        return Optional.ofNullable(begin);
    }

    private Optional<Change> fixed(HistoryTest test) {
        Map<Long, PastResult> results = troubled.get(test.key());
        if (results == null) {
            return Optional.empty();
        }
        long streak = test.passed();
        Optional<PastRun> first = Optional.empty();
        for (PastRun past : runs.subList(0, Math.min(History.WINDOW, runs.size()))) {
            PastResult result = results.get(past.id());
            if (result != null && result.failed() > 0) {
                return fixed(test, streak, first, past);
            }
            if (result != null && result.passed() > 0) {
                streak += result.passed();
                first = Optional.of(past);
            }
        }
        return Optional.empty();
    }

    /** Decides whether the streak is too long for luck, given how the test did until its last failure. */
    private Optional<Change> fixed(HistoryTest test, long streak, Optional<PastRun> first, PastRun lastFailure) {
        long passed = 0;
        long failed = 0;
        for (PastRun past : runs.subList(runs.indexOf(lastFailure), runs.size())) {
            PastResult result = troubled.getOrDefault(test.key(), Map.of()).get(past.id());
            passed += result == null ? 0 : result.passed();
            failed += result == null ? 0 : result.failed();
        }
        double luck = Math.pow((double) passed / (passed + failed), (double) streak);
        if (luck > LUCK) {
            return Optional.empty();
        }
        String odds =
                luck < 0.001 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", Math.ceil(luck * 1000) / 10);
        String sentence = "is fixed since " + first.map(PastRun::when).orElse("this run") + ": it passed "
                + (streak == 1 ? "once" : streak + " times in a row") + "; failing as before, " + failed + " of "
                + (passed + failed)
                + ", it would do so by luck in " + odds + " of cases";
        return Optional.of(new Change(
                test.className(),
                test.name(),
                Kind.FIXED,
                first.map(PastRun::startedAt).orElse(run.startedAt()),
                first.map(PastRun::commitId).orElse(run.environment().commit()),
                sentence));
    }
}
