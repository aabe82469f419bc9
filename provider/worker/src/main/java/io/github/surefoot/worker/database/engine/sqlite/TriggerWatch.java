package io.github.surefoot.worker.database.engine.sqlite;

import java.util.Set;

/** Follows the words of one statement to know whether a semicolon ends it or belongs to the body of a trigger. */
final class TriggerWatch {
    private static final Set<String> BEFORE_TRIGGER = Set.of("TEMP", "TEMPORARY");

    private enum State {
        AT_START,
        EXPLAINED,
        CREATED,
        PLAIN,
        IN_TRIGGER,
        AFTER_SEMICOLON,
        AFTER_END
    }

    private State state = State.AT_START;

    void reset() {
        state = State.AT_START;
    }

    /** Takes up a token: a word in upper case, or an empty string for anything else. */
    void token(String word) {
        state = switch (state) {
            case AT_START -> first(word);
            case EXPLAINED -> Set.of("QUERY", "PLAN").contains(word) ? State.EXPLAINED : first(word);
            case CREATED -> afterCreate(word);
            case PLAIN -> State.PLAIN;
            case AFTER_SEMICOLON -> "END".equals(word) ? State.AFTER_END : State.IN_TRIGGER;
            case IN_TRIGGER, AFTER_END -> State.IN_TRIGGER;
        };
    }

    private static State first(String word) {
        return switch (word) {
            case "EXPLAIN" -> State.EXPLAINED;
            case "CREATE" -> State.CREATED;
            default -> State.PLAIN;
        };
    }

    private static State afterCreate(String word) {
        if (BEFORE_TRIGGER.contains(word)) {
            return State.CREATED;
        }
        return "TRIGGER".equals(word) ? State.IN_TRIGGER : State.PLAIN;
    }

    /** Tells whether the semicolon that comes now is the last of the statement. */
    boolean semicolonEndsStatement() {
        if (state == State.IN_TRIGGER || state == State.AFTER_SEMICOLON) {
            state = State.AFTER_SEMICOLON;
            return false;
        }
        return true;
    }

    /** Tells whether the script may not end here: a trigger needs its END, though not the semicolon after it. */
    boolean insideBody() {
        return state == State.IN_TRIGGER || state == State.AFTER_SEMICOLON;
    }
}
