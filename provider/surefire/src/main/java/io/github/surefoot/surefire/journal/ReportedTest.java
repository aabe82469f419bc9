package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.TestId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** How a test is called of which Surefire reports. */
final class ReportedTest {
    /** What Surefire calls the failure of a class, by whether a test of it passed before: two names of one thing. */
    private static final Set<String> OF_CLASSES = Set.of("initializationError", "executionError");

    private static final List<String> OF_JAVA = List.of("java.", "jdk.", "sun.");
    private static final String TESTNG = "org.testng.";

    private ReportedTest() {}

    /** Names a test as Surefire's XML does, by the class it stands in, nested or not; or a class that failed as a whole. */
    static TestId of(ReportEntry entry, PlatformContext.Kind kind) {
        TestId reported = of(entry);
        return switch (kind) {
            case CLASS -> OF_CLASSES.contains(reported.name()) ? new TestId(reported.className(), "") : reported;
            case ENGINE ->
                configured(entry).map(className -> new TestId(className, "")).orElse(reported);
            default -> reported;
        };
    }

    private static TestId of(ReportEntry entry) {
        @Nullable String nested = entry.getSourceQualifiedName();
        @Nullable String className = nested == null ? entry.getSourceName() : nested;
        return new TestId(Objects.requireNonNullElse(className, ""), Objects.requireNonNullElse(entry.getName(), ""));
    }

    /**
     * Returns the class whose set-up or tear-down failed, where it is the engine that is said to have failed, as
     * TestNG's is then: that of the method that TestNG called.
     */
    private static Optional<String> configured(ReportEntry entry) {
        @Nullable StackTraceWriter writer = entry.getStackTraceWriter();
        @Nullable SafeThrowable throwable = writer == null ? null : writer.getThrowable();
        @Nullable Throwable target = throwable == null ? null : throwable.getTarget();
        return target == null ? Optional.empty() : calledByTestNg(List.of(target.getStackTrace()));
    }

    private static Optional<String> calledByTestNg(List<StackTraceElement> frames) {
        List<String> classes = frames.stream()
                .map(StackTraceElement::getClassName)
                .filter(name -> OF_JAVA.stream().noneMatch(name::startsWith))
                .toList();
        for (int i = 1; i < classes.size(); i++) {
            if (classes.get(i).startsWith(TESTNG)) {
                return Optional.of(classes.get(i - 1)).filter(name -> !name.startsWith(TESTNG));
            }
        }
        return Optional.empty();
    }
}
