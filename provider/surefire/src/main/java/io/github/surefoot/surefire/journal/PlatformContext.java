package io.github.surefoot.surefire.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Remembers for each thread what JUnit Platform has just told of. Surefire's listener, called right after this one,
 * passes on names but neither identifiers nor tags.
 */
public final class PlatformContext implements TestExecutionListener {
    /** A class of a test engine: {@code [engine:…]/[class:…]}. Deeper ones are nested in it. */
    private static final int TOP_LEVEL_SEGMENTS = 2;

    private static final Position NOWHERE = new Position("", List.of());

    /** Is told when the classes of one big request start and end. */
    public interface ClassListener {
        void starting(String className);

        void finished(String className);
    }

    /**
     * Where in the tree of tests a thread is.
     *
     * @param uniqueId the test; empty in a class
     * @param tags its tags, inherited ones included
     */
    record Position(String uniqueId, List<String> tags) {}

    @SuppressWarnings("ThreadLocalUsage") // One context a worker, one worker a JVM: static would only hide that.
    private final ThreadLocal<@Nullable Position> position = new ThreadLocal<>();

    private final ClassListener classes;

    /** Tells a listener of classes. */
    public PlatformContext(ClassListener classes) {
        this.classes = classes;
    }

    Position position() {
        Position here = position.get();
        return here == null ? NOWHERE : here;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        remember(identifier);
        String topLevel = topLevelClass(identifier);
        if (topLevel != null) {
            classes.starting(topLevel);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        remember(identifier);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        String topLevel = topLevelClass(identifier);
        if (topLevel != null) {
            classes.finished(topLevel);
        }
    }

    private void remember(TestIdentifier identifier) {
        List<String> tags =
                identifier.getTags().stream().map(TestTag::getName).sorted().toList();
        position.set(new Position(identifier.isTest() ? identifier.getUniqueId() : "", tags));
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
