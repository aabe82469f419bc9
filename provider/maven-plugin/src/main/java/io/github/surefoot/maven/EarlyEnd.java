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

    /** Tells whether what was said stands by all that the run has shown since; to be asked while no worker is at work. */
    boolean stands();

    /**
     * Returns what says so.
     *
     * @param kind what workers share between rounds; the rounds of warm workers are all run
     */
    static Optional<EarlyEnd> of(WorkerKind kind, Judge judge, Path journals) {
        return switch (kind) {
            case FRESH -> Optional.of(new OneByOne(judge, journals));
            case RENEWED -> Optional.of(new WhileOthersRun(judge, journals));
            case WARM -> Optional.empty();
        };
    }

    /**
     * Of rounds that run one by one.
     *
     * @param judge who decides
     * @param journals by what
     */
    record OneByOne(Judge judge, Path journals) implements EarlyEnd {
        @Override
        public boolean isAfter(RoundSummary summary) {
            return stands();
        }

        @Override
        public boolean stands() {
            return judge.isDecided(journals);
        }
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

        @Override
        public boolean stands() {
            return judge.isDecided(journals);
        }
    }
}
