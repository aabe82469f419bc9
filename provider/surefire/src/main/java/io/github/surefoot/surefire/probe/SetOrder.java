package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.probe.ProbeProperty;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The order in which {@code Set.of} and {@code Map.of} list what they hold. A JVM draws it when it starts, as two constants of
 * {@code java.util.ImmutableCollections}: where to begin, and which way to go. No option of the JVM sets them.
 */
final class SetOrder {
    private static final long LAST = 0xFFFF_FFFFL;

    private SetOrder() {}

    /** Puts the one that this JVM is started with in the place of the one that it has drawn, if it is told one. */
    static void take() {
        String word = System.getProperty(ProbeProperty.SETS, "");
        if (!word.isEmpty()) {
            set(word.equals(ProbeProperty.BACKWARD));
        }
    }

    /**
     * Nothing but what is unsafe changes a constant. This comes first of all in its JVM, and {@link
     * ProbeProperty#SETS_ARGUMENTS} have seen to it that no code is compiled which knows the constant by heart.
     */
    private static void set(boolean backward) {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            Unsafe unsafe = new Unsafe(type, instance.get(null));
            Class<?> owner = Class.forName("java.util.ImmutableCollections");
            unsafe.put("putLong", long.class, owner.getDeclaredField("SALT32L"), backward ? LAST : 0L);
            unsafe.put("putBoolean", boolean.class, owner.getDeclaredField("REVERSE"), backward);
        } catch (ReflectiveOperationException | LinkageError e) {
            // A JDK that has it otherwise: then the order is the one it has drawn, and what is found by it, nothing.
            System.clearProperty(ProbeProperty.SETS);
        }
    }

    private record Unsafe(Class<?> type, Object instance) {
        void put(String how, Class<?> kind, Field field, Object value) throws ReflectiveOperationException {
            Method base = type.getMethod("staticFieldBase", Field.class);
            Method offset = type.getMethod("staticFieldOffset", Field.class);
            type.getMethod(how, Object.class, long.class, kind)
                    .invoke(instance, base.invoke(instance, field), offset.invoke(instance, field), value);
        }
    }
}
