package io.github.surefoot.worker.database.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Follows the words of one statement to know whether a semicolon is inside the body of a routine in standard SQL. As
 * psql does it: after {@code CREATE [OR REPLACE] FUNCTION} or {@code PROCEDURE} every BEGIN and every CASE inside of one
 * must have its END.
 */
final class RoutineBody {
    private static final Set<String> KINDS = Set.of("FUNCTION", "PROCEDURE");
    private static final int MOST_WORDS = 4;

    private final List<String> first = new ArrayList<>();
    private int depth;

    void reset() {
        first.clear();
        depth = 0;
    }

    void word(String word) {
        if (first.size() < MOST_WORDS) {
            first.add(word);
        }
        if (!isRoutine()) {
            return;
        }
        if (word.equals("BEGIN") || (word.equals("CASE") && depth > 0)) {
            depth++;
        } else if (word.equals("END") && depth > 0) {
            depth--;
        }
    }

    private boolean isRoutine() {
        if (!first.get(0).equals("CREATE")) {
            return false;
        }
        boolean orReplace = first.size() > 2 && first.subList(1, 3).equals(List.of("OR", "REPLACE"));
        int kind = orReplace ? 3 : 1;
        return first.size() > kind && KINDS.contains(first.get(kind));
    }

    boolean isOpen() {
        return depth > 0;
    }
}
