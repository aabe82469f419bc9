package io.github.surefoot.surefire.order;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** The order that a class asks for itself. It stands above any that is asked for from outside. */
final class OwnOrder {
    private static final Set<String> JUNIT_4 = Set.of("org.junit.FixMethodOrder", "org.junit.runner.OrderWith");
    private static final Set<String> JUPITER = Set.of("org.junit.jupiter.api.TestMethodOrder");

    private OwnOrder() {}

    /** Returns the annotation by which a class of JUnit 4 asks for an order, such as {@code @FixMethodOrder}. */
    static Optional<String> ofJUnit4(Class<?> type) {
        return of(type, JUNIT_4);
    }

    /** Returns that of a class of JUnit Jupiter; empty if what was found is no class. */
    static Optional<String> ofJupiter(TestDescriptor found) {
        return found.getSource().filter(ClassSource.class::isInstance).isEmpty()
                ? Optional.empty()
                : javaClass(found).flatMap(type -> of(type, JUPITER));
    }

    /** Returns the class that something is, or stands in. */
    static Optional<Class<?>> javaClass(TestDescriptor found) {
        return found.getSource()
                .map(source -> source instanceof ClassSource ofClass
                        ? ofClass.getJavaClass()
                        : source instanceof MethodSource method ? method.getJavaClass() : null);
    }

    private static Optional<String> of(Class<?> type, Set<String> names) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .filter(annotation -> names.contains(annotation.getName()))
                .map(annotation -> "@" + annotation.getSimpleName())
                .findFirst();
    }
}
