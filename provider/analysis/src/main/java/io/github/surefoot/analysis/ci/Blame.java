package io.github.surefoot.analysis.ci;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.TestResult;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Returns every reason of the verdict, then every test that failed without being one. */
    static List<Blame> of(Verdict verdict, SourceFinder sources) {
        List<Blame> all = new ArrayList<>();
        Set<TestResult> told = new HashSet<>();
        for (Reason reason : verdict.reasons()) {
            String title = reason.test()
                    .map(TestResult::shortName)
                    .orElse("Surefoot: " + verdict.state().word());
            reason.test().ifPresent(told::add);
            all.add(new Blame(
                    true,
                    title,
                    reason.text()
                            + reason.test()
                                    .flatMap(TestResult::firstHeadline)
                                    .map(h -> "\n" + h)
                                    .orElse(""),
                    reason.test().map(test -> test.evidence().id()),
                    reason.test().flatMap(test -> location(test, sources))));
        }
        verdict.worst().stream()
                .filter(test -> !told.contains(test))
                .forEach(test -> all.add(new Blame(
                        false,
                        test.shortName() + " is flaky",
                        test.shortName() + " passed " + test.tally().passed() + " of "
                                + test.tally().counted() + " rounds ("
                                + test.tally().text() + ")."
                                + test.firstHeadline().map(h -> "\n" + h).orElse(""),
                        Optional.of(test.evidence().id()),
                        location(test, sources))));
        return all;
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
