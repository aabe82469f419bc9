package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.cause.FailureGroup;
import io.github.surefoot.analysis.evidence.TestName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the gate says of a run.
 *
 * @param state held, broken or insufficient
 * @param reasons why it is not held, the gravest first; empty if it is
 * @param settings the rule that was applied
 * @param rates the measures of all tests
 * @param categories the measures of each category that has tests, by name
 * @param tests all tests, by class and name
 * @param groups the tests that failed, those that fail with one cause together
 * @param plannedRounds how many rounds were planned
 * @param completedRounds how many were done from beginning to end
 * @param earlyStop why fewer were done, if the verdict was decided before
 * @param exceptions what became of the exceptions, in the order of their file
 */
public record Verdict(
        State state,
        List<Reason> reasons,
        GateSettings settings,
        Rates rates,
        Map<String, Rates> categories,
        List<TestResult> tests,
        List<FailureGroup> groups,
        int plannedRounds,
        int completedRounds,
        Optional<EarlyStop> earlyStop,
        List<ExceptionRuling> exceptions) {
    private static final Comparator<TestResult> WORST_FIRST = Comparator.comparing(
                    TestResult::tally, Tally::compareRate)
            .thenComparing(test -> test.tally().failed(), Comparator.reverseOrder())
            .thenComparing(TestResult::evidence);

    /** Copies the collections. */
    public Verdict {
        reasons = List.copyOf(reasons);
        tests = List.copyOf(tests);
        groups = List.copyOf(groups);
        exceptions = List.copyOf(exceptions);
    }

    /** The three verdicts. */
    public enum State {
        /** The suite is as reliable as it must be. */
        HELD,
        /** It is not. */
        BROKEN,
        /** Too little is known to say. */
        INSUFFICIENT;

        /** Returns the word for it in {@code verdict.json}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Rounds were left out, since the verdict could not change any more.
     *
     * @param afterRound the last round that was run
     * @param savedExecutions how many executions that saved
     */
    public record EarlyStop(int afterRound, long savedExecutions) {}

    /** Tells whether the build may pass. */
    public boolean isHeld() {
        return state == State.HELD;
    }

    /** Returns the same with its reasons in other words. */
    public Verdict reworded(UnaryOperator<String> words) {
        List<Reason> other = reasons.stream()
                .map(reason -> new Reason(reason.kind(), words.apply(reason.text()), reason.test(), reason.unproven()))
                .toList();
        return new Verdict(
                state,
                other,
                settings,
                rates,
                categories,
                tests,
                groups,
                plannedRounds,
                completedRounds,
                earlyStop,
                exceptions);
    }

    /** Returns the exceptions by which tests are excused, the one that ends first at the front. */
    public List<ExceptionRuling> standing() {
        return exceptions.stream()
                .filter(ruling -> !ruling.state().breaks())
                .sorted(Comparator.comparing(ExceptionRuling::daysLeft))
                .toList();
    }

    /** Returns the exception that a test is excused by, if it is. */
    public Optional<ExceptionRuling> excuse(TestResult test) {
        return exceptions.stream()
                .filter(ruling -> !ruling.state().breaks() && ruling.tests().contains(test))
                .findFirst();
    }

    /**
     * Returns how many exceptions stand and when the next ends, as {@code with 2 exceptions (next ends in 5 days)};
     * empty if there are none.
     */
    public String reservation() {
        List<ExceptionRuling> standing = standing();
        if (standing.isEmpty()) {
            return "";
        }
        String next = ExceptionRules.in(standing.get(0).daysLeft());
        return standing.size() == 1
                ? "with 1 exception (ends " + next + ")"
                : "with " + standing.size() + " exceptions (next ends " + next + ")";
    }

    /** Returns the tests that failed at least once, the least reliable first. */
    public List<TestResult> worst() {
        return tests.stream()
                .filter(test -> test.tally().failed() > 0)
                .sorted(WORST_FIRST)
                .toList();
    }

    /**
     * Returns the same tests, those that fail with one cause told of together: large groups first, else in the order
     * given. Of each group the test that its cause is told of speaks for the others, if it is among them.
     */
    public List<GroupedTest> grouped(List<TestResult> of) {
        Map<TestName, FailureGroup> groupOf = new HashMap<>();
        groups.forEach(group -> group.tests().forEach(test -> groupOf.put(test.name(), group)));
        Map<Object, List<TestResult>> together = new LinkedHashMap<>();
        for (TestResult test : of) {
            TestName name = test.evidence().name();
            FailureGroup group = groupOf.get(name);
            together.computeIfAbsent(group == null ? name : group.first().name(), key -> new ArrayList<>())
                    .add(test);
        }
        List<GroupedTest> result = new ArrayList<>();
        together.forEach((first, tests) -> {
            TestResult speaker = tests.stream()
                    .filter(test -> test.evidence().name().equals(first))
                    .findFirst()
                    .orElse(tests.get(0));
            List<TestResult> others = new ArrayList<>(tests);
            others.remove(speaker);
            FailureGroup group = groupOf.get(speaker.evidence().name());
            result.add(new GroupedTest(speaker, others, group == null ? "" : group.alike()));
        });
        result.sort(Comparator.comparingInt(GroupedTest::size).reversed());
        return result;
    }

    /** Returns the reasons, the gravest first; those of tests that fail with one cause are one, large groups first. */
    public List<GroupedReason> groupedReasons() {
        Map<TestName, Reason> blamed = new LinkedHashMap<>();
        List<TestResult> blamedTests = new ArrayList<>();
        for (Reason reason : reasons) {
            reason.test().ifPresent(test -> {
                if (blamed.putIfAbsent(test.evidence().name(), reason) == null) {
                    blamedTests.add(test);
                }
            });
        }
        List<GroupedReason> result = new ArrayList<>();
        boolean told = false;
        for (Reason reason : reasons) {
            if (reason.test().isEmpty()) {
                result.add(new GroupedReason(reason, Optional.empty()));
            } else if (!told) {
                grouped(blamedTests)
                        .forEach(group -> result.add(new GroupedReason(
                                Objects.requireNonNull(
                                        blamed.get(group.test().evidence().name())),
                                Optional.of(group))));
                told = true;
            }
        }
        return result;
    }
}
