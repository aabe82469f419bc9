package io.github.surefoot.worker.database.engine.mariadb;

import java.util.Set;

/**
 * Follows the words of one statement to know whether a semicolon is inside the body of a routine, trigger or event: every
 * BEGIN and CASE must have its END, and {@code END IF}, {@code END LOOP}, {@code END WHILE}, {@code END REPEAT} and
 * {@code END FOR} are none of them.
 */
final class CompoundBody {
    private static final Set<String> WITH_BODY = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
    private static final Set<String> WITHOUT =
            Set.of("TABLE", "VIEW", "INDEX", "DATABASE", "SCHEMA", "USER", "ROLE", "SERVER", "SEQUENCE", "PACKAGE");
    private static final Set<String> OTHER_ENDS = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    /** What is known of the statement. */
    private enum Kind {
        UNKNOWN,
        CREATES,
        BEGINS,
        COMPOUND,
        PLAIN
    }

    private Kind kind = Kind.UNKNOWN;
    private int depth;
    private boolean afterEnd;
    private boolean afterDot;

    void reset() {
        kind = Kind.UNKNOWN;
        depth = 0;
        afterEnd = false;
        afterDot = false;
    }

    /** Takes a token: a word in upper case, a dot, or an empty text for any other. */
    void word(String word) {
        boolean name = afterDot;
        afterDot = word.equals(".");
        if (kind == Kind.COMPOUND) {
            inside(name ? "" : word);
        } else {
            kind = classified(word);
        }
    }

    private Kind classified(String word) {
        return switch (kind) {
            case UNKNOWN ->
                switch (word) {
                    case "CREATE", "ALTER" -> Kind.CREATES;
                    case "BEGIN" -> Kind.BEGINS;
                    default -> Kind.PLAIN;
                };
            case CREATES -> WITH_BODY.contains(word) ? Kind.COMPOUND : WITHOUT.contains(word) ? Kind.PLAIN : kind;
            case BEGINS -> begun(word);
            default -> kind;
        };
    }

    /** MariaDB has {@code BEGIN NOT ATOMIC … END} outside of routines; BEGIN alone begins a transaction. */
    private Kind begun(String word) {
        if (!word.equals("NOT")) {
            return Kind.PLAIN;
        }
        depth = 1;
        return Kind.COMPOUND;
    }

    private void inside(String word) {
        if (afterEnd) {
            afterEnd = false;
            if (OTHER_ENDS.contains(word)) {
                return;
            }
            depth = Math.max(0, depth - 1);
            if (word.equals("CASE")) {
                return;
            }
        }
        if (word.equals("BEGIN") || word.equals("CASE")) {
            depth++;
        } else if (word.equals("END")) {
            afterEnd = true;
        }
    }

    boolean isOpen() {
        return depth - (afterEnd ? 1 : 0) > 0;
    }
}
