package io.github.surefoot.surefire.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Knows of what JUnit Platform tells Surefire's listener, while it tells it. Surefire passes on names, which several
 * tests may share, but neither identifiers nor tags: whatever it reports meanwhile, on the same thread, is of the test
 * that it is being told of.
 */
public final class PlatformContext implements TestExecutionListener {
    /** A class of a test engine: {@code [engine:…]/[class:…]}. Deeper ones are nested in it. */
    private static final int TOP_LEVEL_SEGMENTS = 2;

    private static final Position NOWHERE = new Position("", List.of(), Kind.UNKNOWN);

    /** Is told when the classes of one big request start and end. */
    public interface ClassListener {
        /** Tells that a class starts. */
        void starting(String className);

        /** Tells that a class has ended. */
        void finished(String className);
    }

    /** What an identifier is of. */
    enum Kind {
        /** A test, which may have invocations below it. */
        TEST,
        /** A class, as a container of tests. */
        CLASS,
        /** A whole engine. */
        ENGINE,
        /** Any other container, such as a method that has invocations. */
        CONTAINER,
        /** Nothing that JUnit Platform tells of. */
        UNKNOWN
    }

    /**
     * Where in the tree of tests something happens.
     *
     * @param uniqueId the identifier; empty if it is unknown
     * @param tags the tags there, inherited ones included
     */
    record Position(String uniqueId, List<String> tags, Kind kind) {

        /** Returns the position of a class, for an engine that says of itself what failed in one. */
        Position ofClass(String className) {
            return kind != Kind.ENGINE || className.isEmpty()
                    ? this
                    : new Position(
                            UniqueId.parse(uniqueId).append("class", className).toString(), tags, Kind.CLASS);
        }
    }

    @SuppressWarnings("ThreadLocalUsage") // One context a worker, one worker a JVM: static would only hide that.
    private final ThreadLocal<@Nullable TestIdentifier> told = new ThreadLocal<>();

    private final ClassListener classes;
    private final DisplayNameLookup names = new DisplayNameLookup();

    /** Tells a listener of classes. */
    public PlatformContext(ClassListener classes) {
        this.classes = classes;
    }

    /** Returns the position of which Surefire is being told on this thread. */
    Position position() {
        TestIdentifier here = told.get();
        return here == null ? NOWHERE : positionOf(here);
    }

    /** Tells whether Surefire is being told, on this thread, of an invocation that stands for data of its own. */
    boolean isDataRow() {
        TestIdentifier here = told.get();
        return here != null && DataRow.is(here);
    }

    private static Position positionOf(TestIdentifier identifier) {
        List<String> tags =
                identifier.getTags().stream().map(TestTag::getName).sorted().toList();
        return new Position(identifier.getUniqueId(), tags, kindOf(identifier));
    }

    private static Kind kindOf(TestIdentifier identifier) {
        if (identifier.isTest()) {
            return Kind.TEST;
        }
        if (identifier.getParentId().isEmpty()) {
            return Kind.ENGINE;
        }
        return identifier.getSource().filter(ClassSource.class::isInstance).isPresent() ? Kind.CLASS : Kind.CONTAINER;
    }

    /**
     * Returns what stands in the place of Surefire's listener: it tells that listener all, and this context of which
     * test. In whatever order JUnit Platform tells its listeners, and whatever else runs on a thread before a test
     * ends that began on it, the position is that of the test.
     */
    public TestExecutionListener around(TestExecutionListener surefire) {
        // A proxy, since each version of JUnit Platform may have listeners told of more.
        return (TestExecutionListener) Proxy.newProxyInstance(
                TestExecutionListener.class.getClassLoader(),
                new Class<?>[] {TestExecutionListener.class},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? ofObject(proxy, method, arguments)
                        : tell(surefire, method, arguments));
    }

    private static @Nullable Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Surefire's listener, observed";
        };
    }

    @SuppressWarnings("try") // The thread has it as long as Surefire is told.
    private @Nullable Object tell(TestExecutionListener surefire, Method method, @Nullable Object[] arguments)
            throws Throwable {
        // Told of a test while being told of another: by a listener of Surefire's that runs tests.
        @Nullable TestIdentifier before = told.get();
        Optional<TestIdentifier> of = firstIdentifier(arguments);
        // A class that is skipped never starts, but what is told of the tests in it is of that class.
        Optional<String> skipped =
                of.filter(any -> method.getName().equals("executionSkipped")).map(PlatformContext::topLevelClass);
        skipped.ifPresent(classes::starting);
        of.ifPresent(told::set);
        try (DisplayNameLookup.Given loader = names.toThisThread()) {
            return method.invoke(surefire, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            told.set(before);
            skipped.ifPresent(classes::finished);
        }
    }

    private static Optional<TestIdentifier> firstIdentifier(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof TestIdentifier identifier
                ? Optional.of(identifier)
                : Optional.empty();
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        String topLevel = topLevelClass(identifier);
        if (topLevel != null) {
            classes.starting(topLevel);
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        String topLevel = topLevelClass(identifier);
        if (topLevel != null) {
            classes.finished(topLevel);
        }
    }

    private static @Nullable String topLevelClass(TestIdentifier identifier) {
        @Nullable TestSource source = identifier.getSource().orElse(null);
        if (!identifier.isContainer() || !(source instanceof ClassSource classSource)) {
            return null;
        }
        boolean topLevel =
                UniqueId.parse(identifier.getUniqueId()).getSegments().size() == TOP_LEVEL_SEGMENTS;
        return topLevel ? classSource.getClassName() : null;
    }
}
