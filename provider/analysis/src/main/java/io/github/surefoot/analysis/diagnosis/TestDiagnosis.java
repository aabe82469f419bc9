package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.core.probe.StateChange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a diagnosis found out about a test.
 *
 * @param subject the test
 * @param kind what sort of cause
 * @param culprits each list by itself makes the test fail, or pass if it is brittle; empty if none is known; of one that
 *     fails only after several of its own runs, those
 * @param cleaners what makes it pass again after the first culprits; empty if nothing is known to
 * @param state what the first culprits leave behind, or the test itself, of which the test's end depends
 * @param shared what it and its culprits were both seen to use, if these run beside it: {@code port 8080}
 * @param variant what is otherwise where it ends the other way, if it depends on where it runs
 * @param with how often it failed with the first culprits before it, or by itself where there are none
 * @param without how often it failed in the counter-case
 * @param confirmed whether new JVMs have shown all that, with and without, each time
 * @param cost how many probes it took
 * @param stopped why it was not finished; empty if it was
 */
public record TestDiagnosis(
        Subject subject,
        Cause.Kind kind,
        List<List<ProbeUnit>> culprits,
        List<ProbeUnit> cleaners,
        List<StateChange> state,
        List<String> shared,
        ProbeVariant variant,
        Shown with,
        Shown without,
        boolean confirmed,
        Cost cost,
        String stopped) {
    /** Copies the lists. */
    public TestDiagnosis {
        culprits = culprits.stream().map(List::copyOf).toList();
        cleaners = List.copyOf(cleaners);
        state = List.copyOf(state);
        shared = List.copyOf(shared);
    }

    /**
     * How many probes it took.
     *
     * @param search those that found it
     * @param checks those that only repeat what is found, to be sure
     * @param probes each sort of probe, without the test itself, and how often it failed in it; in order
     */
    public record Cost(int search, int checks, Map<Probe, Shown> probes) {
        /** Copies the map. */
        public Cost {
            probes = Collections.unmodifiableMap(new LinkedHashMap<>(probes));
        }
    }

    /** Returns the culprits of all lists, each once; none where it is only its own earlier runs. */
    public List<ProbeUnit> allCulprits() {
        return kind == Cause.Kind.NON_IDEMPOTENT
                ? List.of()
                : culprits.stream().flatMap(List::stream).distinct().toList();
    }

    TestDiagnosis confirmed(Shown freshWith, Shown freshWithout, boolean as) {
        return new TestDiagnosis(
                subject, kind, culprits, cleaners, state, shared, variant, freshWith, freshWithout, as, cost, stopped);
    }

    TestDiagnosis cleanedBy(List<ProbeUnit> those) {
        return new TestDiagnosis(
                subject, kind, culprits, those, state, shared, variant, with, without, confirmed, cost, stopped);
    }

    static TestDiagnosis ofEnvironment(Subject subject, EnvironmentSearch.Found found, Cost cost) {
        return new TestDiagnosis(
                subject,
                Cause.Kind.ENVIRONMENT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                found.variant(),
                found.with(),
                found.without(),
                true,
                cost,
                "");
    }

    TestDiagnosis leaving(List<StateChange> those) {
        return new TestDiagnosis(
                subject, kind, culprits, cleaners, those, shared, variant, with, without, confirmed, cost, stopped);
    }

    /** Returns what was left behind, or what those share that run at the same time, as sentences without their full stops. */
    public List<String> stateLeft() {
        if (kind == Cause.Kind.NEIGHBOUR) {
            return shared.stream().map(what -> "both use " + what).toList();
        }
        String whom = allCulprits().isEmpty()
                ? subject.test().shortName()
                : culprits.get(0).stream().map(ProbeUnit::shortName).collect(Collectors.joining(" and "));
        return variant == ProbeVariant.USUAL
                ? state.stream().map(change -> change.by(whom)).toList()
                : List.of(variant.subject());
    }

    TestDiagnosis ended(Cost spent, String why) {
        return new TestDiagnosis(
                subject, kind, culprits, cleaners, state, shared, variant, with, without, confirmed, spent, why);
    }
}
