package io.github.surefoot.bench.builds;

import java.util.List;

/**
 * Contenders that are measured in the same turns, and what is expected of them.
 *
 * @param title for people
 * @param contenders in the order in which they take turns
 * @param base the label of the one the others are held against
 * @param bars what is expected
 */
record Experiment(String title, List<Contender> contenders, String base, List<Bar> bars) {
    /** Copies the lists. */
    Experiment {
        contenders = List.copyOf(contenders);
        bars = List.copyOf(bars);
    }
}
