package io.github.surefoot.surefire.journal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells by a stack trace whether code of a test had a part in it.
 *
 * @param classes the names of the test's class and of all it inherits from
 */
record TestCode(Set<String> classes) {
    /** What a field is initialised with is run by whom it was handed to, such as an extension that is a lambda. */
    private static final List<String> OF_FIELDS = List.of("lambda$new$", "lambda$static$");

    /** Copies the set. */
    TestCode {
        classes = Set.copyOf(classes);
    }

    /** Returns the code of a class, as the loader of the calling thread knows it. */
    static TestCode of(String className) {
        @Nullable ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        try {
            Set<String> names = new HashSet<>();
            collect(
                    Class.forName(className, false, ofThread == null ? ClassLoader.getSystemClassLoader() : ofThread),
                    names);
            return new TestCode(names);
        } catch (ClassNotFoundException | LinkageError e) {
            // An engine may call what holds its tests anything: it is known by that name, then.
            return new TestCode(Set.of(className));
        }
    }

    private static void collect(@Nullable Class<?> type, Set<String> names) {
        if (type != null && type != Object.class && names.add(type.getName())) {
            collect(type.getSuperclass(), names);
            Arrays.stream(type.getInterfaces()).forEach(each -> collect(each, names));
        }
    }

    /** Tells whether it was thrown while code of the test ran. */
    boolean threw(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).anyMatch(this::contains);
    }

    /** Tells whether it, or anything behind it, was thrown while code of the test ran. */
    boolean isBehind(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>(List.of(thrown));
        while (!left.isEmpty()) {
            Throwable next = left.remove();
            if (threw(next)) {
                return true;
            }
            if (seen.add(next)) {
                left.addAll(List.of(next.getSuppressed()));
                @Nullable Throwable cause = next.getCause();
                if (cause != null) {
                    left.add(cause);
                }
            }
        }
        return false;
    }

    private boolean contains(StackTraceElement frame) {
        return classes.stream().anyMatch(each -> isOf(each, frame.getClassName()))
                && OF_FIELDS.stream().noneMatch(frame.getMethodName()::startsWith);
    }

    /** Tells whether it is the class or a nameless one in it; one with a name may be an extension that stands there. */
    private static boolean isOf(String className, String ofFrame) {
        String nameless = className + '$';
        boolean within = ofFrame.startsWith(nameless) && ofFrame.length() > nameless.length();
        return ofFrame.equals(className) || (within && Character.isDigit(ofFrame.charAt(nameless.length())));
    }
}
