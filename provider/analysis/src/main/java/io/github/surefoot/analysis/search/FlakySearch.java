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
import java.util.function.BooleanSupplier;

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

    private static final int MOST_SLOW = 12;
    private static final Duration SLOW = Duration.ofMillis(10);

    private final SearchPlan plan;
    private final TrialRunner runner;
    private final ProbeJvmKind kind;
    private final BooleanSupplier goesOn;
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
    /** Without what new JVMs took that show what was found. */
    private Duration looking = Duration.ZERO;

    private int trials;

    /**
     * Prepares a search.
     *
     * @param kind in what kind of JVM it looks; what it finds is shown in new ones
     * @param goesOn whether there is time for another trial; one that is under way is brought to its end
     */
    public FlakySearch(
            SearchPlan plan, TrialRunner runner, ProbeJvmKind kind, BooleanSupplier goesOn, SearchListener listener) {
        this.plan = plan;
        this.runner = runner;
        this.kind = kind;
        this.goesOn = goesOn;
        this.listener = listener;
        fresh = new FreshRuns(runner);
        confirmation = new Confirmation(fresh, plan.usual(), plan.reversed());
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
        portfolio = new Portfolio(plan.strategies(tests, slowest(first)), plan.before());
        judged(plan.usual(), first);
        while (trials < plan.mostTrials()) {
            if (!goesOn.getAsBoolean()) {
                return "its time is over";
            }
            Optional<Trial> next = portfolio.next();
            if (next.isEmpty()) {
                return "all was looked at";
            }
            Trial trial = next.get();
            judged(trial, runner.run(trial, trial.way() == Way.NOISE ? ProbeJvmKind.FRESH : kind));
        }
        return "it has made all its trials";
    }

    /** Returns the classes that take longest: what runs at the same time as they do is likely to do so often. */
    private static List<ProbeUnit> slowest(TrialResult usual) {
        Map<String, Duration> took = new LinkedHashMap<>();
        usual.ends().stream()
                .filter(TrialEnd::isTest)
                .forEach(end -> took.merge(end.test().className(), end.took(), Duration::plus));
        return took.entrySet().stream()
                .filter(one -> one.getValue().compareTo(SLOW) >= 0)
                .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                .limit(MOST_SLOW)
                .map(one -> ProbeUnit.ofClass(one.getKey()))
                .toList();
    }

    private void judged(Trial trial, TrialResult result) throws ProbingStoppedException {
        trials++;
        count(trial, result);
        looking = looking.plus(result.spent());
        Duration before = fresh.spent();
        int known = finds.size();
        List<TrialEnd> suspects = suspects(trial, result);
        try {
            if (!suspects.isEmpty()) {
                confirmation.of(trial, suspects, patience(suspects)).forEach(this::take);
            }
        } finally {
            portfolio.brought(
                    trial.way(),
                    finds.size() - known,
                    result.spent().plus(fresh.spent().minus(before)));
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
        if (anyway.contains(test) || unseen.getOrDefault(test, 0) >= MOST_UNSEEN) {
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
            listener.found(find);
        } else if (answer.failsAnyway()) {
            anyway.add(test);
        } else if (answer.isUnseen()) {
            unseen.merge(test, 1, Integer::sum);
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
