package io.github.surefoot.its;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestIdentifier;

/** Counts, for each file of our rooms, the calls of its methods, and notes whether they were handed what bears a name. */
public final class Watch {
    private static final String OURS = "io.github.surefoot";

    // What is woven into a class can call nothing but a static method.
    private static Watch current = new Watch("");

    private final String name;
    private final Map<String, Integer> calls = new TreeMap<>();
    private final Set<String> handed = new TreeSet<>();
    private boolean looking;

    private Watch(String name) {
        this.name = name;
    }

    /** Begins anew to look for whatever bears a name. */
    static synchronized Watch begin(String name) {
        current = new Watch(name);
        return current;
    }

    Map<String, Integer> calls() {
        return calls;
    }

    Set<String> handed() {
        return handed;
    }

    /** Woven in: a method of the file is called. */
    public static synchronized void called(String file) {
        current.calls.merge(file, 1, Integer::sum);
    }

    /** Woven in: a method of the file is handed something, or hands it back. */
    public static synchronized void handed(String file, @Nullable Object what) {
        // Looking into an object calls its methods, which are watched, too.
        if (!current.looking && !current.handed.contains(file)) {
            current.looking = true;
            try {
                if (current.bears(what, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                    current.handed.add(file);
                }
            } finally {
                current.looking = false;
            }
        }
    }

    private boolean bears(@Nullable Object what, Set<Object> seen) {
        if (what == null || !seen.add(what)) {
            return false;
        }
        if (what instanceof CharSequence || what instanceof TestIdentifier) {
            return what.toString().contains(name);
        }
        if (what instanceof ReportEntry entry) {
            return String.valueOf(entry.getName()).contains(name);
        }
        if (what instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8).contains(name);
        }
        if (what instanceof ByteBuffer buffer) {
            return StandardCharsets.UTF_8.decode(buffer.duplicate()).toString().contains(name);
        }
        return what instanceof Enum ? false : parts(what, seen);
    }

    private boolean parts(Object what, Set<Object> seen) {
        if (what instanceof Object[] all) {
            return any(all, seen);
        }
        if (what instanceof Optional<?> optional) {
            return bears(optional.orElse(null), seen);
        }
        if (what instanceof Collection<?> all) {
            return any(all.toArray(), seen);
        }
        if (what instanceof Map<?, ?> map) {
            return any(map.keySet().toArray(), seen) || any(map.values().toArray(), seen);
        }
        return what.getClass().getName().startsWith(OURS) && fields(what, seen);
    }

    private boolean any(Object[] all, Set<Object> seen) {
        for (Object one : all) {
            if (bears(one, seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean fields(Object what, Set<Object> seen) {
        for (Class<?> type = what.getClass(); type.getName().startsWith(OURS); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && bears(value(field, what), seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
