package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rounds that were done from beginning to end, of all tests or of those that one shard ran. */
final class RoundsOfTests {
    private static final int FEWEST_SOUND_ROUNDS = 2;

    private final List<TestEvidence> tests;
    private final Supplier<Causes> causes;
    private final Map<Integer, RoundOfTests> rounds = new TreeMap<>();
    private boolean soundCounted;

    RoundsOfTests(Evidence evidence, List<TestEvidence> tests, Supplier<Causes> causes) {
        this.tests = tests;
        this.causes = causes;
        evidence.rounds().stream()
                .filter(RoundEvidence::complete)
                .forEach(round -> rounds.put(round.round(), new RoundOfTests(round.round())));
        count();
    }

    private void count() {
        Set<String> withTests = tests.stream()
                .filter(test -> !test.container())
                .map(TestEvidence::owner)
                .collect(Collectors.toSet());
        for (TestEvidence test : tests) {
            // What stands for a class as a whole is no test, unless none of its tests is known: they did not run.
            boolean counted = !test.container() || !withTests.contains(test.owner());
            forEach(test, (round, execution) -> {
                if (counted) {
                    round.count(execution);
                }
                if (RoundOfTests.failed(execution.outcome())) {
                    round.countFailure(execution);
                }
            });
        }
    }

    private void forEach(TestEvidence test, BiConsumer<RoundOfTests, Execution> then) {
        for (Execution execution : test.executions()) {
            RoundOfTests round = rounds.get(execution.round());
            if (round != null && RoundOfTests.counts(execution.outcome())) {
                then.accept(round, execution);
            }
        }
    }

    /** Returns its tests, and classes as a whole of which no test is known. */
    List<TestEvidence> tests() {
        return tests;
    }

    /** Returns those of its tests that passed, failed or did not run in some of these rounds. */
    List<TestEvidence> tests(Set<Integer> these) {
        return tests.stream()
                .filter(test -> {
                    Passes passes = passes(test, round -> these.contains(round.round()));
                    return passes.passed + passes.others > 0;
                })
                .toList();
    }

    /** Returns the bad rounds, in order. */
    List<RoundOfTests> bad() {
        return rounds.values().stream().filter(RoundOfTests::isBad).toList();
    }

    /**
     * Returns the outages, if so few rounds are bad that the others tell what is right.
     *
     * @param of whose rounds these are, to be named behind their numbers
     */
    List<Outage> outages(String of) {
        int bad = bad().size();
        int sound = rounds.size() - bad;
        if (bad == 0 || bad >= sound || sound < FEWEST_SOUND_ROUNDS) {
            return List.of();
        }
        Set<String> own = tests.stream().map(TestEvidence::owner).collect(Collectors.toSet());
        return outages().stream()
                .map(round -> new Outage(
                        Outage.ROUND, Set.of(round.round()), test -> own.contains(test.owner()), round.sentence(of)))
                .toList();
    }

    /** Returns the bad rounds if they are all between these two and outages, and enough others are sound; or none. */
    List<RoundOfTests> outagesWithin(int first, int last) {
        List<RoundOfTests> bad = bad();
        long others = rounds.keySet().stream()
                .filter(round -> round < first || round > last)
                .count();
        if (bad.isEmpty()
                || others < FEWEST_SOUND_ROUNDS
                || bad.stream().anyMatch(round -> round.round() < first || round.round() > last)) {
            return List.of();
        }
        List<RoundOfTests> outages = outages();
        return outages.size() == bad.size() ? outages : List.of();
    }

    private List<RoundOfTests> outages() {
        countWhatIsSoundElsewhere();
        return rounds.values().stream().filter(RoundOfTests::isOutage).toList();
    }

    private void countWhatIsSoundElsewhere() {
        if (soundCounted) {
            return;
        }
        soundCounted = true;
        for (TestEvidence test : tests) {
            if (!test.container() && passesElsewhere(test) && isWithoutCause(test)) {
                forEach(test, (round, execution) -> round.countSound(test, execution));
            }
        }
    }

    /** Tells whether the journals show no cause of its failures. */
    boolean isWithoutCause(TestEvidence test) {
        return causes.get().of(test).isEmpty();
    }

    private boolean passesElsewhere(TestEvidence test) {
        Passes elsewhere = passes(test, round -> !round.isBad());
        return elsewhere.passed > 0 && elsewhere.others == 0;
    }

    /** Tells whether a test ran in some of these rounds, and passed in none of them. */
    boolean isDown(TestEvidence test, Set<Integer> these) {
        Passes here = passes(test, round -> these.contains(round.round()));
        return here.passed == 0 && here.others > 0;
    }

    /** Tells whether a test passed in every round that is not bad. */
    boolean isSoundElsewhere(TestEvidence test) {
        return passes(test, round -> !round.isBad()).others == 0;
    }

    private Passes passes(TestEvidence test, Predicate<RoundOfTests> in) {
        Passes passes = new Passes();
        forEach(test, (round, execution) -> {
            if (in.test(round)) {
                passes.count(execution);
            }
        });
        return passes;
    }

    private static final class Passes {
        private int passed;
        private int others;

        void count(Execution execution) {
            if (execution.outcome() instanceof Outcome.Passed) {
                passed++;
            } else {
                others++;
            }
        }
    }
}
