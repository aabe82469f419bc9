package io.github.surefoot.analysis.console;

import java.util.List;
import java.util.Map;

/**
 * A round in numbers; {@link RoundTally} counts them.
 *
 * @param round from 1
 * @param counts how many executions ended how, by {@linkplain io.github.surefoot.core.Outcome#word() word}
 * @param blamed the short names of the tests that failed, in order
 * @param millis how long it took
 */
public record RoundSummary(int round, Map<String, Integer> counts, List<String> blamed, long millis) {}
