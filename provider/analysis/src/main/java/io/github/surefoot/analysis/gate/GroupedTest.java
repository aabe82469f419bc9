package io.github.surefoot.analysis.gate;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A test that speaks for all that fail with it, so that they are told of in one line.
 *
 * @param test the test
 * @param others those that fail with one cause with it
 * @param alike what their failures have in common; empty if there are no others
 */
public record GroupedTest(TestResult test, List<TestResult> others, String alike) {
    private static final int MOST_NAMES = 3;

    /** Copies the list. */
    public GroupedTest {
        others = List.copyOf(others);
    }

    /** Returns how many tests it speaks for, itself included. */
    public int size() {
        return others.size() + 1;
    }

    /** Returns who fails with it and how that is known, a sentence; empty if nobody does. */
    public String withIt() {
        if (others.isEmpty()) {
            return "";
        }
        String names =
                others.stream().limit(MOST_NAMES).map(TestResult::shortName).collect(Collectors.joining(", "));
        int more = others.size() - MOST_NAMES;
        return "Of one cause with it (" + alike + ") "
                + (others.size() == 1 ? "fails 1 more test: " : "fail " + others.size() + " more tests: ") + names
                + (more > 0 ? " and " + more + " more" : "") + ".";
    }
}
