package io.github.surefoot.analysis.report;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tests threw, each text once. A page with thousands of failures keeps the headlines of all and the stacks of some. */
final class FailureTexts {
    /** In characters, over all failures: about as much as a browser opens without a pause. */
    private static final long MOST_CHARACTERS = 8_000_000;
    /** In characters, for one stack trace. */
    private static final int MOST_OF_ONE = 20_000;

    private static final String CUT = "\n... the journal of the worker has the rest";

    private final Map<Failure, Integer> numbers = new LinkedHashMap<>();
    private long characters;

    /** Returns the number of the text of an outcome; -1 if it has none. */
    int number(Outcome outcome) {
        Failure failure = failure(outcome);
        if (failure == null) {
            return -1;
        }
        Integer known = numbers.get(failure);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(failure, number);
        return number;
    }

    private static @Nullable Failure failure(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.failure();
        } else if (outcome instanceof Outcome.Errored errored) {
            return errored.failure();
        } else if (outcome instanceof Outcome.Crashed crashed) {
            return new Failure("The worker died", crashed.how(), "");
        } else if (outcome instanceof Outcome.Hung hung) {
            return new Failure("Stopped at the time limit", "", hung.stacks());
        } else if (outcome instanceof Outcome.NotRun notRun && !notRun.reason().isEmpty()) {
            return new Failure("Did not run", notRun.reason(), "");
        } else if (outcome instanceof Outcome.Aborted aborted
                && !aborted.reason().isEmpty()) {
            return new Failure("Aborted", aborted.reason(), "");
        }
        return null;
    }

    /** Returns the texts in the order of their numbers, cut where they are too long. */
    List<Failure> texts() {
        return numbers.keySet().stream().map(this::affordable).toList();
    }

    private Failure affordable(Failure failure) {
        Failure cut = new Failure(failure.type(), shorten(failure.message()), shorten(failure.stackTrace()));
        characters += cut.message().length() + cut.stackTrace().length();
        return characters <= MOST_CHARACTERS ? cut : new Failure(failure.type(), cut.reason(), CUT.strip());
    }

    private static String shorten(String text) {
        return text.length() <= MOST_OF_ONE ? text : text.substring(0, MOST_OF_ONE) + CUT;
    }
}
