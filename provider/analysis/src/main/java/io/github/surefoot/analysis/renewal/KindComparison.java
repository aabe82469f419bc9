package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.WorkerKind;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds what renewed workers tell of classes against what fresh ones tell. */
public final class KindComparison {
    private static final String FRESH = WorkerKind.FRESH.word();
    private static final String RENEWED = WorkerKind.RENEWED.word();

    private final KindsOfRuns kinds;
    private final SortedMap<String, String> differing = new TreeMap<>();

    private KindComparison(Evidence evidence) {
        kinds = new KindsOfRuns(evidence);
        evidence.tests().forEach(this::compare);
    }

    /**
     * Returns the classes whose tests one kind of workers has seen otherwise than the other, each with one test and how, as
     * the end of a sentence. A test that fails in some rounds of both is no difference, and neither is a row without a
     * stable number.
     */
    public static SortedMap<String, String> differing(Evidence evidence) {
        return new KindComparison(evidence).differing;
    }

    private void compare(TestEvidence test) {
        if (test.rowsInParallel()) {
            return;
        }
        Sightings fresh = new Sightings();
        Sightings renewed = new Sightings();
        for (Execution execution : test.executions()) {
            Optional<WorkerKind> kind = kinds.of(test, execution);
            kind.filter(WorkerKind.FRESH::equals).ifPresent(any -> fresh.add(execution));
            kind.filter(WorkerKind.RENEWED::equals).ifPresent(any -> renewed.add(execution));
        }
        test.setAside().forEach(renewed::add);
        if (fresh.all() > 0 && renewed.all() > 0) {
            String unlike = renewed.unlike(fresh, RENEWED, FRESH);
            String how = unlike.isEmpty() ? fresh.unlike(renewed, FRESH, RENEWED) : unlike;
            if (!how.isEmpty()) {
                differing.putIfAbsent(test.owner(), test.shortName() + " " + how);
            }
        }
    }
}
