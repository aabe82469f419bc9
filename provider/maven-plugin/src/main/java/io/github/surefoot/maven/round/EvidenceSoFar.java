package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import java.nio.file.Path;
import java.util.Optional;

/** The evidence of a run that goes on. It is read when somebody asks, and once for all who ask before workers run again. */
final class EvidenceSoFar {
    private final Path journals;
    private Optional<Evidence> read = Optional.empty();

    EvidenceSoFar(Path journals) {
        this.journals = journals;
    }

    /** Returns what is known by now. */
    Evidence get() {
        Evidence evidence = read.orElseGet(() -> EvidenceReader.read(journals));
        read = Optional.of(evidence);
        return evidence;
    }

    /** Has it read anew, since workers have written more. */
    void expire() {
        read = Optional.empty();
    }
}
