package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks for flaky tests: runs the suite and its parts in many ways, each time the one of which most is to be hoped for,
 * and shows in new JVMs whatever fails before it says so.
 */
public final class FlakySearch {
    /**
     * After so many failures that no new JVM has shown, a test that fails in a renewed loader is not asked about again. For
     * each of them one new JVM more is asked: of what fails four times in ten, ten of them miss one in a hundred and sixty.
     */
    private static final int MOST_UNSEEN = 4;

    /** What has failed is shown as soon as nothing new has failed for this part of the time that showing it takes. */
    private static final int QUIET_PART = 6;

    /** Or after so many times that time: news may come for ever. */
    private static final int MOST_WAITING = 2;

    private final SearchPlan plan;
    private final TrialRunner runner;
    private final ProbeJvmKind kind;
    private final Supplier<Duration> left;
    private final SearchListener listener;
    private final FreshRuns fresh;
    private final Confirmation confirmation;

    private final List<Find> finds = new ArrayList<>();
    private final Map<ProbeUnit, Find> found = new HashMap<>();
    private final Map<ProbeUnit, Integer> unseen = new LinkedHashMap<>();
    private final Set<ProbeUnit> anyway = new HashSet<>();
    private final Map<ProbeUnit, Executions> executions = new HashMap<>();
    private List<ProbeUnit> tests = List.of();
    private Portfolio portfolio = new Portfolio(List.of(), Map.of());
    private final OpenFailures open;
    private final SlowClasses times = new SlowClasses();
    /** For how long nothing has failed that had not before. */
    private Duration quiet = Duration.ZERO;

    /** For how long something has been waiting to be shown. */
    private Duration waiting = Duration.ZERO;

    private Duration usualTook = Duration.ZERO;
    /** Without what new JVMs took that show what was found. */
    private Duration looking = Duration.ZERO;

    private int trials;

    /**
     * Prepares a search.
     *
     * @param kind in what kind of JVM it looks; what it finds is shown in new ones
     * @param left how much time is left to look; a trial that is under way is brought to its end, and what has failed by
     *     then is shown. Some time is kept for that.
     */
    public FlakySearch(
            SearchPlan plan, TrialRunner runner, ProbeJvmKind kind, Supplier<Duration> left, SearchListener listener) {
        this.plan = plan;
        this.runner = runner;
        this.kind = kind;
        this.left = left;
        this.listener = listener;
        fresh = new FreshRuns(runner);
        open = new OpenFailures(plan.usual());
        confirmation = new Confirmation(
                fresh, plan.usual(), plan.reversed(), open, kind, plan.noise().size());
    }

    /** Searches until its time is over, nothing is left to look at, or the runner stops; returns what it knows then. */
    public SearchState run() {
        String stopped;
        try {
            stopped = look();
        } catch (ProbingStoppedException e) {
            stopped = e.why();
        }
        SearchState state = state(stopped);
        listener.known(state);
        return state;
    }

    private String look() throws ProbingStoppedException {
        TrialResult first = runner.run(plan.usual(), kind);
        tests = first.ends().stream()
                .filter(TrialEnd::isTest)
                .map(TrialEnd::test)
                .distinct()
                .toList();
        if (tests.isEmpty()) {
            return "there are no tests that run";
        }
        portfolio = new Portfolio(plan.strategies(tests, times::slowest), plan.before());
        usualTook = first.spent();
        open.cold(usualTook);
        judged(plan.usual(), first);
        String stopped = lookOn();
        show();
        return stopped;
    }

    private String lookOn() throws ProbingStoppedException {
        while (trials < plan.mostTrials()) {
            if (isOver(left.get())) {
                return "its time is over";
            }
            Optional<Trial> next = portfolio.next();
            if (next.isEmpty()) {
                return "all was looked at";
            }
            Trial trial = next.get();
            if (!isAsItIs(trial)) {
                // That is dear, and has less to hope for than what is known to fail already.
                show();
            }
            judged(trial, runner.run(trial, trial.way() == Way.NOISE ? ProbeJvmKind.FRESH : kind));
            if (isToShow()) {
                show();
            }
        }
        return "it has made all its trials";
    }

    private static boolean isOver(Duration left) {
        return left.isZero() || left.isNegative();
    }

    /**
     * Looking on may bring what shows more at once, and is cheap; but what was found is not to wait for ever, nor to come
     * when the time is over.
     */
    private boolean isToShow() {
        Duration once = open.costs();
        if (once.isZero()) {
            return false;
        }
        Duration counter = fresh.runs(plan.usual()) < Confirmation.RUNS ? usualTook : Duration.ZERO;
        Duration showing = once.plus(counter).multipliedBy(Confirmation.RUNS);
        return quiet.multipliedBy(QUIET_PART).compareTo(showing) >= 0
                || waiting.compareTo(showing.multipliedBy(MOST_WAITING)) >= 0
                || left.get().compareTo(showing) <= 0;
    }

    private void show() throws ProbingStoppedException {
        for (Optional<OpenFailures.Showing> next = open.next(); next.isPresent(); next = open.next()) {
            show(next.get().trial(), next.get().suspects(), next.get().last());
        }
        waiting = Duration.ZERO;
    }

    private void show(Trial trial, List<TrialEnd> suspects, int last) throws ProbingStoppedException {
        Duration before = fresh.spent();
        int known = finds.size();
        try {
            confirmation.of(trial, suspects, last, patience(suspects)).forEach(this::take);
        } finally {
            Duration spent = isAsItIs(trial) ? fresh.spent().minus(before) : Duration.ZERO;
            portfolio.shown(trial.way(), finds.size() - known, spent);
        }
        listener.known(state(""));
    }

    private static boolean isAsItIs(Trial trial) {
        return trial.noise().isNone() && trial.beside().isEmpty();
    }

    private void judged(Trial trial, TrialResult result) throws ProbingStoppedException {
        trials++;
        count(trial, result);
        times.add(result);
        looking = looking.plus(result.spent());
        List<TrialEnd> suspects = suspects(trial, result);
        boolean asItIs = isAsItIs(trial);
        int news = asItIs ? open.add(trial, suspects, result.ends(), result.spent()) : 0;
        quiet = news > 0 ? Duration.ZERO : quiet.plus(result.spent());
        waiting = open.isEmpty() ? Duration.ZERO : waiting.plus(result.spent());
        if (asItIs) {
            // All that ever fails in the usual order is new the first time, and next to nothing of it the second.
            portfolio.brought(trial.way(), trials == 1 ? 0 : news, result.spent());
            listener.known(state(""));
            return;
        }
        int known = finds.size();
        Duration before = fresh.spent();
        try {
            // What makes the difference is told apart by what failed in this one.
            if (!suspects.isEmpty()) {
                show(trial, suspects, 0);
            }
        } finally {
            Duration showing = fresh.spent().minus(before);
            // Much of what fails so cannot be shown, and that is dear.
            portfolio.brought(trial.way(), finds.size() - known, result.spent().plus(showing));
        }
        listener.known(state(""));
    }

    /** The first time in its JVM, and nothing otherwise: else it tells little of how a test fares as it is. */
    private void count(Trial trial, TrialResult result) {
        boolean byItself = trial.way() == Way.ALONE;
        for (TrialEnd end : result.ends()) {
            boolean counts = trial.way() != Way.NOISE
                    && trial.way() != Way.BESIDE
                    && trial.way() != Way.CLASS
                    && (!byItself || end.unit() == 0);
            if (counts
                    && end.isTest()
                    && (end.failed() || end.passed())
                    && plan.first().contains(end.test().className())) {
                executions.merge(
                        end.test(),
                        Executions.NONE.plus(byItself, end.failed()),
                        (old, one) -> old.plus(byItself, end.failed()));
            }
        }
    }

    private List<TrialEnd> suspects(Trial trial, TrialResult result) {
        List<TrialEnd> suspects = new ArrayList<>();
        Set<ProbeUnit> failedBefore = new HashSet<>();
        for (TrialEnd end : result.ends()) {
            if (end.failed() && failedBefore.add(end.test()) && isAsked(trial, end.test())) {
                suspects.add(end);
            }
        }
        return suspects;
    }

    private int patience(List<TrialEnd> suspects) {
        return 1
                + suspects.stream()
                        .mapToInt(end -> unseen.getOrDefault(end.test(), 0))
                        .max()
                        .orElse(0);
    }

    private boolean isAsked(Trial trial, ProbeUnit test) {
        if (anyway.contains(test)
                || unseen.getOrDefault(test, 0) >= MOST_UNSEEN
                || (!isAsItIs(trial) && open.contains(test))) {
            return false;
        }
        Find known = found.get(test);
        // That it fails when something is otherwise may be the smaller half of it.
        return known == null || (known.kind() == FindKind.ENVIRONMENT && trial.way() != Way.NOISE);
    }

    private void take(Confirmation.Answer answer) {
        ProbeUnit test = answer.end().test();
        if (answer.kind().isPresent()) {
            Find find = new Find(
                    finds.size() + 1,
                    test,
                    answer.kind().get(),
                    answer.trial(),
                    answer.unit(),
                    answer.with(),
                    answer.without(),
                    answer.counter(),
                    answer.end().failure(),
                    answer.end().message(),
                    looking.plus(fresh.spent()));
            finds.add(find);
            found.put(test, find);
            unseen.remove(test);
            open.forget(test);
            listener.found(find);
        } else if (answer.failsAnyway()) {
            anyway.add(test);
            open.forget(test);
        } else if (answer.isUnseen() && unseen.merge(test, 1, Integer::sum) >= MOST_UNSEEN) {
            open.forget(test);
        }
    }

    private SearchState state(String stopped) {
        return new SearchState(
                tests,
                finds,
                List.copyOf(anyway),
                List.copyOf(unseen.keySet()),
                portfolio.looked(),
                portfolio.accounts(),
                executions,
                trials,
                looking.plus(fresh.spent()),
                stopped);
    }
}
