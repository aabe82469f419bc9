package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Cause;
import java.util.List;

/**
 * What a diagnosis found out about a test.
 *
 * @param subject the test
 * @param kind what sort of cause
 * @param culprits each list by itself makes the test fail, or pass if it is brittle; empty if none is known
 * @param cleaners what makes it pass again after the first culprits; empty if nothing is known to
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
        Shown with,
        Shown without,
        boolean confirmed,
        Cost cost,
        String stopped) {
    /** Copies the lists. */
    public TestDiagnosis {
        culprits = culprits.stream().map(List::copyOf).toList();
        cleaners = List.copyOf(cleaners);
    }

    /**
     * How many probes it took.
     *
     * @param search those that found it
     * @param checks those that only repeat what is found, to be sure
     */
    public record Cost(int search, int checks) {}

    /** Returns the culprits of all lists, each once. */
    public List<ProbeUnit> allCulprits() {
        return culprits.stream().flatMap(List::stream).distinct().toList();
    }

    TestDiagnosis confirmed(Shown freshWith, Shown freshWithout, boolean as) {
        return new TestDiagnosis(subject, kind, culprits, cleaners, freshWith, freshWithout, as, cost, stopped);
    }

    TestDiagnosis cleanedBy(List<ProbeUnit> those) {
        return new TestDiagnosis(subject, kind, culprits, those, with, without, confirmed, cost, stopped);
    }

    TestDiagnosis ended(Cost spent, String why) {
        return new TestDiagnosis(subject, kind, culprits, cleaners, with, without, confirmed, spent, why);
    }
}
