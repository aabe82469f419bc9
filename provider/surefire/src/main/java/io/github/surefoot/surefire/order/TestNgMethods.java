package io.github.surefoot.surefire.order;

import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.testng.annotations.Test;

/** What methods of TestNG ask for that stands above any order from outside. */
final class TestNgMethods {
    private TestNgMethods() {}

    /** Returns why a method keeps its place; empty if it does not, or what was found is no method. */
    static Optional<String> reasonToKeep(TestDescriptor found) {
        return found.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod().getAnnotation(Test.class))
                .flatMap(TestNgMethods::reason);
    }

    private static Optional<String> reason(Test test) {
        if (test.dependsOnMethods().length > 0) {
            return Optional.of("dependsOnMethods");
        }
        if (test.dependsOnGroups().length > 0) {
            return Optional.of("dependsOnGroups");
        }
        return test.priority() == 0 ? Optional.empty() : Optional.of("priority");
    }
}
