package io.github.surefoot.analysis.console;

import java.util.List;
import java.util.Map;

/**
 * A round in numbers; {@link RoundTally} counts them.
 *
 * @param round from 1
 * @param counts how many tests ended how, by {@linkplain io.github.surefoot.core.Outcome#word() word}; {@code retried}
 *     are those that their framework tried again until they passed
 * @param blamed the names of the tests that failed, be it at first only, in order
 * @param millis how long it took
 */
public record RoundSummary(int round, Map<String, Integer> counts, List<String> blamed, long millis) {}
