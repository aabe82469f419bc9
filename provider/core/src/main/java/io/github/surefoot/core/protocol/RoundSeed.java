package io.github.surefoot.core.protocol;

/** The seed that the random order of a round is drawn from. */
public final class RoundSeed {
    /** The golden ratio's fraction in 64 bits, as SplitMix has it. */
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private RoundSeed() {}

    /** Returns the seed with which round 1 has the order that the round after so many has with the given seed. */
    public static long after(long seed, int rounds) {
        return seed + rounds * GAMMA;
    }
}
