package io.github.surefoot.analysis.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a smallest part of a list that still does what the whole does.
 *
 * <p>First as if one element did it: halves, in log2(n) questions. Where that ends with one that does not do it, by
 * boundaries: the shortest beginning that does it together with what is found already ends with an element that is
 * needed, since without it the rest does not do it. That holds too where more elements may undo what fewer did. In the
 * words of delta debugging (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002) the
 * result is 1-minimal.
 *
 * @param <T> the elements
 */
final class Minimum<T> {
    private final Question<T> question;

    /**
     * Asks by a probe.
     *
     * @param <T> the elements
     */
    interface Question<T> {
        /** Tells whether these elements alone, in this order, do what the whole list does. */
        boolean doIt(List<T> elements) throws ProbingStoppedException;
    }

    Minimum(Question<T> question) {
        this.question = question;
    }

    /**
     * Returns it; empty if answers contradict each other, as those of chance do.
     *
     * @param all does it, while nothing at all does not
     */
    List<T> of(List<T> all) throws ProbingStoppedException {
        List<T> one = single(all);
        return one.isEmpty() ? several(all) : one;
    }

    /** Returns one element that does it by itself; empty if none is found. */
    List<T> single(List<T> all) throws ProbingStoppedException {
        List<T> rest = all;
        boolean asked = true;
        while (rest.size() > 1) {
            int middle = rest.size() / 2;
            List<T> later = rest.subList(middle, rest.size());
            // What ran last is the likeliest: less has come between.
            asked = question.doIt(later);
            rest = asked ? later : rest.subList(0, middle);
        }
        return asked || question.doIt(rest) ? List.copyOf(rest) : List.of();
    }

    private List<T> several(List<T> all) throws ProbingStoppedException {
        List<T> found = new ArrayList<>();
        List<T> pool = all;
        while (!pool.isEmpty()) {
            int last = boundary(pool, found);
            found.add(0, pool.get(last));
            pool = pool.subList(0, last);
            if (question.doIt(found)) {
                return withoutIdle(found);
            }
        }
        return List.of();
    }

    /** Returns the place of the last element of the shortest beginning that does it together with what is found. */
    private int boundary(List<T> pool, List<T> found) throws ProbingStoppedException {
        int low = 0;
        int high = pool.size();
        while (high - low > 1) {
            int middle = (low + high) / 2;
            List<T> elements = new ArrayList<>(pool.subList(0, middle));
            elements.addAll(found);
            if (question.doIt(elements)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high - 1;
    }

    /** An element was needed while others ran that are gone now; without these it may not be. */
    private List<T> withoutIdle(List<T> found) throws ProbingStoppedException {
        List<T> result = found;
        for (T element : found) {
            List<T> without = new ArrayList<>(result);
            without.remove(element);
            if (result.size() > 1 && question.doIt(without)) {
                result = without;
            }
        }
        return List.copyOf(result);
    }
}
