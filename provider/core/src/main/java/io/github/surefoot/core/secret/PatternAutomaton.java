package io.github.surefoot.core.secret;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many patterns in one pass over a text: the automaton of Aho and Corasick (<i>Efficient string matching: an aid
 * to bibliographic search</i>, CACM 18, 1975). Near its start, where ordinary text keeps it, and where patterns part, a
 * state has a whole row of transitions, so that a character costs two array reads whatever the number of patterns.
 * Elsewhere it has the one character that leads on, and the state to fall back to: a long secret in many encodings makes
 * a hundred thousand such states, whose rows would fill the memory of a worker.
 */
final class PatternAutomaton {
    static final int START = 0;

    /** States of fewer characters than this have a row in any case: ordinary text hardly ever gets further. */
    private static final int NEAR = 5;

    private static final int NO_CHARACTER = -1;
    private static final int[] NO_ROW = {};

    /** The column of each character in a row: 0 for all that occur in no pattern. */
    private final char[] columns = new char[Character.MAX_VALUE + 1];

    private final char[] characters;
    private final int width;
    private final int[][] rows;
    private final int[] only;
    private final int[] next;
    private final int[] suffix;
    private final int[] depth;
    private final int[] matched;
    private final int[] owner;
    private int states = 1;

    /**
     * A pattern.
     *
     * @param text not empty
     * @param owner whose it is
     */
    record Pattern(String text, int owner) {}

    PatternAutomaton(List<Pattern> patterns) {
        characters = assignColumns(patterns);
        width = characters.length;
        int most = 1 + patterns.stream().mapToInt(p -> p.text().length()).sum();
        rows = new int[most][];
        only = new int[most];
        next = new int[most];
        suffix = new int[most];
        depth = new int[most];
        matched = new int[most];
        owner = new int[most];
        Arrays.fill(only, NO_CHARACTER);
        Arrays.fill(rows, NO_ROW);
        rows[START] = new int[width];
        patterns.forEach(this::insert);
        link();
    }

    /** Gives each character of the patterns a column, and returns the characters by column. */
    private char[] assignColumns(List<Pattern> patterns) {
        StringBuilder found = new StringBuilder("\0");
        for (Pattern pattern : patterns) {
            for (int i = 0; i < pattern.text().length(); i++) {
                char c = pattern.text().charAt(i);
                if (columns[c] == 0) {
                    columns[c] = (char) found.length();
                    found.append(c);
                }
            }
        }
        return found.toString().toCharArray();
    }

    /** Adds a pattern to the trie; of two equal ones the first keeps its owner. */
    private void insert(Pattern pattern) {
        int state = START;
        for (int i = 0; i < pattern.text().length(); i++) {
            state = child(state, pattern.text().charAt(i));
        }
        if (matched[state] == 0) {
            matched[state] = depth[state];
            owner[state] = pattern.owner();
        }
    }

    private int child(int state, char c) {
        if (only[state] == c) {
            return next[state];
        }
        boolean withRow = rows[state] != NO_ROW;
        if (withRow && rows[state][columns[c]] != START) {
            return rows[state][columns[c]];
        }
        int added = states++;
        depth[added] = depth[state] + 1;
        if (depth[added] < NEAR) {
            rows[added] = new int[width];
        }
        if (!withRow && only[state] == NO_CHARACTER) {
            only[state] = c;
            next[state] = added;
        } else {
            rowOf(state)[columns[c]] = added;
        }
        return added;
    }

    /** Returns the row of a state, made of its one transition if it had none. */
    private int[] rowOf(int state) {
        if (rows[state] == NO_ROW) {
            rows[state] = new int[width];
            rows[state][columns[only[state]]] = next[state];
            only[state] = NO_CHARACTER;
        }
        return rows[state];
    }

    /** Finds where each state falls back to, breadth first: the longest suffix that begins a pattern. */
    private void link() {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(START);
        while (!open.isEmpty()) {
            int state = open.remove();
            if (matched[state] == 0) {
                matched[state] = matched[suffix[state]];
                owner[state] = owner[suffix[state]];
            }
            if (rows[state] != NO_ROW) {
                link(state, rows[state], open);
            } else if (only[state] != NO_CHARACTER) {
                link(state, (char) only[state], next[state], open);
            }
        }
    }

    private void link(int state, int[] row, Deque<Integer> open) {
        for (int column = 1; column < width; column++) {
            if (row[column] != START) {
                link(state, characters[column], row[column], open);
            } else if (state != START) {
                row[column] = step(suffix[state], characters[column]);
            }
        }
    }

    private void link(int state, char c, int child, Deque<Integer> open) {
        suffix[child] = state == START ? START : step(suffix[state], c);
        open.add(child);
    }

    /** Returns the state after this character. */
    int step(int state, char c) {
        int at = state;
        while (rows[at] == NO_ROW) {
            if (only[at] == c) {
                return next[at];
            }
            at = suffix[at];
        }
        return rows[at][columns[c]];
    }

    /** Returns the length of the longest pattern that ends here, 0 if none does. */
    int matched(int state) {
        return matched[state];
    }

    /** Returns whose pattern it is that ends here. */
    int owner(int state) {
        return owner[state];
    }

    /** Returns how many of the last characters may be the beginning of a pattern. */
    int depth(int state) {
        return depth[state];
    }
}
