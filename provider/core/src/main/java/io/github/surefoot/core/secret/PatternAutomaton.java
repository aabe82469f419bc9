package io.github.surefoot.core.secret;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds many patterns in one pass over a text: the automaton of Aho and Corasick (<i>Efficient string matching: an aid
 * to bibliographic search</i>, CACM 18, 1975), with all failure links resolved into one transition table, so that each
 * character costs two array reads whatever the number of patterns.
 */
final class PatternAutomaton {
    static final int START = 0;

    /** The column of each character: 0 for all that occur in no pattern. */
    private final char[] columns = new char[Character.MAX_VALUE + 1];

    private final int width;
    private final int[] next;
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
        width = assignColumns(patterns);
        int most = 1 + patterns.stream().mapToInt(p -> p.text().length()).sum();
        next = new int[most * width];
        depth = new int[most];
        matched = new int[most];
        owner = new int[most];
        patterns.forEach(this::insert);
        link();
    }

    private int assignColumns(List<Pattern> patterns) {
        int count = 1;
        for (Pattern pattern : patterns) {
            for (int i = 0; i < pattern.text().length(); i++) {
                char c = pattern.text().charAt(i);
                if (columns[c] == 0) {
                    columns[c] = (char) count++;
                }
            }
        }
        return count;
    }

    /** Adds a pattern to the trie; of two equal ones the first keeps its owner. */
    private void insert(Pattern pattern) {
        int state = START;
        for (int i = 0; i < pattern.text().length(); i++) {
            int edge = state * width + columns[pattern.text().charAt(i)];
            if (next[edge] == START) {
                depth[states] = depth[state] + 1;
                next[edge] = states++;
            }
            state = next[edge];
        }
        if (matched[state] == 0) {
            matched[state] = depth[state];
            owner[state] = pattern.owner();
        }
    }

    /** Fills the gaps of the trie, breadth first: what is missing goes on as the longest suffix that is a prefix. */
    private void link() {
        int[] suffix = new int[states];
        Deque<Integer> open = new ArrayDeque<>();
        for (int column = 0; column < width; column++) {
            if (next[column] != START) {
                open.add(next[column]);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            if (matched[state] == 0) {
                matched[state] = matched[suffix[state]];
                owner[state] = owner[suffix[state]];
            }
            for (int column = 0; column < width; column++) {
                int edge = state * width + column;
                int otherwise = next[suffix[state] * width + column];
                if (next[edge] == START) {
                    next[edge] = otherwise;
                } else {
                    suffix[next[edge]] = otherwise;
                    open.add(next[edge]);
                }
            }
        }
    }

    /** Returns the state after this character. */
    int step(int state, char c) {
        return next[state * width + columns[c]];
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
