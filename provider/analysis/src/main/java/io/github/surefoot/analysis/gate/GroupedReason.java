package io.github.surefoot.analysis.gate;

import java.util.Optional;

/**
 * A reason, which may stand for those of all tests that fail with one cause.
 *
 * @param reason the reason
 * @param group the test it blames, and those it speaks for; empty if it blames none
 */
public record GroupedReason(Reason reason, Optional<GroupedTest> group) {
    /** Returns how many reasons it stands for. */
    public int size() {
        return group.map(GroupedTest::size).orElse(1);
    }
}
