package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.FreshClass;
import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.journal.JournalEntry.RunFresh;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which classes Maven had fresh workers run where others are renewed, and what renewed ones told of them. */
final class FreshClasses {
    private final Set<Turn> turns = new HashSet<>();
    private final Map<String, FreshClass> classes = new TreeMap<>();
    private final Map<CollectedTest.Key, CollectedTest> setAside = new HashMap<>();

    private record Turn(int round, String className) {}

    /** Takes what Maven's journal tells, with the number its round has among all that are judged. */
    void add(RunFresh entry, int round) {
        if (turns.add(new Turn(round, entry.className()))) {
            classes.merge(
                    entry.className(),
                    new FreshClass(entry.className(), entry.reason(), entry.why(), 1),
                    FreshClasses::merge);
        }
    }

    /** A difference says more than that it was looked for. */
    private static FreshClass merge(FreshClass before, FreshClass now) {
        FreshClass told = before.reason() == FreshReason.SAMPLE ? now : before;
        return new FreshClass(told.className(), told.reason(), told.why(), before.rounds() + 1);
    }

    /** Tells whether only what fresh workers tell of a class counts in a round. */
    boolean has(int round, String className) {
        return !turns.isEmpty() && turns.contains(new Turn(round, className));
    }

    Map<CollectedTest.Key, CollectedTest> setAside() {
        return setAside;
    }

    List<FreshClass> all() {
        return List.copyOf(classes.values());
    }
}
