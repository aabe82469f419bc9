package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Outcome;
import java.util.List;

/** The letters by which the page tells outcomes apart: colour alone would not do for everybody. */
final class OutcomeLetters {
    private OutcomeLetters() {}

    /** Returns one letter a round. */
    static String of(List<Execution> executions) {
        StringBuilder letters = new StringBuilder(executions.size());
        executions.forEach(execution -> letters.append(of(execution.outcome())));
        return letters.toString();
    }

    static char of(Outcome outcome) {
        return switch (outcome.word()) {
            case "passed" -> 'P';
            case "failed" -> 'F';
            case "errored" -> 'E';
            case "skipped" -> 'S';
            case "aborted" -> 'A';
            case "crashed" -> 'C';
            case "hung" -> 'H';
            case "not run" -> 'N';
            default -> throw new IllegalArgumentException("'" + outcome.word() + "' has no letter");
        };
    }
}
