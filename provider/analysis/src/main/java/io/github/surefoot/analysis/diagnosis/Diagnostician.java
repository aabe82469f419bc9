package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.core.probe.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out why one test fails: runs it alone, after all that ran before it when it failed, twice; then looks for the
 * least that makes the difference, and checks that in new JVMs, with and without.
 *
 * <p>The kinds are those of iFixFlakies (Shi et al., 2019) and of the work on non-idempotent tests (Wei et al., 2022).
 */
public final class Diagnostician {
    /** Runs that have to end alike for what seems certain to be called so, with what follows from it in new JVMs. */
    private static final int SAME = 5;

    /** Runs of all that ran before, which may be long, until it is believed that it does not bring the failure back. */
    private static final int FULL = 3;

    /** The same for a test that has passed in the run: half of those that fail half the time fail at once. */
    private static final int SAME_ALONE = 10;

    private static final int CONFIRMATIONS = 3;
    private static final int MOST_SUSPECTS = 2;
    private static final int MOST_POLLUTERS = 4;
    private static final int RUNS_OF_CHANCE = 20;
    private static final int FRESH_RUNS_OF_CHANCE = 6;

    /** How seldom a test that fails by chance may be taken for one that does not. */
    private static final double CHANCE = 0.001;

    private final Subject subject;
    private final ProbeTrials trials;
    private final boolean confirming;
    private TestDiagnosis best;

    private Diagnostician(Subject subject, Prober prober, boolean confirming) {
        this.confirming = confirming;
        this.subject = subject;
        trials = new ProbeTrials(prober, subject.test());
        best = found(Kind.RANDOM, List.of(), Shown.NOTHING);
    }

    /** Diagnoses a test. If the prober stops before the end, what is known by then is the result, and says so. */
    public static TestDiagnosis diagnose(Subject subject, Prober prober) {
        return diagnose(subject, prober, true);
    }

    /**
     * Diagnoses a test, as {@link #diagnose(Subject, Prober)} does.
     *
     * @param confirming whether what is found is shown in new JVMs; if not, it is cheap, nothing is confirmed, and nothing
     *     is asked that only new JVMs can tell
     */
    public static TestDiagnosis diagnose(Subject subject, Prober prober, boolean confirming) {
        Diagnostician diagnostician = new Diagnostician(subject, prober, confirming);
        try {
            TestDiagnosis result = diagnostician.diagnose();
            return result.ended(diagnostician.trials.cost(), "");
        } catch (ProbingStoppedException e) {
            return diagnostician.best.ended(diagnostician.trials.cost(), e.why());
        }
    }

    private TestDiagnosis diagnose() throws ProbingStoppedException {
        Ending alone = trials.once(ProbeTrials.ALONE);
        if (alone.result() == Ending.Result.ABSENT) {
            trials.wholeClass();
            alone = trials.once(ProbeTrials.ALONE);
        }
        return alone.result() == Ending.Result.FAILED ? failsAlone() : passesAlone();
    }

    private TestDiagnosis failsAlone() throws ProbingStoppedException {
        trials.checking(true);
        boolean each = trials.untilMixed(subject.passed() > 0 ? SAME_ALONE : CONFIRMATIONS, ProbeTrials.ALONE)
                .always();
        trials.checking(false);
        if (!each) {
            return chance();
        }
        if (confirming && !trials.isOnlyFresh() && !trials.failsFresh(ProbeTrials.ALONE)) {
            Optional<TestDiagnosis> drawn = drawn();
            if (drawn.isPresent()) {
                return drawn.get();
            }
            // It does not fail alone at all, but in a loader of ours.
            trials.onlyFresh();
            return diagnose();
        }
        Optional<List<ProbeUnit>> passing = subject.passing().filter(before -> !before.isEmpty());
        if (passing.isPresent() && !trials.fails(passing.get())) {
            return brittle(passing.get());
        }
        TestDiagnosis always = confirmed(
                found(subject.passed() > 0 ? Kind.BRITTLE : Kind.BROKEN, List.of(), trials.seen(ProbeTrials.ALONE)));
        if (!confirming) {
            return always;
        }
        return (always.without().always() ? environment(true) : drawn()).orElse(always);
    }

    private TestDiagnosis brittle(List<ProbeUnit> passing) throws ProbingStoppedException {
        List<ProbeUnit> clue = subject.clues().setters();
        boolean helps = !clue.isEmpty() && clue.size() < passing.size() && !trials.fails(clue);
        List<ProbeUnit> setter = new Minimum<ProbeUnit>(before -> !trials.fails(before)).of(helps ? clue : passing);
        if (setter.isEmpty() || !sure(setter, false)) {
            return chance();
        }
        setter = new Culprits(subject, before -> !trials.fails(before)).byTest(setter);
        return confirmed(found(Kind.BRITTLE, List.of(setter), trials.seen(setter)));
    }

    private TestDiagnosis passesAlone() throws ProbingStoppedException {
        if ((subject.failing().isEmpty() || subject.ranBefore()) && trials.fails(trials.itself())) {
            return nonIdempotent();
        }
        List<ProbeUnit> failing = subject.failing().orElse(ProbeTrials.ALONE);
        if (failing.isEmpty()) {
            return ranAnywhere(failing);
        }
        List<ProbeUnit> clue = subject.clues().polluters();
        Ending hinted = clue.isEmpty() ? Ending.absent() : trials.once(clue);
        if (hinted.result() == Ending.Result.FAILED) {
            return victim(failing, clue, hinted.failure());
        }
        Ending full = untilItFails(failing);
        return full.result() == Ending.Result.FAILED ? victim(failing, failing, full.failure()) : ranAnywhere(failing);
    }

    private TestDiagnosis nonIdempotent() throws ProbingStoppedException {
        List<ProbeUnit> itself = trials.itself();
        return sure(itself, true) ? confirmed(found(Kind.NON_IDEMPOTENT, List.of(), trials.seen(itself))) : chance();
    }

    private Optional<TestDiagnosis> environment(boolean fails) throws ProbingStoppedException {
        trials.checking(false);
        return new EnvironmentSearch(trials, fails)
                .find()
                .map(found -> TestDiagnosis.ofEnvironment(subject, found, trials.cost()));
    }

    private Optional<TestDiagnosis> drawn() throws ProbingStoppedException {
        trials.checking(false);
        return new EnvironmentSearch(trials, true)
                .drawn()
                .map(found -> TestDiagnosis.ofEnvironment(subject, found, trials.cost()));
    }

    private Ending untilItFails(List<ProbeUnit> failing) throws ProbingStoppedException {
        Ending ending = trials.once(failing);
        for (int i = 1; i < FULL && ending.result() != Ending.Result.FAILED; i++) {
            ending = trials.once(failing);
        }
        return ending;
    }

    /** What ran before in its JVM does not bring it back: what another JVM had run may, by a file that it left. */
    private TestDiagnosis ranAnywhere(List<ProbeUnit> failing) throws ProbingStoppedException {
        if (trials.fails(trials.itself())) {
            return nonIdempotent();
        }
        List<ProbeUnit> all = subject.clues().anywhere();
        if (failing.containsAll(all) || subject.failed() == 0) {
            return chance();
        }
        Ending ending = trials.once(all);
        return ending.result() == Ending.Result.FAILED ? victim(all, all, ending.failure()) : chance();
    }

    /** Looks for the polluters in {@code enough} of all that ran before. */
    private TestDiagnosis victim(List<ProbeUnit> failing, List<ProbeUnit> enough, String failure)
            throws ProbingStoppedException {
        Minimum.Question<ProbeUnit> question = before -> {
            Ending ending = trials.once(before);
            return ending.result() == Ending.Result.FAILED && ending.failure().equals(failure);
        };
        List<ProbeUnit> polluters = suspected(question);
        if (polluters.isEmpty()) {
            polluters = new Minimum<>(question).of(enough);
        }
        if (polluters.isEmpty() || !sure(polluters, true)) {
            return chance();
        }
        Culprits culprits = new Culprits(subject, question);
        List<ProbeUnit> exact = culprits.byTest(polluters);
        if (exact.stream().allMatch(this::isItself)) {
            return confirmed(found(Kind.NON_IDEMPOTENT, List.of(exact), trials.seen(exact)));
        }
        List<List<ProbeUnit>> all = new ArrayList<>(List.of(exact));
        best = found(Kind.VICTIM, all, trials.seen(all.get(0)));
        addOthers(failing, polluters, culprits, question, all);
        best = found(Kind.VICTIM, all, trials.seen(all.get(0))).cleanedBy(cleaners(polluters));
        return confirmed(best);
    }

    /** Tells whether a unit runs what was asked about: after so many of these it fails, and nobody else is to blame. */
    private boolean isItself(ProbeUnit unit) {
        ProbeUnit test = subject.test();
        boolean whole = test.test().name().isEmpty() && unit.className().equals(test.className());
        return whole || unit.equals(test) || trials.itself().contains(unit);
    }

    private List<ProbeUnit> suspected(Minimum.Question<ProbeUnit> question) throws ProbingStoppedException {
        List<ProbeUnit> suspects = subject.clues().suspects();
        for (ProbeUnit suspect : suspects.subList(0, Math.min(MOST_SUSPECTS, suspects.size()))) {
            if (question.doIt(List.of(suspect))) {
                return List.of(suspect);
            }
        }
        return List.of();
    }

    /** Looks for what made it pass in a run in which a polluter ran before it all the same. */
    private List<ProbeUnit> cleaners(List<ProbeUnit> polluters) throws ProbingStoppedException {
        List<ProbeUnit> passing = subject.passing().orElse(ProbeTrials.ALONE);
        int last = passing.lastIndexOf(polluters.get(polluters.size() - 1));
        if (!passing.containsAll(polluters) || last == passing.size() - 1) {
            return List.of();
        }
        Minimum.Question<ProbeUnit> cleans = some -> !trials.fails(joined(polluters, some));
        List<ProbeUnit> between = passing.subList(last + 1, passing.size());
        List<ProbeUnit> least = cleans.doIt(between) ? new Minimum<>(cleans).of(between) : List.of();
        trials.checking(true);
        boolean sure = !least.isEmpty()
                && trials.untilMixed(SAME, joined(polluters, least)).never();
        trials.checking(false);
        return sure ? least : List.of();
    }

    private static List<ProbeUnit> joined(List<ProbeUnit> first, List<ProbeUnit> then) {
        List<ProbeUnit> both = new ArrayList<>(first);
        both.addAll(then);
        return both;
    }

    /** Looks for polluters in what is left without those that are known. */
    private void addOthers(
            List<ProbeUnit> failing,
            List<ProbeUnit> first,
            Culprits culprits,
            Minimum.Question<ProbeUnit> question,
            List<List<ProbeUnit>> all)
            throws ProbingStoppedException {
        List<ProbeUnit> rest = new ArrayList<>(failing);
        rest.removeAll(first);
        while (all.size() < MOST_POLLUTERS && !rest.isEmpty() && question.doIt(rest)) {
            List<ProbeUnit> next = new Minimum<>(question).of(rest);
            if (next.isEmpty() || !sure(next, true)) {
                return;
            }
            all.add(culprits.byTest(next));
            rest.removeAll(next);
        }
    }

    /** Repeats both sides as often as it takes to take them for no accident. */
    private boolean sure(List<ProbeUnit> culprits, boolean fails) throws ProbingStoppedException {
        trials.checking(true);
        try {
            Shown with = trials.untilMixed(SAME, culprits);
            Shown without = trials.untilMixed(SAME, ProbeTrials.ALONE);
            return fails ? with.always() && without.never() : with.never() && without.always();
        } finally {
            trials.checking(false);
        }
    }

    /** Runs both sides in new JVMs. */
    private TestDiagnosis confirmed(TestDiagnosis found) throws ProbingStoppedException {
        best = found;
        trials.checking(true);
        if (!confirming) {
            return unconfirmed(found);
        }
        boolean failsAlone = found.kind() == Kind.BRITTLE || found.kind() == Kind.BROKEN;
        Shown with = Shown.NOTHING;
        Shown without = Shown.NOTHING;
        List<ProbeUnit> before = before(found);
        for (int i = 0; i < CONFIRMATIONS; i++) {
            if (!before.isEmpty()) {
                with = with.plus(trials.failsFresh(before));
            }
            without = without.plus(trials.failsFresh(ProbeTrials.ALONE));
        }
        boolean as = failsAlone
                ? without.always() && (before.isEmpty() ? found.kind() == Kind.BROKEN : with.never())
                : with.always() && without.never();
        if (!as && !before.isEmpty()) {
            trials.checking(false);
            return otherwise(found, with, without);
        }
        best = found.confirmed(with, without, as);
        return before.isEmpty() ? best : best.leaving(state(before, !failsAlone));
    }

    private TestDiagnosis unconfirmed(TestDiagnosis found) {
        List<ProbeUnit> before = before(found);
        return before.isEmpty() ? found : found.leaving(state(before, found.kind() != Kind.BRITTLE));
    }

    /** Returns what runs before the test to show what was found. */
    private List<ProbeUnit> before(TestDiagnosis found) {
        if (!found.culprits().isEmpty()) {
            return found.culprits().get(0);
        }
        return found.kind() == Kind.NON_IDEMPOTENT ? trials.itself() : ProbeTrials.ALONE;
    }

    /** What was left behind is told beside what is found: that is whole without it. */
    private List<StateChange> state(List<ProbeUnit> before, boolean fails) {
        try {
            return new LeftState(trials, before, fails).find();
        } catch (ProbingStoppedException e) {
            return List.of();
        }
    }

    /** New JVMs do not show what renewed loaders have shown. */
    private TestDiagnosis otherwise(TestDiagnosis found, Shown with, Shown without) throws ProbingStoppedException {
        if (!trials.isOnlyFresh()) {
            trials.onlyFresh();
            return diagnose();
        }
        boolean chance = with.isMixed() || without.isMixed();
        return chance ? chance() : found.confirmed(with, without, false);
    }

    /** Runs both sides in new JVMs, of which the test need not do the same each time. */
    private TestDiagnosis inNewJvms(TestDiagnosis found) throws ProbingStoppedException {
        best = found;
        if (!confirming) {
            return found;
        }
        trials.checking(true);
        Shown with = Shown.NOTHING;
        Shown without = Shown.NOTHING;
        for (int i = 0; i < CONFIRMATIONS; i++) {
            with = with.plus(trials.failsFresh(found.culprits().get(0)));
            without = without.plus(trials.failsFresh(ProbeTrials.ALONE));
        }
        return with.always() && without.never() ? found.confirmed(with, without, true) : found;
    }

    /** Nothing that was tried makes it fail each time: tells how often it fails, and whether that depends on the order. */
    private TestDiagnosis chance() throws ProbingStoppedException {
        Shown alone = trials.upTo(RUNS_OF_CHANCE, ProbeTrials.ALONE);
        best = found(Kind.RANDOM, List.of(), alone);
        Optional<TestDiagnosis> neighbour = subject.failed() > 0 && alone.never()
                ? new NeighbourSearch(subject, trials, confirming).find()
                : Optional.empty();
        if (neighbour.isPresent()) {
            return neighbour.get();
        }
        Optional<TestDiagnosis> order = new NoisyOrder(subject, trials).look(alone);
        if (order.isPresent()) {
            return inNewJvms(order.get());
        }
        if (!confirming) {
            return best;
        }
        trials.checking(true);
        Shown fresh = Shown.NOTHING;
        while (alone.failed() > 0 && fresh.runs() < FRESH_RUNS_OF_CHANCE && !fresh.isMixed()) {
            fresh = fresh.plus(trials.failsFresh(ProbeTrials.ALONE));
        }
        best = best.confirmed(alone, fresh, alone.isMixed() && fresh.isMixed());
        if (subject.failed() == 0 || (!trials.isOnlyFresh() && trials.isMixedInOneJvm(ProbeTrials.ALONE))) {
            return best;
        }
        return isSettled(alone, fresh) ? environment(fresh.always()).orElse(best) : drawn().orElse(best);
    }

    /** Tells whether new JVMs all do the same, so that what they are like may decide: chance would hardly do that. */
    private boolean isSettled(Shown alone, Shown fresh) throws ProbingStoppedException {
        if (trials.isOnlyFresh() || fresh.isMixed()) {
            return false;
        }
        double same = Math.max(alone.rate(), 1 - alone.rate());
        int needed = same == 1 ? 0 : (int) Math.ceil(Math.log(CHANCE) / Math.log(same));
        Shown all = fresh;
        while (all.runs() < needed && needed <= RUNS_OF_CHANCE && !all.isMixed()) {
            all = all.plus(trials.failsFresh(ProbeTrials.ALONE));
        }
        return needed <= RUNS_OF_CHANCE && !all.isMixed();
    }

    private TestDiagnosis found(Kind kind, List<List<ProbeUnit>> culprits, Shown with) {
        return new TestDiagnosis(
                subject,
                kind,
                culprits,
                List.of(),
                List.of(),
                List.of(),
                ProbeVariant.USUAL,
                with,
                trials.seen(ProbeTrials.ALONE),
                false,
                trials.cost(),
                "");
    }
}
