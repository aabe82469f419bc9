package io.github.surefoot.maven.rerun;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What failed in a run, or was to be run and was not.
 *
 * @param classes the classes, nested ones by themselves, and the methods of each; none for the whole class
 */
public record Unsettled(SortedMap<String, NavigableSet<String>> classes) {
    /** An invocation's name begins with that of its method. */
    private static final Pattern METHOD = Pattern.compile("(\\w+)(?:[(\\[{].*)?", Pattern.DOTALL);

    /** What is known of the classes of tests. */
    public interface TestClasses {
        /** Tells whether a class has a method of that name itself: not every test is a method. */
        boolean declares(String className, String method);

        /** Tells whether there are classes in it. */
        boolean hasInner(String className);
    }

    /** Finds it. */
    public static Unsettled in(Evidence evidence, TestClasses known) {
        SortedMap<String, NavigableSet<String>> methods = new TreeMap<>();
        Set<String> whole = new TreeSet<>();
        Set<String> owners = new TreeSet<>();
        for (TestEvidence test : evidence.tests()) {
            if (test.executions().stream().map(Execution::outcome).anyMatch(Unsettled::isUnsettled)) {
                owners.add(test.owner());
                String className = test.id().className();
                Matcher method = METHOD.matcher(test.id().name());
                boolean own = className.equals(test.owner()) || className.startsWith(test.owner() + "$");
                if (own && !test.container() && method.matches() && known.declares(className, method.group(1))) {
                    methods.computeIfAbsent(className, name -> new TreeSet<>()).add(method.group(1));
                } else {
                    whole.add(test.owner());
                }
            }
        }
        for (RoundEvidence round : evidence.rounds()) {
            round.planned().stream()
                    .filter(name -> !round.finished().contains(name))
                    .forEach(whole::add);
        }
        owners.addAll(whole);
        return new Unsettled(parts(methods, whole, owners, known));
    }

    private static boolean isUnsettled(Outcome outcome) {
        return outcome.countsAgainstTheTest() || outcome instanceof Outcome.NotRun;
    }

    /** Once a method is named, Surefire takes the name of a class for that class alone, without those nested in it. */
    private static SortedMap<String, NavigableSet<String>> parts(
            SortedMap<String, NavigableSet<String>> methods,
            Set<String> whole,
            Collection<String> owners,
            TestClasses known) {
        SortedMap<String, NavigableSet<String>> result = new TreeMap<>();
        if (whole.stream().anyMatch(known::hasInner)) {
            owners.forEach(name -> result.put(name, new TreeSet<>()));
            return result;
        }
        methods.forEach((name, some) -> {
            if (!whole.contains(name)) {
                result.put(name, some);
            }
        });
        whole.forEach(name -> result.put(name, new TreeSet<>()));
        return result;
    }

    /** Tells whether there is nothing to run again. */
    public boolean isEmpty() {
        return classes.isEmpty();
    }

    /** Returns it as Surefire's parameter {@code test} has it. */
    public String filter() {
        return classes.entrySet().stream()
                .map(entry -> entry.getValue().isEmpty()
                        ? entry.getKey()
                        : entry.getKey() + "#" + String.join("+", entry.getValue()))
                .collect(Collectors.joining(","));
    }

    /** Returns it for people: {@code 2 methods of 1 class and 1 whole class}. */
    public String text() {
        long whole = classes.values().stream().filter(Set::isEmpty).count();
        long parts = classes.size() - whole;
        int methods = classes.values().stream().mapToInt(Set::size).sum();
        String ofParts = count(methods, "method", "methods") + " of " + count(parts, "class", "classes");
        String ofWhole = count(whole, "whole class", "whole classes");
        return parts == 0 ? ofWhole : whole == 0 ? ofParts : ofParts + " and " + ofWhole;
    }

    private static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
