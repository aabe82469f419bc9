package io.github.surefoot.maven;

import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.analysis.gate.StopWhen;
import io.github.surefoot.core.WorkerKind;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says after which round of a run the rest can be left out. */
interface EarlyEnd {
    /** Tells whether that is after this round; to be asked after each. */
    boolean isAfter(RoundSummary summary);

    /**
     * Returns what says so.
     *
     * @param kind what workers share between rounds; the rounds of warm workers are all run
     */
    static Optional<EarlyEnd> of(WorkerKind kind, Judge judge, Path journals) {
        return switch (kind) {
            case FRESH -> Optional.of(summary -> judge.isDecided(journals));
            case RENEWED -> Optional.of(new WhileOthersRun(judge, journals));
            case WARM -> Optional.empty();
        };
    }

    /**
     * Of rounds that overlap. All journals are read for it, so it asks only where the answer may be another one: in a round in
     * which a test failed that had not before, where the rounds have doubled, and where they have become enough.
     */
    final class WhileOthersRun implements EarlyEnd {
        private final Judge judge;
        private final Path journals;
        private final Set<String> blamed = new HashSet<>();

        WhileOthersRun(Judge judge, Path journals) {
            this.judge = judge;
            this.journals = journals;
        }

        @Override
        public boolean isAfter(RoundSummary summary) {
            boolean another = blamed.addAll(summary.blamed());
            boolean due = Integer.bitCount(summary.round()) == 1 || summary.round() == StopWhen.LEAST_ROUNDS;
            return (another || due) && judge.isDecidedBy(journals, summary.round());
        }
    }
}
