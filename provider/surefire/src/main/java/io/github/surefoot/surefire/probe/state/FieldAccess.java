package io.github.surefoot.surefire.probe.state;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads and writes fields that are accessible. */
final class FieldAccess {
    private FieldAccess() {}

    static @Nullable Object get(Field field, @Nullable Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is accessible and cannot be read", e);
        }
    }

    /** Writes it unless it is final: such a one holds what it held. */
    static void set(Field field, @Nullable Object of, @Nullable Object value) {
        if (Modifier.isFinal(field.getModifiers())) {
            return;
        }
        try {
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is accessible and cannot be written", e);
        }
    }
}
