package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.TestPattern;
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
    private final List<TestResult> tests;
    private final boolean whole;
    private final List<ExceptionRuling> rulings;

    ExceptionRules(AllowedFailures allowed, List<TestResult> tests, Evidence evidence) {
        this.allowed = allowed;
        this.tests = tests;
        whole = !allowed.all().isEmpty() && isWhole(evidence);
        Map<AllowedFailure, List<TestResult>> own = allowed.all().isEmpty() ? Map.of() : own();
        rulings = allowed.all().stream()
                .map(exception -> ruling(exception, own.getOrDefault(exception, List.of())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the tests of each exception, by that itself: two may stand in one line. */
    private Map<AllowedFailure, List<TestResult>> own() {
        Map<AllowedFailure, List<TestResult>> own = new HashMap<>();
        tests.forEach(
                test -> first(test).ifPresent(exception -> own.computeIfAbsent(exception, any -> new ArrayList<>(1))
                        .add(test)));
        return own;
    }

    private boolean isWhole(Evidence evidence) {
        return allowed.wholeSuite() && !evidence.isFiltered() && !tests.isEmpty() && !isShortOfTests(evidence);
    }

    /**
     * What is missing may have been the test of an exception, and keeps the run from held in any case; but of rounds that
     * were left out each had the same tests.
     */
    private static boolean isShortOfTests(Evidence evidence) {
        return evidence.findings().stream().anyMatch(finding -> finding.kind() != Finding.Kind.ROUND_MISSING);
    }

    private Optional<AllowedFailure> first(TestResult test) {
        return allowed.all().stream()
                .filter(exception -> exception.test().matches(test.evidence().id()))
                .findFirst();
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

    private Optional<ExceptionRuling> ruling(AllowedFailure exception, List<TestResult> own) {
        String line = " (line " + exception.line() + ")";
        long left = exception.daysLeft(allowed.today());
        if (left < 0) {
            return ruling(
                    exception,
                    State.EXPIRED,
                    own,
                    "The exception for " + exception.test() + line + " ended on " + exception.until()
                            + ". Mend the test" + " and remove it, or say why it lasts longer.");
        }
        if (own.isEmpty()) {
            return whole && !failedAsAClass(exception)
                    ? ruling(exception, State.NO_TEST, own, noTest(exception, line))
                    : Optional.empty();
        }
        return otherFailure(exception, own)
                .or(() -> tooOften(exception, own))
                .or(() -> ruling(exception, quiet(own) ? State.QUIET : State.IN_FORCE, own, stands(exception, own)));
    }

    /** Whose class failed before them, tests are not there; that is told of the class. */
    private boolean failedAsAClass(AllowedFailure exception) {
        return tests.stream()
                .anyMatch(test -> test.evidence().id().name().isEmpty()
                        && test.tally().failed() > 0
                        && exception.test().matchesClass(test.evidence().id()));
    }

    private String noTest(AllowedFailure exception, String line) {
        return tests.stream()
                .filter(test -> exception.test().matches(test.evidence().id()))
                .findFirst()
                .flatMap(this::first)
                .map(first -> "All tests of the exception for " + exception.test() + line + " are of the one for "
                        + first.test() + " (line " + first.line()
                        + ") too, and of several the first counts. Keep one of them.")
                .orElseGet(() -> "No test is of the exception for " + exception.test() + line
                        + ". Remove it, or mend its name" + nested(exception) + ".");
    }

    /** A nested class has a name of its own, which its tests are not always told by. */
    private String nested(AllowedFailure exception) {
        return tests.stream()
                .map(test -> test.evidence().id())
                .filter(exception.test()::matchesNested)
                .findFirst()
                .map(test -> ": there is " + TestPattern.of(test))
                .orElse("");
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
