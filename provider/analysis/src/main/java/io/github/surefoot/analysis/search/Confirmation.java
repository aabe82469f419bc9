package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows in new JVMs what a trial has brought to light: three with it, and three without. What fails in all of the former
 * and in none of the latter depends on what is otherwise; what does both in one and the same case is random.
 */
final class Confirmation {
    static final int RUNS = 3;

    /** More than for an order where there are many kinds of noise, or neighbours: one of them may meet what is random. */
    private static final int RUNS_OF_MANY = 5;

    private static final int FEW_KINDS = 3;

    private final FreshRuns fresh;
    private final Trial usual;
    private final Trial reversed;
    private final OpenFailures open;
    private final ProbeJvmKind looking;
    private final int runsWithNoise;

    /**
     * Prepares to show what fails.
     *
     * @param usual the suite in its usual order, the counter-case of nearly all
     * @param reversed the suite backwards, the counter-case of what fails in its usual order if no other was looked at
     * @param open knows the orders in which that passed
     * @param looking in what kind of JVM it is cheap to look
     * @param kinds how many kinds of noise there are to meet something
     */
    Confirmation(FreshRuns fresh, Trial usual, Trial reversed, OpenFailures open, ProbeJvmKind looking, int kinds) {
        this.fresh = fresh;
        this.usual = usual;
        this.reversed = reversed;
        this.open = open;
        this.looking = looking;
        this.runsWithNoise = kinds > FEW_KINDS ? RUNS_OF_MANY : RUNS;
    }

    /**
     * What new JVMs have shown of a test that failed.
     *
     * @param end how it failed first
     * @param kind what sort of flaky test it is; empty if it is none, or none that new JVMs show
     * @param trial in which it fails
     * @param unit of that
     * @param with how often it failed there
     * @param without how often in the counter-case
     * @param counter what that is
     */
    record Answer(
            TrialEnd end, Optional<FindKind> kind, Trial trial, int unit, Shown with, Shown without, String counter) {
        /** Returns that of a test that passes and fails in one and the same case. */
        static Answer random(TrialEnd end, Trial trial, int unit, Shown shown) {
            return new Answer(end, Optional.of(FindKind.RANDOM), trial, unit, shown, Shown.NOTHING, "");
        }

        /** Tells whether it fails each time, here and there: that is no flaky test. */
        boolean failsAnyway() {
            return with.always() && without.always();
        }

        /** Tells whether new JVMs have not shown the failure at all. */
        boolean isUnseen() {
            return with.failed() == 0;
        }
    }

    /**
     * Shows what failed in one trial, all of it at once.
     *
     * @param suspects what failed in it
     * @param until up to which unit it is shown at least
     * @param patience how many new JVMs in which none of them fails are enough to leave it at that
     */
    List<Answer> of(Trial trial, List<TrialEnd> suspects, int until, int patience) throws ProbingStoppedException {
        if (trial.noise().isNone() && trial.beside().isEmpty()) {
            return bySuite(trial, suspects, until, patience);
        }
        ByClasses byClasses = new ByClasses(fresh, usual, runs(trial));
        Map<TrialEnd, Answer> told = byClasses.of(trial, suspects);
        List<Answer> answers = new ArrayList<>(told.values());
        List<TrialEnd> left =
                suspects.stream().filter(end -> !told.containsKey(end)).toList();
        if (!left.isEmpty()) {
            answers.addAll(oneByOne(byClasses, trial, bySuite(trial, left, until, patience)));
        }
        return answers;
    }

    /** Of what failed with several things otherwise at once in the suite, the one is asked for there, if time is left. */
    private List<Answer> oneByOne(ByClasses byClasses, Trial trial, List<Answer> answers) {
        List<TrialEnd> mixed = answers.stream()
                .filter(answer -> answer.kind().equals(Optional.of(FindKind.ENVIRONMENT)))
                .map(Answer::end)
                .toList();
        if (mixed.isEmpty() || trial.noise().variants().size() < 2) {
            return answers;
        }
        int last = mixed.stream().mapToInt(TrialEnd::unit).max().orElse(0);
        try {
            Map<TrialEnd, Answer> each = byClasses.of(trial, usual.upTo(last), mixed);
            return answers.stream()
                    .map(answer -> Optional.ofNullable(each.get(answer.end()))
                            .filter(one -> one.kind().isPresent())
                            .orElse(answer))
                    .toList();
        } catch (ProbingStoppedException e) {
            // What is shown already is told as it is; whoever runs the next thing is stopped, too.
            return answers;
        }
    }

    private List<Answer> bySuite(Trial trial, List<TrialEnd> suspects, int until, int patience)
            throws ProbingStoppedException {
        List<Answer> answers = new ArrayList<>();
        List<TrialEnd> left = new ArrayList<>();
        for (TrialEnd end : suspects) {
            Optional<Answer> anyway = trial.equals(usual) ? failingAnyway(end) : Optional.empty();
            anyway.ifPresentOrElse(answers::add, () -> left.add(end));
        }
        if (!left.isEmpty()) {
            answers.addAll(byRuns(trial, left, until, patience));
        }
        return answers;
    }

    private List<Answer> byRuns(Trial trial, List<TrialEnd> suspects, int until, int patience)
            throws ProbingStoppedException {
        int last = suspects.stream().mapToInt(TrialEnd::unit).reduce(until, Math::max);
        // The usual order is a counter-case as well, and then is wanted whole.
        Trial cut = trial.equals(usual) ? usual : trial.upTo(last);
        // Of the same case there may have been some for an earlier failure: these have seen none of these suspects
        // fail.
        int before = fresh.runs(cut);
        for (int more = 1; more <= patience && !anyFailed(cut, suspects); more++) {
            fresh.upTo(before + more, cut);
        }
        if (anyFailed(cut, suspects)) {
            fresh.upTo(runs(cut), cut);
        }
        Set<ProbeUnit> together = suspects.stream().map(TrialEnd::test).collect(Collectors.toSet());
        List<Answer> answers = new ArrayList<>();
        for (TrialEnd end : suspects) {
            answers.add(answer(cut, end, together));
            together.remove(end.test());
        }
        return answers;
    }

    /**
     * What failed in each order that was looked at, backwards if none was, and alone, and does in a new JVM, is no find: that
     * once is enough, and three times would be dear.
     */
    private Optional<Answer> failingAnyway(TrialEnd end) throws ProbingStoppedException {
        Counter alone = alone(end);
        if (shownAlready(end).isPresent()
                || open.passed(end.test(), Set.of()).isPresent()
                || !failsBackwards(end)
                || !failsAtALook(alone, end)) {
            return Optional.empty();
        }
        fresh.upTo(1, usual);
        Shown with = fresh.shown(usual, end.test(), end.unit());
        return with.always()
                ? Optional.of(new Answer(
                        end, Optional.empty(), usual, end.unit(), with, Shown.NOTHING.plus(true), alone.text()))
                : Optional.empty();
    }

    private boolean failsBackwards(TrialEnd end) throws ProbingStoppedException {
        Optional<Counter> backwards = backwards(end.test());
        return backwards.isEmpty() || failsAtALook(backwards.get(), end);
    }

    private boolean failsAtALook(Counter counter, TrialEnd end) throws ProbingStoppedException {
        return fresh.failsAtALook(counter.trial(), end.test(), counter.unit(), looking);
    }

    private boolean anyFailed(Trial cut, List<TrialEnd> suspects) {
        return suspects.stream()
                .anyMatch(end -> fresh.shown(cut, end.test(), end.unit()).failed() > 0);
    }

    private Answer answer(Trial cut, TrialEnd end, Set<ProbeUnit> together) throws ProbingStoppedException {
        Shown with = fresh.shown(cut, end.test(), end.unit());
        if (with.failed() == 0) {
            return new Answer(end, Optional.empty(), cut, end.unit(), with, Shown.NOTHING, "");
        }
        if (with.isMixed() && cut.noise().isNone() && cut.beside().isEmpty()) {
            // It does both as it is: no counter-case can add to that.
            return Answer.random(end, cut, end.unit(), with);
        }
        Counter counter = counter(cut, end, together);
        Shown without = shown(cut, end, counter);
        if (cut.equals(usual) && counter.trial().isOrder() && without.failed() > 0) {
            // It has more than one polluter, or fails alone: its own JVM tells, and once will do if it has failed each
            // time.
            boolean everywhere = with.always() && without.always();
            counter = alone(end);
            if (everywhere) {
                fresh.upTo(1, counter.trial());
                without = fresh.shown(counter.trial(), end.test(), counter.unit());
            }
            if (!everywhere || !without.always()) {
                without = shown(cut, end, counter);
            }
        }
        if (without.isMixed()) {
            // What is otherwise has no part in it.
            return Answer.random(end, counter.trial(), counter.unit(), without);
        }
        return new Answer(
                end, kind(cut, end, with, without, runs(cut)), cut, end.unit(), with, without, counter.text());
    }

    private Shown shown(Trial cut, TrialEnd end, Counter counter) throws ProbingStoppedException {
        return fresh.untilMixed(runs(cut), counter.trial(), end.test(), counter.unit());
    }

    private int runs(Trial cut) {
        if (!cut.beside().isEmpty()) {
            return RUNS_OF_MANY;
        }
        return cut.noise().isNone() ? RUNS : runsWithNoise;
    }

    static Optional<FindKind> kind(Trial cut, TrialEnd end, Shown with, Shown without, int runs) {
        if (with.isMixed()) {
            return Optional.of(FindKind.RANDOM);
        }
        if (with.runs() < runs || without.runs() < runs || !without.never()) {
            return Optional.empty();
        }
        if (!cut.noise().isNone()) {
            return Optional.of(FindKind.ENVIRONMENT);
        }
        if (!cut.beside().isEmpty()) {
            return Optional.of(FindKind.NEIGHBOUR);
        }
        boolean byItself = cut.way() == Way.CLASS || cut.way() == Way.ALONE;
        if (!byItself) {
            return Optional.of(FindKind.ORDER);
        }
        return Optional.of(end.unit() == 0 ? FindKind.BRITTLE : FindKind.NON_IDEMPOTENT);
    }

    private record Counter(Trial trial, int unit, String text) {}

    private Counter counter(Trial cut, TrialEnd end, Set<ProbeUnit> together) {
        ProbeUnit test = end.test();
        boolean byItself = cut.way() == Way.CLASS || cut.way() == Way.ALONE;
        if (byItself && end.unit() > 0) {
            return new Counter(cut, 0, "the first time");
        }
        if (cut.noise().isNone() && cut.way() == Way.USUAL) {
            // One order for all that fails in the other, where a JVM for each test would be dear.
            return shownAlready(end)
                    .or(() -> open.passed(test, together)
                            .map(place -> new Counter(
                                    place.trial(), place.unit(), place.trial().text())))
                    .or(() -> backwards(test))
                    .orElseGet(() -> alone(end));
        }
        int place = usual.units().indexOf(ProbeUnit.ofClass(test.className()));
        return new Counter(usual, Math.max(0, place), without(cut));
    }

    /** Returns what the usual order is as a counter-case, in words. */
    static String without(Trial cut) {
        if (!cut.beside().isEmpty()) {
            return "with nothing beside it";
        }
        return cut.noise().isNone() ? "in the usual order" : "without";
    }

    private Optional<Counter> backwards(ProbeUnit test) {
        int last = reversed.units().indexOf(ProbeUnit.ofClass(test.className()));
        return open.hasOrders() || last < 0
                ? Optional.empty()
                : Optional.of(new Counter(reversed, last, "in reversed order"));
    }

    /** Another order may have been shown already, for others that failed in it, and cost nothing any more. */
    private Optional<Counter> shownAlready(TrialEnd end) {
        return fresh.passing(end.test(), RUNS)
                .map(place ->
                        new Counter(place.trial(), place.unit(), place.trial().text()));
    }

    private static Counter alone(TrialEnd end) {
        ProbeUnit alone =
                end.isTest() ? end.test() : ProbeUnit.ofClass(end.test().className());
        return new Counter(Trial.plain(Way.ALONE, "alone", List.of(alone)), 0, "alone");
    }
}
