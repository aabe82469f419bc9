package io.github.surefoot.surefire.journal;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** Invocations that stand for data of their own: the next one is of other data, and no further attempt. */
final class DataRow {
    private static final String INVOCATION = "test-template-invocation";
    private static final String PARAMETERIZED = "org.junit.jupiter.params.ParameterizedTest";

    /** Tries again within an iteration, where nobody sees it, and aborts those of a feature that is pending. */
    private static final String SPOCK = "spock";

    private DataRow() {}

    /** Tells whether an identifier is of such an invocation. */
    static boolean is(TestIdentifier identifier) {
        List<UniqueId.Segment> path = UniqueId.parse(identifier.getUniqueId()).getSegments();
        if (path.stream().anyMatch(segment -> segment.getValue().equals(SPOCK))) {
            return true;
        }
        return path.get(path.size() - 1).getType().equals(INVOCATION)
                && identifier
                        .getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(source -> ((MethodSource) source).getJavaMethod())
                        .filter(method -> isParameterized(method, new HashSet<>()))
                        .isPresent();
    }

    /** Looks at annotations of annotations, too, as JUnit does. */
    private static boolean isParameterized(AnnotatedElement element, Set<Class<?>> seen) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<?> type = annotation.annotationType();
            if (type.getName().equals(PARAMETERIZED) || (seen.add(type) && isParameterized(type, seen))) {
                return true;
            }
        }
        return false;
    }
}
