package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what renewed workers tell of classes against what fresh ones tell. */
public final class KindComparison {
    private static final String FRESH = WorkerKind.FRESH.word();
    private static final String RENEWED = WorkerKind.RENEWED.word();

    /** The number of a row, at the end of a name. */
    private static final Pattern ROW = Pattern.compile("\\[\\d+]$");

    private final KindsOfRuns kinds;
    private final Confirmed confirmed;
    private final SortedMap<String, String> differing = new TreeMap<>();

    private KindComparison(Evidence evidence, Confirmed confirmed) {
        kinds = new KindsOfRuns(evidence);
        this.confirmed = confirmed;
        units(evidence).forEach(this::compare);
    }

    /**
     * Returns the classes whose tests one kind of workers has seen otherwise than the other, each with one test and how, as
     * the end of a sentence. A test that fails in some rounds of both is no difference. Rows without a stable number are
     * compared all together. A fault that only renewed workers tell of while one class was at work is a difference too.
     */
    public static SortedMap<String, String> differing(Evidence evidence) {
        return differing(evidence, Confirmed.NOTHING);
    }

    /** Returns the same without what is known to be no difference. */
    public static SortedMap<String, String> differing(Evidence evidence, Confirmed confirmed) {
        SortedMap<String, String> differing = new KindComparison(evidence, confirmed).differing;
        for (RenewedFault fault : evidence.renewedFaults()) {
            if (!confirmed.isOfBoth(fault) && fault.classes().size() == 1) {
                String className = fault.classes().get(0);
                differing.putIfAbsent(className, new TestId(className, "").shortName() + " " + told(fault));
            }
        }
        return differing;
    }

    /**
     * Returns the classes of which any may be to blame for a fault that only renewed workers tell of, and that fresh ones
     * have not run again yet.
     */
    public static SortedMap<String, Suspicion> suspects(Evidence evidence, Confirmed confirmed) {
        SortedMap<String, Suspicion> suspects = new TreeMap<>();
        for (RenewedFault fault : faults(evidence)) {
            if (!confirmed.isOfBoth(fault) && fault.classes().size() > 1) {
                Suspicion suspicion = new Suspicion(fault.round(), told(fault));
                fault.classes()
                        .forEach(name -> suspects.merge(name, suspicion, (a, b) -> a.round() <= b.round() ? a : b));
            }
        }
        return suspects;
    }

    /** Returns the faults that only renewed workers of the run tell of, and that count. */
    public static List<RenewedFault> faults(Evidence evidence) {
        return evidence.renewedFaults().stream()
                .filter(fault -> !fault.freshToo() && !fault.setAside())
                .toList();
    }

    private static String told(RenewedFault fault) {
        return "had renewed worker " + fault.worker() + " tell of " + fault.what() + ", and no fresh one";
    }

    /**
     * Returns what failed in renewed workers and counts, in order of rounds within a test: each is a difference, unless a
     * fresh worker that runs the same before it sees it too.
     */
    public static List<RenewedFailure> failures(Evidence evidence) {
        KindsOfRuns kinds = new KindsOfRuns(evidence);
        return units(evidence).flatMap(unit -> failures(unit, kinds)).toList();
    }

    /** Returns the tests that failed, by what counts, and in renewed workers only. */
    public static Set<TestId> failingOnlyRenewed(Evidence evidence) {
        Map<TestId, Long> renewed =
                failures(evidence).stream().collect(Collectors.groupingBy(RenewedFailure::test, Collectors.counting()));
        return evidence.tests().stream()
                .filter(test -> renewed.containsKey(test.id()) && renewed.get(test.id()) == timesFailed(test))
                .map(TestEvidence::id)
                .collect(Collectors.toSet());
    }

    private static long timesFailed(TestEvidence test) {
        return test.executions().stream()
                .filter(execution -> execution.outcome().countsAgainstTheTest())
                .count();
    }

    private static Stream<RenewedFailure> failures(List<TestEvidence> unit, KindsOfRuns kinds) {
        Seen seen = Seen.of(unit, kinds);
        return unit.stream().flatMap(test -> test.executions().stream()
                .filter(execution -> execution.outcome().countsAgainstTheTest())
                .filter(execution -> kinds.of(test, execution)
                        .filter(WorkerKind.RENEWED::equals)
                        .isPresent())
                .map(execution -> new RenewedFailure(
                        test.owner(),
                        test.id(),
                        execution.worker(),
                        Symptom.of(execution),
                        !seen.renewed().anyPassed(),
                        seen.fresh().anyFailed() && seen.neverPassed())));
    }

    /** Returns what is compared: each test, and together the rows of one that ran at once. */
    private static Stream<List<TestEvidence>> units(Evidence evidence) {
        Map<Object, List<TestEvidence>> units = new LinkedHashMap<>();
        for (TestEvidence test : evidence.tests()) {
            Object key = test.rowsInParallel()
                    ? List.of(
                            test.owner(),
                            test.id().className(),
                            ROW.matcher(test.id().name()).replaceFirst(""))
                    : test;
            units.computeIfAbsent(key, any -> new ArrayList<>()).add(test);
        }
        return units.values().stream();
    }

    /** What each kind of workers has seen of a test. */
    private record Seen(Sightings fresh, Sightings renewed) {
        static Seen of(List<TestEvidence> unit, KindsOfRuns kinds) {
            Seen seen = new Seen(new Sightings(), new Sightings());
            for (TestEvidence test : unit) {
                for (Execution execution : test.executions()) {
                    Optional<WorkerKind> kind = kinds.of(test, execution);
                    kind.filter(WorkerKind.FRESH::equals).ifPresent(any -> seen.fresh.add(execution));
                    kind.filter(WorkerKind.RENEWED::equals).ifPresent(any -> seen.renewed.add(execution));
                }
                test.setAside().stream()
                        .filter(execution -> kinds.isOfRenewed(test, execution))
                        .forEach(seen.renewed::add);
            }
            return seen;
        }

        boolean neverPassed() {
            return !fresh.anyPassed() && !renewed.anyPassed();
        }
    }

    private void compare(List<TestEvidence> unit) {
        TestEvidence test = unit.get(0);
        Seen seen = Seen.of(unit, kinds);
        Sightings fresh = seen.fresh();
        Sightings renewed = seen.renewed();
        if (fresh.all() == 0 || renewed.all() == 0) {
            return;
        }
        if (renewed.anyFailed() && confirmed.failing().contains(test.id())) {
            return;
        }
        String how = unlike(fresh, renewed);
        if (how.isEmpty() && renewed.anyFailed() && confirmed.unlike().contains(test.id())) {
            how = renewed.failures(RENEWED) + ", and not so in a fresh worker that ran the same";
        }
        if (!how.isEmpty()) {
            differing.putIfAbsent(test.owner(), test.shortName() + " " + how);
        }
    }

    private static String unlike(Sightings fresh, Sightings renewed) {
        String unlike = renewed.unlike(fresh, RENEWED, FRESH);
        return unlike.isEmpty() ? fresh.unlike(renewed, FRESH, RENEWED) : unlike;
    }
}
