package io.github.surefoot.noise;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows collections and maps whose order is nobody's promise: who they are decides, and not as what they are declared. */
final class Unordered {
    /** Those of the JDK, by their own name. */
    private static final Set<String> NAMES = Set.of(
            "java.util.HashSet",
            "java.util.HashMap",
            "java.util.HashMap$KeySet",
            "java.util.HashMap$Values",
            "java.util.HashMap$EntrySet",
            "java.util.Hashtable",
            "java.util.Hashtable$KeySet",
            "java.util.Hashtable$ValueCollection",
            "java.util.Hashtable$EntrySet",
            "java.util.Properties",
            "java.util.Properties$EntrySet",
            "java.util.IdentityHashMap",
            "java.util.IdentityHashMap$KeySet",
            "java.util.IdentityHashMap$Values",
            "java.util.IdentityHashMap$EntrySet",
            "java.util.WeakHashMap",
            "java.util.WeakHashMap$KeySet",
            "java.util.WeakHashMap$Values",
            "java.util.WeakHashMap$EntrySet",
            "java.util.ImmutableCollections$Set12",
            "java.util.ImmutableCollections$SetN",
            "java.util.ImmutableCollections$MapN",
            "java.util.ImmutableCollections$MapN$1",
            "java.util.PriorityQueue",
            "java.util.concurrent.PriorityBlockingQueue",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentHashMap$KeySetView",
            "java.util.concurrent.ConcurrentHashMap$ValuesView",
            "java.util.concurrent.ConcurrentHashMap$EntrySetView");

    /** What a subclass has of its own if it gives its elements an order. */
    private static final Set<String> ORDERING = Set.of(
            "iterator",
            "forEach",
            "spliterator",
            "stream",
            "toArray",
            "toString",
            "keySet",
            "values",
            "entrySet",
            "keys",
            "elements");

    /** Those that have the order of another one, by the field in which that is. */
    private static final Map<String, String> WRAPPERS = Map.of(
            "java.util.Collections$UnmodifiableCollection", "c",
            "java.util.Collections$SynchronizedCollection", "c",
            "java.util.Collections$CheckedCollection", "c",
            "java.util.Collections$UnmodifiableMap", "m",
            "java.util.Collections$SynchronizedMap", "m",
            "java.util.Collections$CheckedMap", "m",
            "java.util.Collections$SetFromMap", "m",
            "java.util.AbstractMap$1", "this$0",
            "java.util.AbstractMap$2", "this$0");

    private static final ClassValue<Nature> NATURES = new ClassValue<>() {
        @Override
        protected Nature computeValue(Class<?> type) {
            return new Nature(isUnordered(type), wrapped(type));
        }
    };

    private Unordered() {}

    private record Nature(boolean unordered, @Nullable Field wrapped) {}

    static boolean is(Object of) {
        return NATURES.get(innermost(of).getClass()).unordered();
    }

    /** Tells whether it makes text of its elements as all of the JDK's collections and maps do. */
    static boolean isOfTheJdk(Object of) {
        if (!(of instanceof Collection) && !(of instanceof Map)) {
            return false;
        }
        Class<?> type = innermost(of).getClass();
        String holder = type.getPackageName();
        return holder.equals("java.util")
                || holder.equals("java.util.concurrent")
                || NATURES.get(type).unordered();
    }

    /** Tells whether it may change under an iterator, by other threads or the collector. */
    static boolean mayChange(Object of) {
        String name = innermost(of).getClass().getName();
        return name.startsWith("java.util.concurrent.") || name.startsWith("java.util.WeakHashMap");
    }

    private static Object innermost(Object of) {
        Object inner = of;
        for (Field in = field(inner); in != null; in = field(inner)) {
            try {
                inner = in.get(inner);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(in + " was made accessible", e);
            }
        }
        return inner;
    }

    private static @Nullable Field field(Object of) {
        return NATURES.get(of.getClass()).wrapped();
    }

    /** The agent opens the package; where it is not, nobody knows what is in a wrapper, and it stays as it is. */
    private static @Nullable Field wrapped(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            String name = WRAPPERS.get(each.getName());
            if (name != null) {
                try {
                    Field field = each.getDeclaredField(name);
                    field.setAccessible(true);
                    return field;
                } catch (NoSuchFieldException | InaccessibleObjectException e) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Tells it of subclasses as well, like those that fill themselves where they are made, if they add no order. */
    private static boolean isUnordered(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (NAMES.contains(each.getName())) {
                return true;
            }
            if (hasOrdering(each)) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasOrdering(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> ORDERING.contains(method.getName()));
        } catch (LinkageError e) {
            // It names a class that is not there, so nobody knows.
            return true;
        }
    }
}
