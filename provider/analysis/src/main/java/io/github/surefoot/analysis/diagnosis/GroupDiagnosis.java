package io.github.surefoot.analysis.diagnosis;

import java.time.Duration;
import java.util.List;

/**
 * What was found out about tests that fail for one reason.
 *
 * @param diagnosis of the first
 * @param alike the others
 * @param spent the CPU time that all probes took
 */
public record GroupDiagnosis(TestDiagnosis diagnosis, List<Subject> alike, Duration spent) {
    /** Copies the list. */
    public GroupDiagnosis {
        alike = List.copyOf(alike);
    }

    /** Returns how the first was run when it failed. */
    public FailedGroup.Order order() {
        return diagnosis.subject().order();
    }
}
