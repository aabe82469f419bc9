package io.github.surefoot.surefire.probe.state;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that hold nothing that could change. */
final class PlainValues {
    private static final Set<String> VALUES = Set.of("java.time", "java.math");

    private PlainValues() {}

    static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Character
                || value instanceof Class<?>
                || isShown(value)
                || VALUES.contains(value.getClass().getPackageName());
    }

    /** Tells whether it may be shown: texts and times may be secret, and so may be what is made of them. */
    static boolean isShown(Object value) {
        return value instanceof Boolean || value instanceof Enum<?> || isNumber(value);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Double
                || value instanceof Float;
    }

    /** Tells whether it is of a class of the JDK: what such an object holds is asked by its methods. */
    static boolean isOfTheJdk(Object value) {
        ClassLoader loader = value.getClass().getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }
}
