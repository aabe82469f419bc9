package io.github.surefoot.analysis.ci;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
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
 * @param test the test, if it is one
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

    /** Returns every reason of the verdict, then every test that failed without being one; each is made when asked for. */
    static Stream<Blame> of(Verdict verdict, SourceFinder sources) {
        Set<TestResult> told = verdict.reasons().stream()
                .flatMap(reason -> reason.test().stream())
                .collect(Collectors.toSet());
        return Stream.concat(
                verdict.reasons().stream().map(reason -> of(verdict, reason, sources)),
                verdict.worst().stream().filter(test -> !told.contains(test)).map(test -> flaky(test, sources)));
    }

    private static Blame of(Verdict verdict, Reason reason, SourceFinder sources) {
        Optional<TestResult> test = reason.test();
        return new Blame(
                true,
                test.map(TestResult::shortName)
                        .orElse("Surefoot: " + verdict.state().word()),
                reason.text() + test.map(Blame::headline).orElse(""),
                test.map(t -> t.evidence().name().listedAs()),
                test.flatMap(t -> location(t, sources)));
    }

    private static Blame flaky(TestResult test, SourceFinder sources) {
        return new Blame(
                false,
                test.shortName() + " is "
                        + test.cause().map(cause -> cause.kind().word()).orElse("flaky"),
                test.shortName() + " " + test.score() + "." + test.remark() + headline(test),
                Optional.of(test.evidence().name().listedAs()),
                location(test, sources));
    }

    private static String headline(TestResult test) {
        return test.firstHeadline().map(line -> "\n" + line).orElse("");
    }

    private static Optional<Location> location(TestResult test, SourceFinder sources) {
        return test.failures().stream()
                .map(Execution::outcome)
                .flatMap(outcome -> failure(outcome).stream())
                .flatMap(failure -> location(test.evidence().id().className(), failure, sources).stream())
                .findFirst();
    }

    private static Optional<Failure> failure(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return Optional.of(failed.failure());
        }
        return outcome instanceof Outcome.Errored errored ? Optional.of(errored.failure()) : Optional.empty();
    }

    /** Finds the first frame of the stack trace that lies in the test's own source file. */
    private static Optional<Location> location(String className, Failure failure, SourceFinder sources) {
        int dollar = className.indexOf('$');
        String outer = dollar < 0 ? className : className.substring(0, dollar);
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
