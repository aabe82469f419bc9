package io.github.surefoot.analysis.time;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the tests of each worker ran. */
final class TestTimes {
    private final Map<String, List<Execution>> byWorker = new HashMap<>();

    TestTimes(Map<String, List<Execution>> byWorker) {
        byWorker.forEach((worker, executions) -> {
            List<Execution> sorted = new ArrayList<>(executions);
            sorted.sort(Comparator.comparingLong(Execution::startedAt));
            this.byWorker.put(worker, sorted);
        });
    }

    /**
     * The tests of a class.
     *
     * @param firstStart when the first began; when the class ended if there is none
     * @param millis how long at least one of them ran
     */
    record OfClass(long firstStart, long millis) {}

    /** Finds those that ran in a worker while it was at a class. */
    OfClass of(String worker, WorkerEvidence.ClassBar bar) {
        List<Execution> all = byWorker.getOrDefault(worker, List.of());
        long covered = bar.startedAt();
        long firstStart = bar.endedAt();
        long millis = 0;
        for (int i = firstSince(all, bar.startedAt()); i < all.size(); i++) {
            long start = all.get(i).startedAt();
            if (start > bar.endedAt()) {
                break;
            }
            firstStart = Math.min(firstStart, start);
            long end = Math.min(start + all.get(i).millis(), bar.endedAt());
            // Tests may run beside each other: each moment counts once.
            millis += Math.max(0, end - Math.max(start, covered));
            covered = Math.max(covered, end);
        }
        return new OfClass(firstStart, millis);
    }

    private static int firstSince(List<Execution> sorted, long at) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).startedAt() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
