package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.core.secret.Redactor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tells of each test of a probe when it begins and how it ends, and of each class how that ends as a whole. */
final class ToldTests implements TestExecutionListener {
    /** What engines number that have one method run several times, from 1. */
    private static final String NUMBERED = "#";

    private final Redactor redactor;
    private final Consumer<ProbedTest> told;
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private int request;
    private boolean passed;
    private @Nullable ProbeReply failed;

    ToldTests(Redactor redactor, Consumer<ProbedTest> told) {
        this.redactor = redactor;
        this.told = told;
    }

    /** Tells which of the requests begins, from 0. */
    synchronized void begins(int number) {
        request = number;
    }

    /** Tells how all ended: with the first failure, if there was one. */
    synchronized ProbeReply reply() {
        if (failed != null) {
            return failed;
        }
        return new ProbeReply(passed ? ProbeReply.PASSED : ProbeReply.ABSENT, "", "", "");
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        started.put(identifier.getUniqueId(), System.nanoTime());
        if (identifier.isTest()) {
            tell(identifier, ProbedTest.STARTED, "", "", 0);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        if (identifier.isTest()) {
            tell(identifier, ProbeReply.ABSENT, "", "", 0);
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        @Nullable Long from = started.remove(identifier.getUniqueId());
        long millis = from == null ? 0 : (System.nanoTime() - from) / 1_000_000;
        boolean asked = identifier.isTest() || source(identifier) instanceof ClassSource;
        boolean failure = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (!asked && !failure) {
            return;
        }
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                ended(identifier);
                tell(identifier, ProbeReply.PASSED, "", "", millis);
            }
            case ABORTED -> tell(identifier, ProbeReply.ABSENT, "", "", millis);
            case FAILED -> failed(identifier, result.getThrowable().orElse(null), millis);
        }
    }

    private synchronized void ended(TestIdentifier identifier) {
        passed |= identifier.isTest();
    }

    private void failed(TestIdentifier identifier, @Nullable Throwable thrown, long millis) {
        String type = thrown == null ? "" : thrown.getClass().getName();
        String message = thrown == null ? "" : Objects.requireNonNullElse(thrown.getMessage(), "");
        String masked = new Failure(type, redactor.redact(message), "").reason();
        synchronized (this) {
            if (failed == null) {
                failed = new ProbeReply(ProbeReply.FAILED, type, masked, "");
            }
        }
        tell(identifier, ProbeReply.FAILED, type, masked, millis);
    }

    private void tell(TestIdentifier identifier, String word, String type, String message, long millis) {
        if (!redactor.redact(identifier.getUniqueId()).equals(identifier.getUniqueId())) {
            // By an identifier that is masked nobody can ask for the test, and it goes into files.
            return;
        }
        int of;
        synchronized (this) {
            of = request;
        }
        told.accept(new ProbedTest(of, identifier.getUniqueId(), name(identifier), word, type, message, millis));
    }

    /** Names it as Surefire's reports do: the method, its parameters if it has any, and which of several it is. */
    private static TestId name(TestIdentifier identifier) {
        @Nullable TestSource source = source(identifier);
        if (source instanceof MethodSource method) {
            String types = method.getMethodParameterTypes() == null ? "" : simple(method.getMethodParameterTypes());
            return new TestId(
                    method.getClassName(),
                    method.getMethodName() + (types.isEmpty() ? "" : "(" + types + ")") + number(identifier));
        }
        return source instanceof ClassSource type
                ? new TestId(type.getClassName(), identifier.isTest() ? identifier.getDisplayName() : "")
                : new TestId(classAbove(identifier), identifier.getDisplayName());
    }

    private static String simple(String types) {
        return List.of(types.split(",\\s*", -1)).stream()
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .reduce((one, two) -> one + ", " + two)
                .orElse("");
    }

    private static String number(TestIdentifier identifier) {
        String last = last(identifier).getValue();
        return identifier.isTest() && last.startsWith(NUMBERED) ? "[" + last.substring(1) + "]" : "";
    }

    /** Returns the class that an identifier without a source of its own is below, as its engine's identifiers tell. */
    private static String classAbove(TestIdentifier identifier) {
        List<UniqueId.Segment> path = UniqueId.parse(identifier.getUniqueId()).getSegments();
        return path.size() > 1 ? path.get(1).getValue() : path.get(0).getValue();
    }

    private static UniqueId.Segment last(TestIdentifier identifier) {
        List<UniqueId.Segment> path = UniqueId.parse(identifier.getUniqueId()).getSegments();
        return path.get(path.size() - 1);
    }

    private static @Nullable TestSource source(TestIdentifier identifier) {
        return Optional.of(identifier).flatMap(TestIdentifier::getSource).orElse(null);
    }
}
