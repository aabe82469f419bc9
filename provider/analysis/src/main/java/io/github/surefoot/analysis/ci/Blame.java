package io.github.surefoot.analysis.ci;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.gate.GroupedReason;
import io.github.surefoot.analysis.gate.GroupedTest;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.TestId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something a CI server should point at.
 *
 * @param fails whether the build fails for it
 * @param title a few words
 * @param text what is wrong
 * @param test the test, if it is one; of several that fail with one cause the first by name
 * @param location the line of the test where it failed first, if its source was found
 */
record Blame(boolean fails, String title, String text, Optional<TestId> test, Optional<Location> location) {
    /**
     * A line of a source file.
     *
     * @param path relative to the root of the repository
     * @param line from 1
     */
    record Location(String path, int line) {}

    /**
     * Returns every reason of the verdict, then every test that failed without being one, those that fail with one cause
     * together; each is made when asked for.
     */
    static Stream<Blame> of(Verdict verdict, SourceFinder sources) {
        Set<TestResult> told = verdict.reasons().stream()
                .flatMap(reason -> reason.test().stream())
                .collect(Collectors.toSet());
        return Stream.concat(
                verdict.groupedReasons().stream().map(reason -> of(verdict, reason, sources)),
                verdict
                        .grouped(verdict.worst().stream()
                                .filter(test -> !told.contains(test))
                                .toList())
                        .stream()
                        .map(group -> flaky(group, sources)));
    }

    private static Blame of(Verdict verdict, GroupedReason grouped, SourceFinder sources) {
        Reason reason = grouped.reason();
        Optional<TestResult> test = reason.test();
        return new Blame(
                true,
                test.map(TestResult::shortName)
                        .orElse("Surefoot: " + verdict.state().word()),
                reason.text() + grouped.group().map(Blame::evidence).orElse(""),
                grouped.group().map(Blame::smallest),
                test.flatMap(t -> location(t, sources)));
    }

    private static Blame flaky(GroupedTest group, SourceFinder sources) {
        TestResult test = group.test();
        return new Blame(
                false,
                test.shortName() + " is "
                        + test.cause()
                                .filter(cause -> cause.confirmed() || cause.roundsDiffer())
                                .map(cause -> cause.kind().word())
                                .orElse("flaky"),
                test.shortName() + " " + test.score() + "." + test.remark() + evidence(group),
                Optional.of(smallest(group)),
                location(test, sources));
    }

    private static String evidence(GroupedTest group) {
        return (group.others().isEmpty() ? "" : "\n" + group.withIt())
                + group.test().firstHeadline().map(line -> "\n" + line).orElse("");
    }

    /** The test that failed first may be another in each build; the one that is first by name mostly is not. */
    private static TestId smallest(GroupedTest group) {
        return Stream.concat(Stream.of(group.test()), group.others().stream())
                .map(test -> test.evidence().name().listedAs())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<Location> location(TestResult test, SourceFinder sources) {
        return test.failures().stream()
                .map(Execution::outcome)
                .flatMap(outcome -> outcome.thrown().stream())
                .flatMap(failure -> location(test.evidence().id().className(), failure, sources).stream())
                .findFirst();
    }

    /** Finds the first frame of the stack trace that lies in the test's own source file. */
    private static Optional<Location> location(String className, Failure failure, SourceFinder sources) {
        String outer = SourceFinder.outermost(className);
        Matcher frame = Pattern.compile("(?m)^\\s*at (?:\\S*/)?" + Pattern.quote(outer)
                        + "(?:\\$[^.(]*)?\\.[^(]+\\(([^():]+):(\\d{1,9})\\)")
                .matcher(failure.stackTrace());
        if (!frame.find()) {
            return Optional.empty();
        }
        int line = Integer.parseInt(frame.group(2));
        return sources.find(outer, frame.group(1)).map(path -> new Location(path, Math.max(1, line)));
    }
}
