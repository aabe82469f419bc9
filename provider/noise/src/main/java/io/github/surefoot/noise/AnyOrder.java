package io.github.surefoot.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives collections and maps that have no order {@link OtherOrder another one}; what has an order stays as it is. */
public final class AnyOrder {
    private AnyOrder() {}

    static void begin(long with) {
        OtherOrder.begin(with);
    }

    /** By its iterator: some hand out copies of their entries in an array, which write nothing through. */
    private static <T> List<T> inOrder(Iterable<? extends T> elements) {
        List<T> list = new ArrayList<>();
        elements.forEach(list::add);
        OtherOrder.arrange(list);
        return list;
    }

    private static <T> boolean isUnordered(Iterable<T> of) {
        return of instanceof Collection<T> && Unordered.is(of);
    }

    /** Stands for a collection that another one is made of. */
    public static <T> @Nullable Collection<? extends T> collection(@Nullable Collection<? extends T> of) {
        return of != null && isUnordered(of) ? inOrder(of) : of;
    }

    /** Stands for a map that another one is made of. */
    public static <K, V> @Nullable Map<? extends K, ? extends V> map(@Nullable Map<? extends K, ? extends V> of) {
        // In another map, two keys may be one that are not in one that goes by identity.
        if (of == null || of instanceof IdentityHashMap || !Unordered.is(of)) {
            return of;
        }
        Map<K, V> ordered = new LinkedHashMap<>();
        forEach(of, ordered::put);
        return ordered;
    }

    /** Stands for what is gone through. */
    public static <T> @Nullable Iterable<? extends T> iterable(@Nullable Iterable<? extends T> of) {
        return of != null && isUnordered(of) ? inOrder(of) : of;
    }

    /** Stands for {@link Iterable#iterator}. */
    public static <T> Iterator<T> iterator(Iterable<T> of) {
        return isUnordered(of) ? new OtherIterator<>((Collection<T>) of, inOrder(of)) : of.iterator();
    }

    /** Stands for {@link Iterable#spliterator}. */
    public static <T> Spliterator<T> spliterator(Iterable<T> of) {
        return isUnordered(of) ? AnyOrder.<T>inOrder(of).spliterator() : of.spliterator();
    }

    /** Stands for {@link Collection#stream}. */
    public static <T> Stream<T> stream(Collection<T> of) {
        return Unordered.is(of) ? AnyOrder.<T>inOrder(of).stream() : of.stream();
    }

    /** Stands for {@link Collection#parallelStream}. */
    public static <T> Stream<T> parallelStream(Collection<T> of) {
        return Unordered.is(of) ? AnyOrder.<T>inOrder(of).parallelStream() : of.parallelStream();
    }

    /** Stands for {@link Iterable#forEach}. */
    public static <T> void forEach(Iterable<T> of, Consumer<? super T> action) {
        if (isUnordered(of)) {
            AnyOrder.<T>inOrder(of).forEach(action);
        } else {
            of.forEach(action);
        }
    }

    /** Stands for {@link Map#forEach}. */
    public static <K, V> void forEach(Map<K, V> of, BiConsumer<? super K, ? super V> action) {
        if (Unordered.is(of)) {
            AnyOrder.<Map.Entry<K, V>>inOrder(of.entrySet())
                    .forEach(entry -> action.accept(entry.getKey(), entry.getValue()));
        } else {
            of.forEach(action);
        }
    }

    /** Stands for {@link Collection#toArray()}. */
    public static Object[] toArray(Collection<?> of) {
        return Unordered.is(of) ? OtherOrder.of(of.toArray()) : of.toArray();
    }

    /** Stands for {@link Collection#toArray(Object[])}. */
    public static <T> T[] toArray(Collection<?> of, T[] into) {
        return Unordered.is(of) ? inOrder(of.toArray(), into) : of.toArray(into);
    }

    /** Stands for {@link Collection#toArray(IntFunction)}. */
    public static <T> T[] toArray(Collection<?> of, IntFunction<T[]> into) {
        return Unordered.is(of) ? OtherOrder.of(of.toArray(into)) : of.toArray(into);
    }

    /** What is longer than the collection keeps its end. */
    private static <T> T[] inOrder(Object[] elements, T[] into) {
        return Arrays.asList(OtherOrder.of(elements)).toArray(into);
    }

    /** Stands for {@link Dictionary#keys} and its like. */
    public static <T> Enumeration<T> keys(Dictionary<T, ?> of) {
        return Unordered.is(of) ? enumeration(of.keys()) : of.keys();
    }

    /** Stands for {@link Dictionary#elements} and its like. */
    public static <T> Enumeration<T> elements(Dictionary<?, T> of) {
        return Unordered.is(of) ? enumeration(of.elements()) : of.elements();
    }

    /** Stands for {@link ConcurrentHashMap#keys}. */
    public static <T> Enumeration<T> keys(ConcurrentHashMap<T, ?> of) {
        return Unordered.is(of) ? enumeration(of.keys()) : of.keys();
    }

    /** Stands for {@link ConcurrentHashMap#elements}. */
    public static <T> Enumeration<T> elements(ConcurrentHashMap<?, T> of) {
        return Unordered.is(of) ? enumeration(of.elements()) : of.elements();
    }

    private static <T> Enumeration<T> enumeration(Enumeration<T> of) {
        List<T> list = Collections.list(of);
        OtherOrder.arrange(list);
        return Collections.enumeration(list);
    }
}
