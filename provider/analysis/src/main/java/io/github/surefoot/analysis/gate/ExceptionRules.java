package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.exception.AllowedFailure;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.exception.FailureFingerprint;
import io.github.surefoot.analysis.gate.ExceptionRuling.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the exceptions against what happened. Of a test that several are of, the first in the file counts. */
final class ExceptionRules {
    private final AllowedFailures allowed;
    private final List<ExceptionRuling> rulings;

    ExceptionRules(AllowedFailures allowed, List<TestResult> tests, Evidence evidence) {
        this.allowed = allowed;
        Map<Integer, List<TestResult>> byLine = byLine(tests);
        boolean whole = allowed.wholeSuite() && !evidence.isInterrupted() && !tests.isEmpty();
        rulings = allowed.all().stream()
                .map(exception -> ruling(exception, byLine.getOrDefault(exception.line(), List.of()), whole))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the tests of each exception, by the line in which it stands. */
    private Map<Integer, List<TestResult>> byLine(List<TestResult> tests) {
        Map<Integer, List<TestResult>> result = new HashMap<>();
        for (TestResult test : tests) {
            allowed.all().stream()
                    .filter(exception ->
                            exception.test().matches(test.evidence().id()))
                    .findFirst()
                    .ifPresent(exception -> result.computeIfAbsent(exception.line(), line -> new ArrayList<>(1))
                            .add(test));
        }
        return result;
    }

    List<ExceptionRuling> rulings() {
        return rulings;
    }

    /** Returns the tests that the gate lets be: those of exceptions that stand. */
    List<TestResult> excused() {
        return rulings.stream()
                .filter(ruling -> !ruling.state().breaks())
                .map(ExceptionRuling::tests)
                .flatMap(Collection::stream)
                .toList();
    }

    private Optional<ExceptionRuling> ruling(AllowedFailure exception, List<TestResult> tests, boolean whole) {
        String line = " (line " + exception.line() + ")";
        long left = exception.daysLeft(allowed.today());
        if (left < 0) {
            return ruling(
                    exception,
                    State.EXPIRED,
                    tests,
                    "The exception for " + exception.test() + line + " ended on " + exception.until()
                            + ". Mend the test" + " and remove it, or say why it lasts longer.");
        }
        if (tests.isEmpty()) {
            return whole
                    ? ruling(
                            exception,
                            State.NO_TEST,
                            tests,
                            "No test is of the exception for " + exception.test() + line
                                    + ". Remove it, or mend its name.")
                    : Optional.empty();
        }
        return otherFailure(exception, tests)
                .or(() -> tooOften(exception, tests))
                .or(() -> ruling(
                        exception, quiet(tests) ? State.QUIET : State.IN_FORCE, tests, stands(exception, tests)));
    }

    private Optional<ExceptionRuling> ruling(
            AllowedFailure exception, State state, List<TestResult> tests, String sentence) {
        return Optional.of(new ExceptionRuling(exception, state, tests, exception.daysLeft(allowed.today()), sentence));
    }

    private static boolean quiet(List<TestResult> tests) {
        return tests.stream().allMatch(test -> test.tally().failed() == 0);
    }

    private Optional<ExceptionRuling> otherFailure(AllowedFailure exception, List<TestResult> tests) {
        for (TestResult test : tests) {
            for (Execution failure : test.failures()) {
                Optional<String> fingerprint = FailureFingerprint.of(failure.outcome());
                if (fingerprint.filter(exception::knows).isEmpty()) {
                    return ruling(
                            exception,
                            State.OTHER_FAILURE,
                            tests,
                            test.shortName() + " failed in another way than its exception knows, in round "
                                    + failure.round() + ": "
                                    + (failure.headline().isEmpty()
                                            ? failure.outcome().word()
                                            : failure.headline())
                                    + fingerprint
                                            .map(print -> " (failures: \"" + print + "\").")
                                            .orElse("."));
                }
            }
        }
        return Optional.empty();
    }

    /** By the lower confidence bound of its failure rate: what chance explains is no reason. */
    private Optional<ExceptionRuling> tooOften(AllowedFailure exception, List<TestResult> tests) {
        return tests.stream()
                .filter(test -> LowerBound.of(
                                        new Tally(
                                                test.tally().failed(),
                                                test.tally().counted()),
                                        LowerBound.USUAL_CONFIDENCE)
                                .compareTo(exception.allowed())
                        > 0)
                .findFirst()
                .flatMap(test -> ruling(
                        exception,
                        State.TOO_OFTEN,
                        tests,
                        test.shortName() + " failed " + test.tally().failed() + " of "
                                + test.tally().counted() + " rounds, significantly more than the "
                                + Percent.setting(exception.allowed()) + " that its exception allows."));
    }

    private String stands(AllowedFailure exception, List<TestResult> tests) {
        String who = tests.size() == 1
                ? tests.get(0).shortName() + " " + tests.get(0).score()
                : exception.test() + ": "
                        + tests.stream()
                                .filter(test -> test.tally().failed() > 0)
                                .map(test -> test.shortName() + " " + test.score())
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "), text -> text.isEmpty() ? "nothing failed" : text));
        return who + ". Its exception ends " + in(exception.daysLeft(allowed.today())) + " (" + exception.until()
                + "): " + exception.owner().map(owner -> owner + ", ").orElse("") + exception.reason();
    }

    static String in(long days) {
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }
}
