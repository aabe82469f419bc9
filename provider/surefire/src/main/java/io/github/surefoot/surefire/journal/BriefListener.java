package io.github.surefoot.surefire.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * Tells Surefire of a worker's first test, and all of a class from its first failure on. Where Surefire has nothing to
 * tell, that is all it needs to know: that there are tests, and what went wrong. What it is told crosses to Maven event by
 * event, and is taken apart there, which for tests that take no time costs more than the tests.
 */
public final class BriefListener {
    private final TestReportListener<TestOutputReportEntry> surefire;

    /** The sets of tests that are open, of which Surefire does not know. */
    private final Map<String, TestSetReportEntry> sets = new LinkedHashMap<>();

    /** The tests that are under way, of which Surefire does not know. */
    private final Map<Key, ReportEntry> starting = new HashMap<>();

    /** The classes of which Surefire is told everything. */
    private final Set<String> told = new HashSet<>();

    private BriefListener(TestReportListener<TestOutputReportEntry> surefire) {
        this.surefire = surefire;
    }

    /** What tells one test that is under way from the others: several may have one name. */
    private record Key(String run, String className, String name) {
        static Key of(ReportEntry report) {
            return new Key(
                    String.valueOf(report.getTestRunId()),
                    String.valueOf(report.getSourceName()),
                    String.valueOf(report.getName()));
        }
    }

    /** Returns what stands before Surefire's listener: it passes on all but what this class is for. */
    @SuppressWarnings("unchecked") // A class literal knows no type arguments.
    public static TestReportListener<TestOutputReportEntry> before(TestReportListener<TestOutputReportEntry> surefire) {
        BriefListener brief = new BriefListener(surefire);
        return (TestReportListener<TestOutputReportEntry>) Proxy.newProxyInstance(
                TestReportListener.class.getClassLoader(),
                new Class<?>[] {TestReportListener.class},
                (proxy, method, arguments) -> brief.call(method, arguments));
    }

    private synchronized @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean passes = arguments == null
                || arguments.length == 0
                || !(arguments[0] instanceof ReportEntry report)
                || isToBeTold(method.getName(), report);
        try {
            return passes ? method.invoke(surefire, arguments) : null;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Tells whether an event is passed on, after all that has to be told before it. */
    private boolean isToBeTold(String event, ReportEntry report) {
        return switch (event) {
            case "testSetStarting" -> {
                if (!told.contains(report.getSourceName())) {
                    sets.put(report.getSourceName(), (TestSetReportEntry) report);
                }
                yield told.contains(report.getSourceName());
            }
            case "testSetCompleted" -> sets.remove(report.getSourceName()) == null;
            case "testStarting" -> {
                if (!isTold(report)) {
                    starting.put(Key.of(report), report);
                }
                yield isTold(report);
            }
            // Where Surefire does not know that it has started, it need not know that it is over.
            case "testSucceeded", "testSkipped", "testAssumptionFailure" ->
                starting.remove(Key.of(report)) == null && isTold(report);
            case "testError", "testFailed" -> {
                tellAllOf(report);
                yield true;
            }
            default -> true;
        };
    }

    private boolean isTold(ReportEntry report) {
        if (told.isEmpty()) {
            tellAllOf(report);
        }
        return told.contains(report.getSourceName());
    }

    private void tellAllOf(ReportEntry report) {
        if (told.add(report.getSourceName())) {
            tellOfSet(report.getSourceName());
        }
        ReportEntry started = starting.remove(Key.of(report));
        if (started != null) {
            surefire.testStarting(started);
        }
    }

    /** A test may be told of under another name than its set: then it is of one of those that are open. */
    private void tellOfSet(String className) {
        TestSetReportEntry own = sets.remove(className);
        if (own != null) {
            surefire.testSetStarting(own);
        } else {
            sets.values().forEach(surefire::testSetStarting);
            sets.clear();
        }
    }
}
