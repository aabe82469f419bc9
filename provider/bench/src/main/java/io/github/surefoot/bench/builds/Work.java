package io.github.surefoot.bench.builds;

import java.util.Arrays;

/** What generated tests do: real work for one core, always the same amount. */
final class Work {
    private static final int NUMBERS = 1_000;

    private Work() {}

    /**
     * Works.
     *
     * @param units how much
     * @param seed what to work on
     * @return a number above 0 that cannot be had without the work
     */
    static long units(int units, long seed) {
        long sum = 0;
        long random = seed;
        int[] numbers = new int[NUMBERS];
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < NUMBERS; i++) {
                random = random * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
                numbers[i] = (int) (random >>> 33);
            }
            Arrays.sort(numbers);
            sum += numbers[NUMBERS / 2];
        }
        return sum;
    }
}
