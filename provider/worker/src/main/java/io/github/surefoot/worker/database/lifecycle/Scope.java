package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.mybatis.Mappers;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database belongs to.
 *
 * @param owner the outermost test class; null for the worker itself
 * @param test the unique id of the test; empty outside of tests
 */
public record Scope(@Nullable Class<?> owner, String test) {
    /** The worker itself. */
    public static final Scope WORKER = new Scope(null, "");

    private static final String DYNAMIC = "/[dynamic-";

    /**
     * What is looked up: two scopes with the same key share a database.
     *
     * @param owner the name of the test class; empty for the worker
     * @param test the unique id of the test; empty if all of the class share it
     */
    public record Key(String owner, String test) {
        static final Key WORKER = new Key("", "");

        @Override
        public String toString() {
            return owner.isEmpty() ? "worker" : test.isEmpty() ? owner : owner + " " + test;
        }
    }

    /** Returns the scope of a test, or of its class if the id is empty. Dynamic tests belong to their factory. */
    public static Scope of(Class<?> testClass, String test) {
        int dynamic = test.indexOf(DYNAMIC);
        return new Scope(outermost(testClass), dynamic < 0 ? test : test.substring(0, dynamic));
    }

    /** Tells whether the test was made by a factory while that ran: it ends before its factory does. */
    public static boolean isDynamic(String test) {
        return test.contains(DYNAMIC);
    }

    /** Inner classes are JUnit's nested tests: parts of the class around them. */
    private static Class<?> outermost(Class<?> testClass) {
        Class<?> at = testClass;
        while (at.getDeclaringClass() != null && !Modifier.isStatic(at.getModifiers())) {
            at = at.getDeclaringClass();
        }
        return at;
    }

    Key key(Reset usual) {
        if (owner == null) {
            return Key.WORKER;
        }
        return switch (reset(usual)) {
            case NEVER -> Key.WORKER;
            case PER_CLASS -> new Key(owner.getName(), "");
            case PER_TEST -> perTest(owner);
        };
    }

    private Key perTest(Class<?> of) {
        if (test.isEmpty()) {
            throw new DatabaseException(of.getName() + " resets its database per test, and no test is running: ask for"
                    + " it in a test or in what runs before each one, not in a constructor or before all.");
        }
        return new Key(of.getName(), test);
    }

    Reset reset(Reset usual) {
        WorkerDatabase annotation = annotation();
        return annotation == null ? usual : annotation.reset();
    }

    Mappers mappers() {
        WorkerDatabase annotation = annotation();
        return annotation == null
                ? Mappers.NONE
                : new Mappers(List.of(annotation.mappers()), List.of(annotation.mapperPackages()));
    }

    private @Nullable WorkerDatabase annotation() {
        return owner == null ? null : owner.getAnnotation(WorkerDatabase.class);
    }

    String className() {
        return owner == null ? "" : owner.getName();
    }
}
