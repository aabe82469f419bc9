package io.github.surefoot.analysis.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Where decisions come from: the bytes of a fuzzer's input first, so that the fuzzer learns which of them lead where,
 * then zeros. A list of decisions is a short text that can be kept beside the tests.
 */
final class Choices {
    private static final List<String> TEXTS = List.of(
            "",
            "shop.CartTest",
            "\uD83D",
            "\uDE00\u0000",
            "a\tb\nc\\",
            "x".repeat(70_000),
            "[1]",
            "r9w9",
            "run-1 + run-2");
    private static final long[] NUMBERS = {0, 1, 2, 3, -1, 100_000, 100_001, Integer.MAX_VALUE, Long.MIN_VALUE};

    private final byte[] input;
    private int next;

    Choices(byte[] input) {
        this.input = input.clone();
    }

    /** Returns decisions by chance, the same for the same seed. */
    static Choices of(long seed) {
        RandomGenerator random = new Random(seed);
        byte[] input = new byte[64];
        random.nextBytes(input);
        return new Choices(input);
    }

    private int next() {
        return next < input.length ? input[next++] & 0xff : 0;
    }

    /** Returns a number from 0. */
    int below(int bound) {
        int value = next();
        for (int range = 256; range < bound && range > 0; range <<= 8) {
            value = value << 8 | next();
        }
        return Math.floorMod(value, bound);
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    String text() {
        int which = below(TEXTS.size() + 1);
        return which < TEXTS.size() ? TEXTS.get(which) : new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    long number() {
        return NUMBERS[below(NUMBERS.length)];
    }

    byte[] bytes() {
        byte[] bytes = new byte[below(5)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) next();
        }
        return bytes;
    }
}
