package io.github.surefoot.maven.replay;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.analysis.schedule.ScheduledClass;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.protocol.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The part of a schedule that a user wants to see, {@code A,B#c}: order and seeds stay as they are.
 *
 * @param classes the classes of the schedule that are run, and of each the methods that are, as {@code Class#method} with
 *     the nested class they stand in; none if all are
 */
record ReplayPart(Map<String, List<String>> classes) {
    private static final String SETTING = Setting.REPLAY_ONLY.key();
    /** Surefire's parameter. */
    private static final String TEST = "test";

    private static final int MOST_NAMES = 12;

    /**
     * Reads what the user wants.
     *
     * @param text classes by their simple or their whole names, separated by commas, and methods behind a {@code #}
     * @throws SettingException if the worker ran no such class, or the text cannot be read
     */
    static ReplayPart parse(String text, Schedule schedule) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String word : text.split(",", -1)) {
            String wanted = word.strip();
            int hash = wanted.indexOf('#');
            String className = hash < 0 ? wanted : wanted.substring(0, hash);
            String method = hash < 0 ? "" : wanted.substring(hash + 1);
            List<String> matching = names(schedule).stream()
                    .filter(name -> matches(name, className))
                    .toList();
            if (className.isEmpty() || matching.isEmpty() || (hash >= 0 && method.isEmpty())) {
                throw new SettingException(SETTING, wanted, allowed(schedule));
            }
            for (String name : matching) {
                List<String> methods = found.computeIfAbsent(name, one -> new ArrayList<>());
                if (hash >= 0) {
                    methods.add(name + nested(className) + "#" + method);
                }
            }
        }
        return new ReplayPart(found);
    }

    private static TreeSet<String> names(Schedule schedule) {
        return schedule.rounds().values().stream()
                .flatMap(List::stream)
                .map(ScheduledClass::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(String name, String wanted) {
        String outer = wanted.substring(0, wanted.length() - nested(wanted).length());
        return name.equals(outer) || name.endsWith("." + outer);
    }

    private static String nested(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? "" : className.substring(dollar);
    }

    private static String allowed(Schedule schedule) {
        TreeSet<String> names = names(schedule);
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return "classes that " + schedule.worker().label() + " ran, with a method behind a # where it is to be one:"
                + " -Dsurefoot.replay.only=ATest,BTest#works. It ran " + some
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    /**
     * Returns that part of a schedule.
     *
     * @throws SettingException if single methods are wanted of a run that was of single methods already
     */
    Schedule of(Schedule schedule) {
        Schedule part = schedule.only(classes::containsKey);
        if (classes.values().stream().allMatch(List::isEmpty)) {
            return part;
        }
        String before = schedule.filters().getOrDefault(TEST, "");
        if (before.contains("#")) {
            throw new SettingException(
                    SETTING,
                    String.join(",", classes.keySet()),
                    "classes without methods, since the run was of single methods already (test=" + before + ")");
        }
        return part.filtered(
                TEST,
                classes.entrySet().stream()
                        .flatMap(entry -> entry.getValue().isEmpty()
                                ? List.of(entry.getKey(), entry.getKey() + "$*").stream()
                                : entry.getValue().stream())
                        .collect(Collectors.joining(",")));
    }

    /** Tells whether a test is of that part. */
    boolean has(TestId test) {
        return classes.entrySet().stream()
                .anyMatch(entry -> (test.className().equals(entry.getKey())
                                || test.className().startsWith(entry.getKey() + "$"))
                        && (entry.getValue().isEmpty()
                                || test.name().isEmpty()
                                || entry.getValue().stream().anyMatch(method -> names(method, test))));
    }

    /** An invocation's name begins with that of its method. */
    private static boolean names(String method, TestId test) {
        String own = test.className() + "#" + test.name();
        return own.equals(method)
                || (own.startsWith(method) && !Character.isJavaIdentifierPart(own.charAt(method.length())));
    }
}
