package io.github.surefoot.surefire.probe.state;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers values and what they hold, each object once, and no more than so many: collections, maps, arrays, atomic
 * values and thread-locals of the JDK, and the fields of objects of the project. Of all else only which object it is.
 */
final class MemoryWalk {
    private static final int MOST = 20_000;
    private static final int DEEPEST = 8;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ClassLoader project;
    private int depth;

    /**
     * Begins one.
     *
     * @param project the loader of the project's classes
     */
    MemoryWalk(ClassLoader project) {
        this.project = project;
    }

    ValueMemory remember(@Nullable Object value) {
        if (value == null
                || PlainValues.isPlain(value)
                || depth >= DEEPEST
                || seen.size() >= MOST
                || !seen.add(value)) {
            return new ValueMemory(value, Optional.empty());
        }
        depth++;
        try {
            return new ValueMemory(value, content(value));
        } catch (ConcurrentModificationException | UnsupportedOperationException e) {
            // It changes all the time, or shows nothing: which object it is has to do.
            return new ValueMemory(value, Optional.empty());
        } finally {
            depth--;
        }
    }

    private Optional<Content> content(Object value) {
        if (value.getClass().isArray()) {
            return Optional.of(array(value));
        }
        if (PlainValues.isOfTheJdk(value)) {
            return ofTheJdk(value);
        }
        return value.getClass().getClassLoader() == project ? fields(value) : Optional.empty();
    }

    private Optional<Content> ofTheJdk(Object value) {
        if (value instanceof Collection<?> collection) {
            return Optional.of(collection(collection));
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(map(map));
        }
        if (value instanceof AtomicInteger number) {
            return Optional.of(new HeldValue(number::get, held -> number.set((Integer) held), remember(number.get())));
        }
        if (value instanceof AtomicLong number) {
            return Optional.of(new HeldValue(number::get, held -> number.set((Long) held), remember(number.get())));
        }
        if (value instanceof AtomicBoolean flag) {
            return Optional.of(new HeldValue(flag::get, held -> flag.set((Boolean) held), remember(flag.get())));
        }
        if (value instanceof ThreadLocal<?> local) {
            return ofThisThread(local);
        }
        return value instanceof AtomicReference<?> reference
                ? Optional.of(new HeldValue(reference::get, held -> set(reference, held), remember(reference.get())))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static void set(AtomicReference<?> reference, @Nullable Object held) {
        ((AtomicReference<@Nullable Object>) reference).set(held);
    }

    /** Tests run on this thread, too. One that has no value by itself has none again where there was none. */
    private Optional<Content> ofThisThread(ThreadLocal<?> local) {
        try {
            ValueMemory before = remember(local.get());
            return Optional.of(new HeldValue(local::get, held -> set(local, held), before));
        } catch (RuntimeException e) {
            // Its first value is made by the project, which cannot do that now.
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static void set(ThreadLocal<?> local, @Nullable Object held) {
        if (held == null) {
            local.remove();
        } else {
            ((ThreadLocal<Object>) local).set(held);
        }
    }

    private Content array(Object array) {
        List<ValueMemory> elements = new ArrayList<>();
        int length = Math.min(Array.getLength(array), MOST);
        for (int i = 0; i < length; i++) {
            elements.add(remember(Array.get(array, i)));
        }
        return new HeldArray(array, elements);
    }

    private Content collection(Collection<?> collection) {
        List<ValueMemory> elements = new ArrayList<>();
        for (Object element : collection) {
            elements.add(remember(element));
        }
        return new HeldElements(collection, elements);
    }

    private Content map(Map<?, ?> map) {
        Map<@Nullable Object, ValueMemory> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(key, remember(value)));
        return new HeldEntries(map, entries);
    }

    private Optional<Content> fields(Object object) {
        Map<Field, ValueMemory> fields = new LinkedHashMap<>();
        for (Class<?> type = object.getClass();
                type != null && type.getClassLoader() == project;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && field.trySetAccessible()) {
                    fields.put(field, remember(FieldAccess.get(field, object)));
                }
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new HeldFields(object, fields));
    }
}
