package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A round in numbers.
 *
 * @param round from 1
 * @param counts how many executions ended how, by {@linkplain Outcome#word() word}; without those that stand for
 *     nothing that ran
 * @param blamed the short names of the tests that failed, in order
 * @param millis how long it took
 */
public record RoundSummary(int round, Map<String, Integer> counts, List<String> blamed, long millis) {
    private static final List<String> ORDER =
            List.of("passed", "failed", "errored", "crashed", "hung", "skipped", "aborted", "not run");

    /** Sums up one round. */
    public static RoundSummary of(Evidence evidence, int round) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ORDER.forEach(word -> counts.put(word, 0));
        List<String> blamed = new ArrayList<>();
        for (TestEvidence test : evidence.tests()) {
            Optional<Execution> execution = test.executions().stream()
                    .filter(e -> e.round() == round && !isQuiet(test, e))
                    .findFirst();
            execution.ifPresent(e -> counts.merge(e.outcome().word(), 1, Integer::sum));
            execution.filter(e -> e.outcome().countsAgainstTheTest()).ifPresent(e -> blamed.add(test.shortName()));
        }
        long millis = evidence.rounds().stream()
                .filter(r -> r.round() == round)
                .map(RoundEvidence::millis)
                .findFirst()
                .orElse(0L);
        return new RoundSummary(round, counts, blamed, millis);
    }

    /** A class as a whole has an entry only where something befell it. */
    private static boolean isQuiet(TestEvidence test, Execution execution) {
        return test.container() && !execution.outcome().countsAgainstTheTest();
    }
}
