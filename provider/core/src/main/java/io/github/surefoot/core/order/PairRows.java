package io.github.surefoot.core.order;

import java.util.ArrayList;
import java.util.List;

/**
 * Orders of some elements so that in all of them together each element stands directly before each other one, and each
 * is the first of at least one.
 *
 * <p>Of an even number of elements these are the rows of a row-complete Latin square: as many as elements, and each pair
 * occurs once (Williams, "Experimental designs balanced for the estimation of residual effects of treatments", 1949).
 * Of an odd number it is the square of one more, with that one left out: one row more than elements. What stood at both
 * sides of it comes together, so some pairs occur twice.
 */
public final class PairRows {
    private final int elements;
    private final int side;

    private PairRows(int elements) {
        this.elements = elements;
        side = elements + elements % 2;
    }

    /**
     * Returns those of a number of elements.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static PairRows of(int elements) {
        if (elements < 0) {
            throw new IllegalArgumentException("there are no " + elements + " elements");
        }
        return new PairRows(elements);
    }

    /** Returns how many rows there are: one if there are no pairs. */
    public int rows() {
        return elements < 2 ? 1 : side;
    }

    /**
     * Returns a row: the numbers of all elements, from 0.
     *
     * @param row which one, from 0; beyond the last, they begin anew
     */
    public List<Integer> row(long row) {
        int shift = (int) Math.floorMod(row, (long) rows());
        List<Integer> result = new ArrayList<>(elements);
        for (int place = 0; place < side; place++) {
            // 0, 1, -1, 2, -2, …: all differences of neighbours differ.
            int zigzag = place % 2 == 1 ? (place + 1) / 2 : -(place / 2);
            int element = Math.floorMod(zigzag + shift, side);
            if (element < elements) {
                result.add(element);
            }
        }
        return result;
    }

    /**
     * Returns a list in the order of a row.
     *
     * @param row which one, from 0; beyond the last, they begin anew
     */
    public static <T> List<T> arranged(List<T> elements, long row) {
        return of(elements.size()).row(row).stream().map(elements::get).toList();
    }
}
