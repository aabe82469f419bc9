package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.analysis.evidence.reading.WorkerFaults;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What fresh workers have told that ran something beside the rounds.
 *
 * @param outcomes how their tests ended
 * @param faults what they told of beside their tests
 */
record FreshTrial(OutcomesByClass outcomes, Set<WorkerFault> faults) {
    /** Of which nothing was told. */
    static final FreshTrial NOTHING = new FreshTrial(new OutcomesByClass(), Set.of());

    /** Copies the set. */
    FreshTrial {
        faults = Set.copyOf(faults);
    }

    static FreshTrial in(Collection<Path> journals) throws IOException {
        OutcomesByClass outcomes = new OutcomesByClass();
        Set<WorkerFault> faults = new HashSet<>();
        for (Path file : journals) {
            Journal journal = JournalReader.read(file);
            outcomes.add(file, journal);
            faults.addAll(WorkerFaults.in(journal));
        }
        return new FreshTrial(outcomes, faults);
    }
}
