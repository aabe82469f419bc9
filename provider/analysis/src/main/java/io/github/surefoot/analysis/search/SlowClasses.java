package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long classes take: the least of each test, since the first to run in a JVM also loads what all others need. */
final class SlowClasses {
    private static final int MOST_SLOW = 12;
    private static final Duration SLOW = Duration.ofMillis(10);

    private final Map<ProbeUnit, Duration> least = new HashMap<>();

    /** Takes down what the tests of a trial took. */
    void add(TrialResult result) {
        result.ends().stream()
                .filter(TrialEnd::isTest)
                .forEach(end ->
                        least.merge(end.test(), end.took(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
    }

    /** Returns the classes that take longest: what runs at the same time as they do is likely to do so often. */
    List<ProbeUnit> slowest() {
        Map<String, Duration> took = new LinkedHashMap<>();
        least.forEach((test, time) -> took.merge(test.className(), time, Duration::plus));
        return took.entrySet().stream()
                .filter(one -> one.getValue().compareTo(SLOW) >= 0)
                .sorted(Map.Entry.<String, Duration>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SLOW)
                .map(one -> ProbeUnit.ofClass(one.getKey()))
                .toList();
    }
}
