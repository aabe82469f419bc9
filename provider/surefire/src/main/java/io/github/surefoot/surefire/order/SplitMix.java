package io.github.surefoot.surefire.order;

/** Makes numbers that look random of numbers that do not (Steele, Lea and Flood, "Fast splittable PRNGs", 2014). */
final class SplitMix {
    /** The golden ratio's fraction in 64 bits. */
    static final long GAMMA = 0x9e3779b97f4a7c15L;

    private SplitMix() {}

    static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Returns where a name stands in the order of a seed: the same whatever other names there are. */
    static long place(long seed, String name) {
        long z = seed;
        for (int i = 0; i < name.length(); i++) {
            z = mixed(z + name.charAt(i) + GAMMA);
        }
        return z;
    }
}
