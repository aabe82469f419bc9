package io.github.surefoot.core.journal;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import java.util.Optional;

/** Outcomes as fields of a record. */
final class OutcomeCodec {
    private OutcomeCodec() {}

    static void write(Outcome outcome, Fields to) {
        to.put("outcome", outcome.word());
        if (outcome instanceof Outcome.Failed failed) {
            write(failed.failure(), to);
        } else if (outcome instanceof Outcome.Errored errored) {
            write(errored.failure(), to);
        } else if (outcome instanceof Outcome.Skipped skipped) {
            to.putUnlessEmpty("why", skipped.reason());
        } else if (outcome instanceof Outcome.Aborted aborted) {
            to.putUnlessEmpty("why", aborted.reason());
            aborted.failure().ifPresent(failure -> write(failure, to));
        } else if (outcome instanceof Outcome.Crashed crashed) {
            to.putUnlessEmpty("why", crashed.how());
        } else if (outcome instanceof Outcome.Hung hung) {
            to.putUnlessEmpty("why", hung.stacks());
        } else if (outcome instanceof Outcome.NotRun notRun) {
            to.putUnlessEmpty("why", notRun.reason());
        }
    }

    static Outcome read(Fields from) {
        String word = from.required("outcome");
        return switch (word) {
            case "passed" -> new Outcome.Passed();
            case "failed" -> new Outcome.Failed(readFailure(from));
            case "errored" -> new Outcome.Errored(readFailure(from));
            case "skipped" -> new Outcome.Skipped(from.text("why"));
            case "aborted" -> new Outcome.Aborted(from.text("why"), readAttempt(from));
            case "crashed" -> new Outcome.Crashed(from.text("why"));
            case "hung" -> new Outcome.Hung(from.text("why"));
            case "not run" -> new Outcome.NotRun(from.text("why"));
            default -> throw new MalformedRecordException("'" + word + "' is no outcome");
        };
    }

    private static void write(Failure failure, Fields to) {
        to.put("type", failure.type())
                .putUnlessEmpty("message", failure.message())
                .putUnlessEmpty("stack", failure.stackTrace());
    }

    /** Reads the failure of an attempt, if there is one. */
    private static Optional<Failure> readAttempt(Fields from) {
        return from.has("type") ? Optional.of(readFailure(from)) : Optional.empty();
    }

    private static Failure readFailure(Fields from) {
        return new Failure(from.required("type"), from.text("message"), from.text("stack"));
    }
}
