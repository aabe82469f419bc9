package io.github.surefoot.bench.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How each test of a suite ended.
 *
 * @param byTest the words of Surefire's report schema by {@code class#name}; {@code flaky} if it passed and failed
 */
record Outcomes(SortedMap<String, String> byTest) {
    static final String PASSED = "passed";
    static final String FLAKY = "flaky";
    static final String MISSING = "not run";

    static Outcomes of(Map<String, String> byTest) {
        return new Outcomes(new TreeMap<>(byTest));
    }

    /** Returns what several builds of one suite say together. */
    static Outcomes together(List<Outcomes> builds) {
        SortedMap<String, String> all = new TreeMap<>();
        for (String test : names(builds)) {
            List<String> words =
                    builds.stream().map(build -> build.of(test)).distinct().toList();
            all.put(test, words.size() == 1 ? words.get(0) : FLAKY);
        }
        return new Outcomes(all);
    }

    /** Returns, a line each, which tests ended otherwise there than here. */
    List<String> differences(String here, Outcomes others, String there) {
        List<String> differences = new ArrayList<>();
        for (String test : names(List.of(this, others))) {
            if (!of(test).equals(others.of(test))) {
                differences.add(test + ": " + of(test) + " by " + here + ", " + others.of(test) + " by " + there);
            }
        }
        return differences;
    }

    /** Returns how one test ended. */
    String of(String test) {
        return byTest.getOrDefault(test, MISSING);
    }

    int size() {
        return byTest.size();
    }

    long notPassed() {
        return byTest.values().stream().filter(word -> !word.equals(PASSED)).count();
    }

    private static Iterable<String> names(List<Outcomes> builds) {
        TreeSet<String> names = new TreeSet<>();
        builds.forEach(build -> names.addAll(build.byTest.keySet()));
        return names;
    }
}
