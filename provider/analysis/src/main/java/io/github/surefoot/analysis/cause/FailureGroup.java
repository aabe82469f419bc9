package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.evidence.TestEvidence;
import java.util.List;
import java.util.Optional;

/**
 * Tests that fail with one cause, known or not. A test that fails for itself is a group of its own.
 *
 * @param tests the tests; the first speaks for all
 * @param alike what their failures have in common, for people; empty if there is but one test
 * @param cause why they fail, where that is known
 * @param contrasts what was otherwise when the first failed than when it passed, as far as the counts support it; what
 *     tells the two apart best comes first
 */
public record FailureGroup(List<TestEvidence> tests, String alike, Optional<Cause> cause, List<Contrast> contrasts) {
    /** Copies the lists. */
    public FailureGroup {
        tests = List.copyOf(tests);
        contrasts = List.copyOf(contrasts);
    }

    /** A group of which that is known, by whatever way. */
    public FailureGroup(List<TestEvidence> tests, String alike, Optional<Cause> cause) {
        this(tests, alike, cause, List.of());
    }

    /** Returns the test that speaks for all. */
    public TestEvidence first() {
        return tests.get(0);
    }

    /** Returns how many tests there are beside the first. */
    public int others() {
        return tests.size() - 1;
    }

    /** Returns the same group with another cause, found in another way than by counts. */
    public FailureGroup because(Cause found) {
        return new FailureGroup(tests, alike, Optional.of(found), contrasts);
    }
}
