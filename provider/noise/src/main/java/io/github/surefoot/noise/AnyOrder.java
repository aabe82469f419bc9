package io.github.surefoot.noise;

import java.io.File;
import java.io.FileFilter;
import java.io.FilenameFilter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another order for what has none: hash sets and maps, what reflection lists, the files of a directory. All of one size are
 * put into order alike, so that the keys and the values of a map still fit, and every run of a seed is the same. What has an
 * order stays as it is: who it is decides, and not as what it is declared.
 */
public final class AnyOrder {
    /** Those of the JDK whose order is nobody's promise, by their own name: subclasses may have one. */
    private static final Set<String> UNORDERED = Set.of(
            "java.util.HashSet",
            "java.util.HashMap",
            "java.util.HashMap$KeySet",
            "java.util.HashMap$Values",
            "java.util.HashMap$EntrySet",
            "java.util.Hashtable",
            "java.util.Collections$SynchronizedSet",
            "java.util.IdentityHashMap",
            "java.util.IdentityHashMap$KeySet",
            "java.util.IdentityHashMap$Values",
            "java.util.IdentityHashMap$EntrySet",
            "java.util.WeakHashMap$KeySet",
            "java.util.WeakHashMap$Values",
            "java.util.WeakHashMap$EntrySet",
            "java.util.ImmutableCollections$Set12",
            "java.util.ImmutableCollections$SetN",
            "java.util.ImmutableCollections$MapN",
            "java.util.ImmutableCollections$MapN$1",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentHashMap$KeySetView",
            "java.util.concurrent.ConcurrentHashMap$ValuesView",
            "java.util.concurrent.ConcurrentHashMap$EntrySetView");

    private static volatile long seed;

    private AnyOrder() {}

    static void begin(long with) {
        seed = with;
    }

    private static boolean isUnordered(Object of) {
        return UNORDERED.contains(of.getClass().getName());
    }

    private static <T> List<T> inOrder(Collection<? extends T> elements) {
        List<T> list = new ArrayList<>(elements);
        Collections.shuffle(list, new Random(seed + list.size()));
        return list;
    }

    private static <T> T[] inOrder(T[] array) {
        Collections.shuffle(Arrays.asList(array), new Random(seed + array.length));
        return array;
    }

    /** Stands for a collection that another one is made of. */
    public static <T> @Nullable Collection<? extends T> collection(@Nullable Collection<? extends T> of) {
        return of != null && isUnordered(of) ? inOrder(of) : of;
    }

    /** Stands for what is gone through. */
    public static <T> @Nullable Iterable<? extends T> iterable(@Nullable Iterable<? extends T> of) {
        return of instanceof Collection<? extends T> collection ? collection(collection) : of;
    }

    /** Stands for {@link Iterable#iterator}. */
    public static <T> Iterator<T> iterator(Iterable<T> of) {
        return of instanceof Collection<T> collection && isUnordered(of) ? new Listed<>(collection) : of.iterator();
    }

    /** Stands for {@link Collection#stream}. */
    public static <T> Stream<T> stream(Collection<T> of) {
        return isUnordered(of) ? AnyOrder.<T>inOrder(of).stream() : of.stream();
    }

    /** Stands for {@link Iterable#forEach}. */
    public static <T> void forEach(Iterable<T> of, Consumer<? super T> action) {
        if (of instanceof Collection<T> collection && isUnordered(of)) {
            AnyOrder.<T>inOrder(collection).forEach(action);
        } else {
            of.forEach(action);
        }
    }

    /** Stands for {@link Map#forEach}. */
    public static <K, V> void forEach(Map<K, V> of, BiConsumer<? super K, ? super V> action) {
        if (isUnordered(of)) {
            AnyOrder.<Map.Entry<K, V>>inOrder(of.entrySet())
                    .forEach(entry -> action.accept(entry.getKey(), entry.getValue()));
        } else {
            of.forEach(action);
        }
    }

    /** Stands for {@link Collection#toArray()}. */
    public static Object[] toArray(Collection<?> of) {
        return isUnordered(of) ? AnyOrder.<Object>inOrder(of).toArray() : of.toArray();
    }

    /** Stands for {@link Collection#toArray(Object[])}. */
    public static <T> T[] toArray(Collection<?> of, T[] into) {
        return isUnordered(of) ? AnyOrder.<Object>inOrder(of).toArray(into) : of.toArray(into);
    }

    /** Stands for {@link Collection#toArray(IntFunction)}. */
    public static <T> T[] toArray(Collection<?> of, IntFunction<T[]> into) {
        return isUnordered(of) ? AnyOrder.<Object>inOrder(of).toArray(into) : of.toArray(into);
    }

    /** Stands for {@link Object#toString} of what may be a set or a map. */
    public static String text(Object of) {
        if (of.getClass() == HashSet.class) {
            return AnyOrder.<Object>inOrder((HashSet<?>) of).toString();
        } else if (of.getClass() == HashMap.class) {
            String entries =
                    AnyOrder.<Object>inOrder(((HashMap<?, ?>) of).entrySet()).toString();
            return "{" + entries.substring(1, entries.length() - 1) + "}";
        }
        return of.toString();
    }

    /** Stands for what is going to be text: for a set or a map, its text. */
    public static @Nullable Object shown(@Nullable Object of) {
        return of == null || (of.getClass() != HashSet.class && of.getClass() != HashMap.class) ? of : text(of);
    }

    /** Stands for {@link Class#getDeclaredMethods}. */
    public static Method[] declaredMethods(Class<?> of) {
        return inOrder(of.getDeclaredMethods());
    }

    /** Stands for {@link Class#getMethods}. */
    public static Method[] methods(Class<?> of) {
        return inOrder(of.getMethods());
    }

    /** Stands for {@link Class#getDeclaredFields}. */
    public static Field[] declaredFields(Class<?> of) {
        return inOrder(of.getDeclaredFields());
    }

    /** Stands for {@link Class#getFields}. */
    public static Field[] fields(Class<?> of) {
        return inOrder(of.getFields());
    }

    /** Stands for {@link Class#getDeclaredConstructors}. */
    public static Constructor<?>[] declaredConstructors(Class<?> of) {
        return inOrder(of.getDeclaredConstructors());
    }

    /** Stands for {@link Class#getConstructors}. */
    public static Constructor<?>[] constructors(Class<?> of) {
        return inOrder(of.getConstructors());
    }

    /** Stands for {@link File#list()}. */
    public static String[] list(File directory) {
        return inOrderOrNull(directory.list());
    }

    /** Stands for {@link File#list(FilenameFilter)}. */
    public static String[] list(File directory, FilenameFilter filter) {
        return inOrderOrNull(directory.list(filter));
    }

    /** Stands for {@link File#listFiles()}. */
    public static File[] listFiles(File directory) {
        return inOrderOrNull(directory.listFiles());
    }

    /** Stands for {@link File#listFiles(FilenameFilter)}. */
    public static File[] listFiles(File directory, FilenameFilter filter) {
        return inOrderOrNull(directory.listFiles(filter));
    }

    /** Stands for {@link File#listFiles(FileFilter)}. */
    public static File[] listFiles(File directory, FileFilter filter) {
        return inOrderOrNull(directory.listFiles(filter));
    }

    /** What is no directory has no files, and says so by null. */
    private static <T> T[] inOrderOrNull(T[] array) {
        return array == null ? array : inOrder(array);
    }

    /** Stands for {@link Files#list}. */
    public static Stream<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return AnyOrder.<Path>inOrder(files.toList()).stream();
        }
    }

    /** Stands for {@link Files#newDirectoryStream(Path)}. */
    public static DirectoryStream<Path> directoryStream(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            return new ListedFiles(files);
        }
    }

    /** Stands for {@link Files#newDirectoryStream(Path, String)}. */
    public static DirectoryStream<Path> directoryStream(Path directory, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            return new ListedFiles(files);
        }
    }

    /** The files of a directory, which are given out once, as by the JDK. */
    private static final class ListedFiles implements DirectoryStream<Path> {
        private final Iterator<Path> files;
        private boolean given;

        ListedFiles(DirectoryStream<Path> of) {
            List<Path> all = new ArrayList<>();
            of.forEach(all::add);
            files = AnyOrder.<Path>inOrder(all).iterator();
        }

        @Override
        public Iterator<Path> iterator() {
            if (given) {
                throw new IllegalStateException("Its iterator was given out before, or it was closed");
            }
            given = true;
            return files;
        }

        @Override
        public void close() {
            given = true;
        }
    }

    /** Goes through a collection in another order, and removes from it; what is changed under it is told as ever. */
    private static final class Listed<T> implements Iterator<T> {
        private final Collection<T> of;
        private final Iterator<T> order;
        private int size;
        private Object last;

        Listed(Collection<T> of) {
            this.of = of;
            this.order = AnyOrder.<T>inOrder(of).iterator();
            this.size = of.size();
            this.last = this;
        }

        @Override
        public boolean hasNext() {
            return order.hasNext();
        }

        @Override
        public T next() {
            check();
            T next = order.next();
            last = next;
            return next;
        }

        @Override
        public void remove() {
            if (last == this) {
                throw new IllegalStateException("There is no element to remove yet, or no more");
            }
            check();
            of.remove(last);
            size = of.size();
            last = this;
        }

        /** Concurrent ones may change meanwhile. */
        private void check() {
            if (of.size() != size && !of.getClass().getName().startsWith("java.util.concurrent.")) {
                throw new ConcurrentModificationException();
            }
        }
    }
}
