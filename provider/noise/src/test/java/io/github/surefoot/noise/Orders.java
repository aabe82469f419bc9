package io.github.surefoot.noise;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How a project's classes go through what has no order, and what has one. */
@SuppressWarnings({
    "JdkObsolete",
    "ModifyCollectionInEnhancedForLoop",
    "ReferenceEquality",
    "StringConstructor",
    "UnnecessaryStringBuilder"
})
final class Orders {
    private Orders() {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface First {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Second {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Third {}

    /** Has several of whatever reflection lists. */
    @First
    @Second
    @Third
    static final class Listed {
        static void takes(@First @Second @Third String text) throws IOException, SQLException, ParseException {
            Objects.requireNonNull(text);
        }

        static final class Inner {}

        static final class Other {}
    }

    private static Map<Integer, Integer> map(int size) {
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(i, i);
        }
        return map;
    }

    /** Returns what sets in sets, views and subclasses tell of the numbers, all of which are in rising order as it is. */
    static Map<String, List<Integer>> behindOthers(int size) {
        Map<Integer, Integer> map = map(size);
        Map<Integer, Integer> filled = new HashMap<>() {
            private static final long serialVersionUID = 1L;

            {
                putAll(map);
            }
        };
        Set<Integer> fromMap = Collections.newSetFromMap(new ConcurrentHashMap<>());
        fromMap.addAll(map.keySet());
        Queue<Integer> queue = new PriorityQueue<>(map.keySet());
        Map<String, List<Integer>> told = new LinkedHashMap<>();
        told.put("unmodifiable", new ArrayList<>(Collections.unmodifiableSet(map.keySet())));
        told.put("synchronized", new ArrayList<>(Collections.synchronizedCollection(map.values())));
        told.put("checked", new ArrayList<>(Collections.checkedSet(map.keySet(), Integer.class)));
        told.put(
                "keys of an unmodifiable",
                looped(Collections.unmodifiableMap(map).keySet()));
        told.put("twice unmodifiable", looped(Collections.unmodifiableSet(Collections.synchronizedSet(map.keySet()))));
        told.put("from a map", looped(fromMap));
        told.put("filled where it is made", looped(filled.keySet()));
        told.put("queue", looped(queue));
        told.put("array of a queue", Stream.of(queue.toArray(new Integer[0])).toList());
        List<Integer> entries = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry :
                Collections.unmodifiableMap(map).entrySet()) {
            entries.add(entry.getValue());
        }
        told.put("entries", entries);
        List<Integer> each = new ArrayList<>();
        Collections.synchronizedMap(map).forEach((key, value) -> each.add(value));
        told.put("each entry", each);
        return told;
    }

    private static List<Integer> looped(Collection<Integer> numbers) {
        List<Integer> looped = new ArrayList<>();
        for (int number : numbers) {
            looped.add(number);
        }
        return looped;
    }

    /** Returns the same of what takes sets and maps up, or names methods of theirs. */
    static Map<String, List<Integer>> takenUp(int size) {
        Map<Integer, Integer> map = map(size);
        Map<String, List<Integer>> told = new LinkedHashMap<>();
        Collection<Integer> declared = new LinkedHashSet<>();
        declared.addAll(map.keySet());
        told.put("declared as a collection", List.copyOf(declared));
        List<Integer> inserted = new ArrayList<>();
        inserted.addAll(0, map.values());
        told.put("inserted", inserted);
        told.put("linked map", List.copyOf(new LinkedHashMap<>(map).keySet()));
        Map<Integer, Integer> put = new LinkedHashMap<>();
        put.putAll(map);
        told.put("put into a map", List.copyOf(put.values()));
        told.put("named", Stream.of(map.keySet()).flatMap(Set::stream).toList());
        told.put("in parallel", map.keySet().parallelStream().toList());
        told.put(
                "split", StreamSupport.stream(map.keySet().spliterator(), false).toList());
        told.put("enumeration", Collections.list(Collections.enumeration(map.keySet())));
        told.put("keys", Collections.list(new ConcurrentHashMap<>(map).keys()));
        told.put("elements", Collections.list(new ConcurrentHashMap<>(map).elements()));
        return told;
    }

    /** Returns texts of the numbers. */
    static Map<String, String> texts(int size) {
        Map<Integer, Integer> map = map(size);
        Map<String, String> told = new LinkedHashMap<>();
        told.put("view", map.values().toString());
        told.put("concurrent", new ConcurrentHashMap<>(map).toString());
        told.put("unmodifiable", "" + Collections.unmodifiableMap(map));
        told.put("in a list", List.of(map.keySet()).toString());
        told.put("in a map", String.valueOf(new TreeMap<>(Map.of(1, map.keySet()))));
        told.put("formatted", String.format(Locale.ROOT, "%s and %s", map.keySet(), size));
        told.put("appended", new StringBuilder().append(map).toString());
        told.put("named", Stream.of(map.keySet()).map(Object::toString).toList().get(0));
        return told;
    }

    static String textOfItself() {
        Map<Integer, Object> map = new HashMap<>();
        map.put(1, map);
        List<Object> list = new ArrayList<>();
        list.add(list);
        return "" + map + list;
    }

    /** Returns the keys and the elements of a table. */
    static List<List<Integer>> table(int size) {
        Hashtable<Integer, Integer> table = new Hashtable<>(map(size));
        Enumeration<Integer> keys = table.keys();
        return List.of(
                Collections.list(keys),
                Collections.list(table.elements()),
                new ArrayList<>(table.keySet()),
                looped(table.values()));
    }

    /** Returns what has an order, whatever is around it. */
    static Map<String, List<Integer>> ordered(int size) {
        Map<Integer, Integer> linked = new LinkedHashMap<>(map(0));
        map(size).keySet().stream().sorted().forEach(number -> linked.put(number, number));
        Map<String, List<Integer>> told = new LinkedHashMap<>();
        told.put("synchronized", looped(Collections.synchronizedSet(new LinkedHashSet<>(linked.keySet()))));
        told.put("unmodifiable", looped(Collections.unmodifiableMap(linked).values()));
        Set<Integer> fromMap = Collections.newSetFromMap(new LinkedHashMap<>());
        fromMap.addAll(linked.keySet());
        told.put("from a map", looped(fromMap));
        told.put("own keys", looped(new OwnKeys(linked.keySet()).keySet()));
        told.put("put", List.copyOf(new LinkedHashMap<>(linked).keySet()));
        told.put("named", Stream.of(linked.keySet()).flatMap(Set::stream).toList());
        return told;
    }

    /** A map whose keys have an order of their own. */
    private static final class OwnKeys extends HashMap<Integer, Integer> {
        private static final long serialVersionUID = 1L;
        private final transient Set<Integer> keys;

        OwnKeys(Set<Integer> keys) {
            this.keys = keys;
        }

        @Override
        public Set<Integer> keySet() {
            return keys;
        }
    }

    /** Sets what the entries of maps say through them, and returns the sum of what the maps say. */
    static int written() {
        int sum = 0;
        String key = "key";
        for (Map<String, Integer> map : List.of(
                new HashMap<String, Integer>(),
                new IdentityHashMap<String, Integer>(),
                new WeakHashMap<String, Integer>(),
                new ConcurrentHashMap<String, Integer>())) {
            map.put(key, 1);
            for (Map.Entry<String, Integer> entry : map.entrySet()) {
                entry.setValue(10);
            }
            sum += map.get(key);
        }
        return sum;
    }

    /** Removes one of several values that equal each other, and returns the key whose value that was. */
    static Set<Integer> removedOfEqual(int size) {
        Map<Integer, String> map = new HashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(i, new String("equal"));
        }
        String wanted = map.get(size / 2);
        for (Iterator<String> values = map.values().iterator(); values.hasNext(); ) {
            if (values.next() == wanted) {
                values.remove();
            }
        }
        Set<Integer> keys = new HashSet<>(map(size).keySet());
        keys.removeAll(map.keySet());
        return keys;
    }

    /** Adds to a set that others may change meanwhile while it is gone through. */
    static int changedMeanwhile() {
        Set<Integer> set = Collections.newSetFromMap(new ConcurrentHashMap<>());
        set.addAll(List.of(1, 2, 3));
        for (Integer number : set) {
            set.add(number + 100);
        }
        return set.size();
    }

    /** Returns an array that is longer than the set. */
    static List<String> inLongerArray() {
        Set<String> set = new HashSet<>(Arrays.asList("a", null));
        return Arrays.asList(set.toArray(new String[] {"x", "x", "x", "x"}));
    }

    /** Returns what reflection lists of a class that has three of each. */
    static Map<String, List<String>> listed() throws NoSuchMethodException {
        Method method = Listed.class.getDeclaredMethod("takes", String.class);
        Map<String, List<String>> told = new LinkedHashMap<>();
        told.put("annotations", names(Listed.class.getAnnotations()));
        told.put("declared", names(Listed.class.getDeclaredAnnotations()));
        told.put("of a parameter", names(method.getParameterAnnotations()[0]));
        told.put(
                "thrown",
                Stream.of(method.getExceptionTypes()).map(Class::getName).toList());
        told.put(
                "inner",
                Stream.of(Listed.class.getDeclaredClasses()).map(Class::getName).toList());
        told.put(
                "named",
                Stream.of(Calendar.class)
                        .map(Class::getDeclaredFields)
                        .flatMap(Stream::of)
                        .map(Field::getName)
                        .toList());
        told.put(
                "locales",
                Stream.of(Locale.getAvailableLocales()).map(Locale::toString).toList());
        return told;
    }

    private static List<String> names(Annotation[] annotations) {
        return Stream.of(annotations).map(one -> one.annotationType().getName()).toList();
    }
}
