package io.github.surefoot.surefire.journal;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an attempt that a framework makes again from an assumption that did not hold. Both are reported as aborted, and
 * both may have a cause. What tells them apart is who gave the test up, and whether it was the test that had failed.
 */
final class Attempt {
    /** What is thrown to give a test up, and whatever extends it. */
    private static final Set<String> GIVEN_UP = Set.of(
            "org.opentest4j.IncompleteExecutionException",
            "org.junit.internal.AssumptionViolatedException",
            "org.testng.SkipException");

    /** In the names of the methods of JUnit Jupiter, and of its extensions, that are handed what a test has thrown. */
    private static final String HANDED = "TestExecutionException";

    private static final String TESTNG = "org.testng.";

    private Attempt() {}

    /**
     * Returns what failed in a test that was aborted, if it was an attempt.
     *
     * @param thrown with what it was aborted
     * @param test the code of the test
     */
    static Optional<Throwable> failure(Throwable thrown, TestCode test) {
        if (!isGivenUp(thrown)) {
            // TestNG hands on the failure itself, of an attempt as of what the test needed.
            return Optional.of(thrown).filter(failure -> !isOfWhatItNeeds(failure));
        }
        boolean handed = false;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable link = thrown;
        while (link != null && isGivenUp(link) && seen.add(link)) {
            if (wasHanded(link)) {
                handed = true;
            } else if (test.threw(link)) {
                return Optional.empty();
            }
            link = link.getCause();
        }
        // Extensions give tests up before they run, too, because of something else that failed.
        return link != null && !isGivenUp(link) && (handed || test.isBehind(link))
                ? Optional.of(link)
                : Optional.empty();
    }

    private static boolean isGivenUp(Throwable thrown) {
        for (@Nullable Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (GIVEN_UP.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean wasHanded(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().contains(HANDED));
    }

    /** Tells whether a set-up failed or a test that it depends on, for which TestNG skips a test. */
    private static boolean isOfWhatItNeeds(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        boolean saidByTestNg = thrown.getClass() == Throwable.class
                && frames.length > 0
                && frames[0].getClassName().startsWith(TESTNG);
        return saidByTestNg
                || Arrays.stream(frames)
                        .filter(frame -> frame.getClassName().startsWith(TESTNG))
                        .anyMatch(frame -> (frame.getClassName() + '.' + frame.getMethodName()).contains("Config"));
    }
}
