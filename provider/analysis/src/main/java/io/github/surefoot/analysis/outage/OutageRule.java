package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Tells rounds in which a service was down from rounds in which tests failed. By this rule, of rounds that were done from
 * beginning to end, and of the tests that passed, failed or did not run in them:
 *
 * <ol>
 *   <li>A round is <em>bad</em> if more than half of its tests did not pass, and something failed in it.
 *   <li>If fewer than half of the rounds are bad, and two or more are not, a bad round of ten tests or more is an
 *       <em>outage</em> if more than half of its tests, of two classes at least, did not pass in it, though they passed in
 *       every round that is not bad, and no cause of their failures is known. A class that had run before them each time
 *       is a cause.
 * </ol>
 *
 * <p>What fails in an outage is no evidence against its test, and a run with an outage is never held: it proves too little.
 * The death of a worker stays what it is.
 */
public final class OutageRule {
    private static final int FEWEST_SOUND_ROUNDS = 2;

    private final Evidence evidence;
    private final Map<Integer, RoundOfTests> rounds = new HashMap<>();

    private OutageRule(Evidence evidence) {
        this.evidence = evidence;
        evidence.rounds().stream()
                .filter(RoundEvidence::complete)
                .forEach(round -> rounds.put(round.round(), new RoundOfTests(round.round())));
    }

    /** Returns evidence in which nothing that failed in an outage counts, and a finding tells of each outage. */
    public static Evidence apply(Evidence evidence) {
        return evidence.tests().stream().anyMatch(TestEvidence::fails) ? new OutageRule(evidence).applied() : evidence;
    }

    private Evidence applied() {
        count();
        long bad = rounds.values().stream().filter(RoundOfTests::isBad).count();
        long sound = rounds.size() - bad;
        if (bad == 0 || bad >= sound || sound < FEWEST_SOUND_ROUNDS) {
            return evidence;
        }
        countWhatIsSoundElsewhere();
        List<Finding> findings = new ArrayList<>(evidence.findings());
        for (RoundEvidence round : evidence.rounds()) {
            RoundOfTests tests = rounds.get(round.round());
            if (tests != null && tests.isOutage()) {
                findings.add(new Finding(Finding.Kind.OUTAGE, tests.sentence()));
            }
        }
        return findings.size() == evidence.findings().size()
                ? evidence
                : evidence.withTests(
                                evidence.tests().stream().map(this::excused).toList())
                        .withFindings(findings);
    }

    private void count() {
        for (TestEvidence test : evidence.tests()) {
            forEach(test, (round, execution) -> {
                // What stands for a class as a whole is no test: the tests of the class did not run.
                if (!test.container()) {
                    round.count(execution);
                }
                if (RoundOfTests.failed(execution.outcome())) {
                    round.countFailure(execution);
                }
            });
        }
    }

    private void countWhatIsSoundElsewhere() {
        Causes causes = new Causes(evidence);
        for (TestEvidence test : evidence.tests()) {
            if (!test.container() && passesElsewhere(test) && causes.of(test).isEmpty()) {
                forEach(test, (round, execution) -> round.countSound(test, execution));
            }
        }
    }

    private boolean passesElsewhere(TestEvidence test) {
        List<Outcome> outcomes = new ArrayList<>();
        forEach(test, (round, execution) -> {
            if (!round.isBad()) {
                outcomes.add(execution.outcome());
            }
        });
        return !outcomes.isEmpty() && outcomes.stream().allMatch(Outcome.Passed.class::isInstance);
    }

    private void forEach(TestEvidence test, BiConsumer<RoundOfTests, Execution> then) {
        for (Execution execution : test.executions()) {
            RoundOfTests round = rounds.get(execution.round());
            if (round != null && RoundOfTests.counts(execution.outcome())) {
                then.accept(round, execution);
            }
        }
    }

    private TestEvidence excused(TestEvidence test) {
        return test.fails()
                ? test.with(test.executions().stream().map(this::excused).toList())
                : test;
    }

    private Execution excused(Execution execution) {
        RoundOfTests round = rounds.get(execution.round());
        if (round == null || !round.isOutage() || !RoundOfTests.failed(execution.outcome())) {
            return execution;
        }
        String headline = execution.headline();
        return execution.with(new Outcome.NotRun("Its round was an outage, in which it "
                + execution.outcome().word()
                + (headline.isEmpty() ? "" : ": " + headline)));
    }
}
