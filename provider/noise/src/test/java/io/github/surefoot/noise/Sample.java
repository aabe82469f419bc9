package io.github.surefoot.noise;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a project's classes do, whether they should or not. */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone", "ModifyCollectionInEnhancedForLoop", "LockNotBeforeTry"})
final class Sample {
    private Sample() {}

    /** A date that says when it was made, by its parent's constructor. */
    static final class Stamp extends Date {
        private static final long serialVersionUID = 1L;
    }

    /** Returns the days that every way to ask tells, in the zone. */
    static List<LocalDate> days(ZoneId zone) {
        Supplier<LocalDate> named = LocalDate::now;
        Supplier<Instant> instant = Instant::now;
        Supplier<ZonedDateTime> zoned = ZonedDateTime::now;
        Supplier<LocalDateTime> local = LocalDateTime::now;
        Supplier<Long> millis = System::currentTimeMillis;
        Supplier<Clock> clock = Clock::systemDefaultZone;
        Calendar calendar = Calendar.getInstance();
        return List.of(
                day(System.currentTimeMillis(), zone),
                day(millis.get(), zone),
                day(new Date().getTime(), zone),
                day(new Stamp().getTime(), zone),
                day(calendar.getTimeInMillis(), zone),
                day(
                        Calendar.getInstance(TimeZone.getTimeZone(zone), Locale.ROOT)
                                .getTimeInMillis(),
                        zone),
                Instant.now().atZone(zone).toLocalDate(),
                instant.get().atZone(zone).toLocalDate(),
                LocalDate.now(),
                LocalDate.now(zone),
                named.get(),
                LocalDateTime.now().toLocalDate(),
                local.get().toLocalDate(),
                LocalDateTime.now(zone).toLocalDate(),
                ZonedDateTime.now().toLocalDate(),
                zoned.get().toLocalDate(),
                OffsetDateTime.now(zone).toLocalDate(),
                MonthDay.now().atYear(Year.now(zone).getValue()),
                YearMonth.now(zone).atDay(MonthDay.now().getDayOfMonth()),
                LocalDate.now(Clock.systemDefaultZone()),
                LocalDate.now(clock.get()),
                LocalDate.now(Clock.system(zone)),
                LocalDate.now(Clock.systemUTC().withZone(zone)));
    }

    private static LocalDate day(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    static boolean clocksAreAsTheJdks() {
        return Clock.systemUTC().equals(Clock.system(ZoneOffset.UTC))
                && Clock.systemUTC().getZone().equals(ZoneOffset.UTC)
                && !Clock.systemUTC().equals(Clock.system(ZoneId.of("Asia/Tokyo")))
                && Clock.systemUTC().hashCode() == Clock.system(ZoneOffset.UTC).hashCode()
                && Clock.systemUTC().toString().equals("SystemClock[Z]")
                && OffsetTime.now().getOffset().equals(OffsetDateTime.now().getOffset());
    }

    static List<LocalTime> timesOfTwoLooks() {
        return List.of(LocalTime.now(), LocalTime.now());
    }

    static List<Long> looks(int count) {
        List<Long> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            looks.add(System.currentTimeMillis());
        }
        return looks;
    }

    /** Returns what every way to go through a set of the numbers tells. */
    static List<List<Integer>> orders(int size) {
        Set<Integer> set = new HashSet<>();
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < size; i++) {
            set.add(i);
            map.put(i, i);
        }
        List<Integer> each = new ArrayList<>();
        set.forEach(each::add);
        List<Integer> eachOfMap = new ArrayList<>();
        map.forEach((key, value) -> eachOfMap.add(value));
        List<Integer> looped = new ArrayList<>();
        for (int number : set) {
            looped.add(number);
        }
        List<Integer> values = new ArrayList<>(map.values());
        List<Integer> added = new ArrayList<>();
        added.addAll(map.keySet());
        return List.of(
                each,
                eachOfMap,
                looped,
                values,
                added,
                set.stream().toList(),
                List.of(set.toArray(new Integer[0])),
                List.of(set.toArray(Integer[]::new)),
                Arrays.stream(set.toArray()).map(Integer.class::cast).toList(),
                List.copyOf(set),
                List.copyOf(new ArrayDeque<>(set)),
                List.copyOf(new LinkedHashSet<>(set)),
                map.entrySet().stream().map(Map.Entry::getKey).toList(),
                List.copyOf(Set.copyOf(set)),
                List.copyOf(new ConcurrentHashMap<>(map).keySet()),
                numbers(set.toString()),
                numbers(map.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))),
                numbers(String.join(
                        ",", map.keySet().stream().map(Object::toString).collect(Collectors.toSet()))),
                numbers(String.valueOf((Object) set)),
                numbers(Objects.toString(set)),
                numbers(1 + "," + set + "," + 2L + "," + map.keySet().size()).subList(1, size + 1),
                keys(map.toString()));
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.replaceAll("[\\[\\] ]", "").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    private static List<Integer> keys(String text) {
        return numbers(text.replaceAll("=\\d+|[{}]", ""));
    }

    /** Returns what has an order, however it is declared. */
    static List<Integer> ordered(int size) {
        Set<Integer> linked = new LinkedHashSet<>();
        Map<Integer, Integer> map = new LinkedHashMap<>();
        Collection<Integer> sorted = new TreeSet<>();
        Set<Integer> own = new HashSet<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Iterator<Integer> iterator() {
                return List.of(0, 1, 2).iterator();
            }
        };
        for (int i = 0; i < size; i++) {
            linked.add(i);
            map.put(i, i);
            sorted.add(i);
        }
        List<Integer> all = new ArrayList<>(linked);
        all.addAll(map.values());
        all.addAll(sorted);
        own.iterator().forEachRemaining(all::add);
        linked.forEach(all::add);
        map.forEach((key, value) -> all.add(value));
        return all;
    }

    /** Returns whether keys and values of a map fit, and what is left when every second is removed on the way. */
    static Set<Integer> removed(int size) {
        Set<Integer> set = new HashSet<>();
        for (int i = 0; i < size; i++) {
            set.add(i);
        }
        for (Iterator<Integer> numbers = set.iterator(); numbers.hasNext(); ) {
            if (numbers.next() % 2 == 0) {
                numbers.remove();
            }
        }
        return new TreeSet<>(set);
    }

    static void changed(Set<Integer> set) {
        for (Integer number : set) {
            set.add(number + 100);
        }
    }

    static void removedTwice(Set<Integer> set) {
        Iterator<Integer> numbers = set.iterator();
        numbers.next();
        numbers.remove();
        numbers.remove();
    }

    static List<String> members(Class<?> of) {
        List<String> names = new ArrayList<>();
        for (Method method : of.getDeclaredMethods()) {
            names.add(method.getName());
        }
        Stream.of(of.getMethods()).forEach(method -> names.add(method.toString()));
        Stream.of(of.getDeclaredFields()).forEach(field -> names.add(field.toString()));
        Stream.of(of.getFields()).forEach(field -> names.add(field.toString()));
        Stream.of(of.getDeclaredConstructors()).forEach(constructor -> names.add(constructor.toString()));
        Stream.of(of.getConstructors()).forEach(constructor -> names.add(constructor.toString()));
        return names;
    }

    static List<List<String>> files(Path directory) throws IOException {
        List<String> streamed = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            files.forEach(file -> streamed.add(file.getFileName().toString()));
        }
        List<String> globbed = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*")) {
            for (Path file : files) {
                globbed.add(file.getFileName().toString());
            }
        }
        File asFile = directory.toFile();
        try (Stream<Path> files = Files.list(directory)) {
            return List.of(
                    streamed,
                    globbed,
                    files.map(file -> file.getFileName().toString()).toList(),
                    List.of(asFile.list()),
                    List.of(asFile.list((in, name) -> true)),
                    Stream.of(asFile.listFiles()).map(File::getName).toList(),
                    Stream.of(asFile.listFiles((in, name) -> true))
                            .map(File::getName)
                            .toList(),
                    Stream.of(asFile.listFiles(file -> true)).map(File::getName).toList());
        }
    }

    static boolean noDirectory(Path file) {
        return file.toFile().list() == null && file.toFile().listFiles() == null;
    }

    /** Returns what tasks of every form tell. */
    static List<String> tasks() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<String> told = new ArrayList<>();
        Object monitor = new Object();
        ReentrantLock lock = new ReentrantLock();
        try {
            Callable<String> named = new Callable<>() {
                @Override
                public String call() {
                    return "named";
                }
            };
            told.add(threads.submit(named).get());
            told.add(threads.submit(() -> "lambda").get());
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 20; i++) {
                    synchronized (monitor) {
                        told.add("thread");
                    }
                    lock.lock();
                    lock.unlock();
                }
            });
            thread.start();
            thread.join();
            return told.subList(0, 3);
        } finally {
            threads.shutdownNow();
        }
    }
}
