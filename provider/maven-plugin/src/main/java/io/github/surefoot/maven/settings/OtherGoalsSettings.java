package io.github.surefoot.maven.settings;

import io.github.surefoot.core.protocol.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings on the command line that only other goals have: someone believes that they choose what runs. */
public final class OtherGoalsSettings {
    private static final String PREFIX = "surefoot:";

    /** The goals that have them, by the beginnings of their names. */
    private static final Map<String, List<String>> GOALS = goals();

    private OtherGoalsSettings() {}

    private static Map<String, List<String>> goals() {
        Map<String, List<String>> goals = new LinkedHashMap<>();
        goals.put(Setting.TEST.key(), List.of("diagnose", "loop", "except", "search"));
        goals.put(Setting.JOURNALS.key(), List.of("check", "except"));
        goals.put(Setting.PREFIX + "loop.", List.of("loop"));
        goals.put(Setting.PREFIX + "diagnose.", List.of("diagnose"));
        goals.put(Setting.PREFIX + "search.", List.of("search"));
        return goals;
    }

    /**
     * Returns a sentence for each of which nothing comes in a goal that runs tests.
     *
     * @param given the properties of the command line
     * @param goal the goal
     * @param what what it runs, whatever they say
     * @param filter the property by which it is told what to run; empty if it finds that out by itself
     * @param asked the goals and phases of the command line: one of them may have the setting
     */
    public static List<String> in(
            Map<String, String> given, String goal, String what, String filter, Collection<String> asked) {
        List<String> names = asked.stream().map(OtherGoalsSettings::name).toList();
        List<String> sentences = new ArrayList<>();
        new TreeMap<>(given)
                .forEach((property, value) -> GOALS.forEach((beginning, goals) -> {
                    boolean matches =
                            beginning.endsWith(".") ? property.startsWith(beginning) : property.equals(beginning);
                    if (matches
                            && Setting.of(property).isPresent()
                            && goals.stream().noneMatch(names::contains)) {
                        sentences.add(sentence(property, value, goals, goal, what, filter));
                    }
                }));
        return sentences;
    }

    private static String sentence(
            String property, String value, List<String> goals, String goal, String what, String filter) {
        String problem =
                property + " is not a setting of " + PREFIX + goal + ", and nothing comes of it: " + what + " runs. ";
        return property.equals(Setting.TEST.key()) && !filter.isEmpty()
                ? problem + "Use -D" + filter + "=" + value + "."
                : problem + "It is for " + goals.stream().map(PREFIX::concat).collect(Collectors.joining(", ")) + ".";
    }

    /** Returns the goal's own name of what Maven is asked for, {@code surefoot:loop} or {@code group:artifact:1.0:loop@id}. */
    private static String name(String asked) {
        String goal = asked.substring(asked.lastIndexOf(':') + 1);
        int execution = goal.indexOf('@');
        return asked.contains(":") && execution >= 0 ? goal.substring(0, execution) : goal;
    }
}
