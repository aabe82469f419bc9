package io.github.surefoot.analysis.history;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a round of each class takes a machine: what it took its worker, the median over rounds, and what Maven has to do for
 * its tests.
 *
 * <p>The first class that a JVM takes up loads what all others use, and so does that of each shard, whichever it is. So
 * where a class was the first, that counts only if it always was.
 */
final class ClassCosts {
    /**
     * What Maven has to do for a test of a run: its entries in the reports, in {@code verdict.json} and in the history. Of
     * 17,000 tests it was 1.5 to 3 s in JVMs that had just started.
     */
    private static final long MICROS_OF_TEST = 120;

    private static final long MICROS = 1_000;

    private final Map<String, List<Long>> first = new HashMap<>();
    private final Map<String, List<Long>> later = new HashMap<>();
    private final Map<String, Long> tests = new HashMap<>();
    private final int rounds;

    ClassCosts(Evidence evidence) {
        rounds = Math.max(1, evidence.rounds().size());
        evidence.tests().forEach(test -> tests.merge(test.owner(), 1L, Long::sum));
        for (WorkerEvidence worker : evidence.workers()) {
            long begin = worker.classes().stream()
                    .mapToLong(ClassBar::startedAt)
                    .min()
                    .orElse(0);
            worker.classes().stream()
                    .filter(ClassBar::finished)
                    .forEach(bar -> (bar.startedAt() == begin ? first : later)
                            .computeIfAbsent(bar.className(), name -> new ArrayList<>(1))
                            .add(Math.max(0, bar.endedAt() - bar.startedAt())));
        }
    }

    /** Returns it in milliseconds, of each class that a worker was done with. */
    Map<String, Long> millis() {
        Map<String, List<Long>> all = new HashMap<>(first);
        all.putAll(later);
        Map<String, Long> result = new HashMap<>();
        all.forEach((name, millis) -> result.put(name, ClassTimes.median(millis) + ofMaven(name)));
        return result;
    }

    private long ofMaven(String className) {
        return tests.getOrDefault(className, 0L) * MICROS_OF_TEST / MICROS / rounds;
    }
}
