package io.github.surefoot.surefire.loader;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds who holds a loader: the shortest way to it from a static field of another class, or from a thread. */
final class LoaderHolder {
    private static final String LAMBDA = "$$Lambda";

    private static final int MOST_OBJECTS = 2_000_000;

    private final Internals internals;
    private final Map<Class<?>, List<Field>> fields = new HashMap<>();

    LoaderHolder(Internals internals) {
        this.internals = internals;
    }

    /** An object, and the way to it. */
    private record Step(
            Object object, String name, @Nullable Step from) {
        /** Returns the one with which the way begins. */
        Step root() {
            Step step = this;
            while (step.from() != null) {
                step = step.from();
            }
            return step;
        }

        String way() {
            Deque<String> names = new ArrayDeque<>();
            for (Step step = this; step != null; step = step.from()) {
                names.addFirst(step.name());
            }
            return String.join(" > ", names);
        }
    }

    /** Returns the way to it as people read it. */
    String of(RoundLoader loader) {
        return way(loader, false)
                .or(() -> way(loader, true).map(way -> way + " (a soft reference, which goes when memory is short)"))
                .orElse("nobody that can be seen from the static fields and threads of this JVM");
    }

    /**
     * Returns which of some classes has a static field from which a way leads to a class of it, or to an object of such a
     * class: what is handed out. Soft references are left out, and so is what only holds the loader.
     */
    Optional<Class<?>> among(Collection<Class<?>> owners, RoundLoader loader) {
        Deque<Step> open = new ArrayDeque<>();
        IdentityHashMap<Step, Class<?>> roots = new IdentityHashMap<>();
        for (Class<?> owner : owners) {
            Deque<Step> own = new ArrayDeque<>();
            addStatic(owner, own);
            own.forEach(step -> roots.put(step, owner));
            open.addAll(own);
        }
        return find(open, false, object -> isOf(loader, object)).map(step -> roots.get(step.root()));
    }

    private Optional<String> way(RoundLoader loader, boolean softly) {
        Deque<Step> open = new ArrayDeque<>();
        roots(loader, open);
        return find(open, softly, object -> leadsTo(object, loader))
                .map(step -> step.way() + " is of " + named(step.object()));
    }

    private Optional<Step> find(Deque<Step> open, boolean softly, Predicate<Object> leadsTo) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
            Step step = open.removeFirst();
            if (!seen.add(step.object())) {
                continue;
            }
            if (leadsTo.test(step.object())) {
                return Optional.of(step);
            }
            below(step, softly, open);
        }
        return Optional.empty();
    }

    private void roots(RoundLoader loader, Deque<Step> open) {
        for (Class<?> type : internals.loadedClasses()) {
            if (loader.isAbove(type.getClassLoader()) || isOurs(type)) {
                continue;
            }
            add(type, type.toString(), null, open);
            addStatic(type, open);
        }
        for (Thread thread : RunningThreads.alive().toList()) {
            add(thread, "the thread '" + thread.getName() + "'", null, open);
        }
    }

    private void addStatic(Class<?> type, Deque<Step> open) {
        if (internals.isInitialized(type)) {
            for (Field field : declared(type)) {
                if (Modifier.isStatic(field.getModifiers())) {
                    add(internals.read(field, null), type.getName() + "." + field.getName(), null, open);
                }
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getPackageName().equals(LoaderHolder.class.getPackageName());
    }

    /** The JDK hides from reflection the parent of a loader, the class of a method, and the frames of a throwable. */
    private static boolean leadsTo(Object object, RoundLoader loader) {
        if (object instanceof ClassLoader below && loader.isAbove(below)) {
            return true;
        }
        if (object instanceof Throwable thrown) {
            return Arrays.stream(thrown.getStackTrace())
                    .anyMatch(frame -> loader.defined(frame.getClassName()).isPresent());
        }
        return isOf(loader, object);
    }

    private static boolean isOf(RoundLoader loader, Object object) {
        Class<?> type = object instanceof Class<?> itself
                ? itself
                : object instanceof Member member ? member.getDeclaringClass() : object.getClass();
        return loader.isAbove(type.getClassLoader());
    }

    /** Without what tells two objects of a lambda apart in one JVM only. */
    private static String named(Object object) {
        String type = object instanceof Class<?> itself
                ? itself.toString()
                : object.getClass().toString();
        int lambda = type.indexOf(LAMBDA);
        return lambda < 0 ? type : type.substring(0, lambda + LAMBDA.length());
    }

    private void below(Step step, boolean softly, Deque<Step> open) {
        Object object = step.object();
        if (object instanceof RoundLoader || object instanceof Throwable) {
            return; // The one has all classes of its round, whoever holds it; of the other, the frames have been looked
            // at.
        }
        if (object instanceof Object[] array) {
            for (int i = 0; i < Array.getLength(array); i++) {
                add(array[i], "[" + i + "]", step, open);
            }
            return;
        }
        if (object instanceof Executable executable) {
            internals.accessor(executable).ifPresent(accessor -> add(accessor, "accessor", step, open));
        }
        if (softly && object instanceof SoftReference<?> reference) {
            add(reference.get(), "get()", step, open);
        }
        for (Class<?> type = object.getClass(); type != null && type != Reference.class; type = type.getSuperclass()) {
            for (Field field : declared(type)) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    add(internals.read(field, object), field.getName(), step, open);
                }
            }
        }
    }

    private static void add(@Nullable Object object, String name, @Nullable Step from, Deque<Step> open) {
        // Of the loaders themselves we know; those that they hold are not the question.
        if (object != null && !(object instanceof SystemLoader) && !(object instanceof Internals)) {
            open.add(new Step(object, name, from));
        }
    }

    /** Returns the fields that may lead on. */
    private List<Field> declared(Class<?> type) {
        return fields.computeIfAbsent(type, LoaderHolder::readable);
    }

    private static List<Field> readable(Class<?> type) {
        List<Field> result = new ArrayList<>();
        try {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive()) {
                    result.add(field);
                }
            }
        } catch (LinkageError e) {
            return List.of(); // A class that needs another one which is not there.
        }
        return result;
    }
}
