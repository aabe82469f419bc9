package io.github.surefoot.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Another order than the one that something has by chance, never that one: the first is backwards, which turns round every
 * two elements of it; others are drawn. All of one size are put into order alike, so that the keys and the values of a map
 * still fit, and every run of a seed is the same.
 */
final class OtherOrder {
    private static final long BACKWARDS = 1;

    private static volatile long seed;

    private OtherOrder() {}

    static void begin(long with) {
        seed = with;
    }

    /** Puts an array into that order, and returns it. */
    static <T> T[] of(T[] array) {
        arrange(Arrays.asList(array));
        return array;
    }

    /** Puts a list into that order. */
    static <T> void arrange(List<T> list) {
        if (list.size() <= 2 || seed == BACKWARDS) {
            Collections.reverse(list);
            return;
        }
        List<T> usual = new ArrayList<>(list);
        int place = 0;
        for (int from : drawn(list.size())) {
            list.set(place++, usual.get(from));
        }
    }

    private static List<Integer> drawn(int size) {
        List<Integer> usual = IntStream.range(0, size).boxed().toList();
        List<Integer> drawn = IntStream.range(0, size).boxed().collect(Collectors.toList());
        // Neighbouring seeds of Random begin alike.
        Random random = new Random(new SplittableRandom(seed + size).nextLong());
        do {
            Collections.shuffle(drawn, random);
        } while (drawn.equals(usual));
        return drawn;
    }
}
