package io.github.surefoot.its;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds many sequences of bytes in one pass: by their first two bytes, which few places of a file have. */
final class BytePatterns {
    private final BitSet beginnings = new BitSet(1 << Short.SIZE);
    private final Map<Integer, List<byte[]>> byBeginning = new HashMap<>();

    /**
     * Prepares to look for some sequences.
     *
     * @param patterns of at least two bytes each
     */
    BytePatterns(List<byte[]> patterns) {
        for (byte[] pattern : patterns) {
            int beginning = pair(pattern, 0);
            beginnings.set(beginning);
            byBeginning.computeIfAbsent(beginning, any -> new ArrayList<>(1)).add(pattern);
        }
    }

    boolean anyIn(byte[] bytes) {
        for (int at = 0; at < bytes.length - 1; at++) {
            int pair = pair(bytes, at);
            if (beginnings.get(pair) && anyAt(bytes, at, byBeginning.getOrDefault(pair, List.of()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyAt(byte[] bytes, int at, List<byte[]> patterns) {
        for (byte[] pattern : patterns) {
            int end = at + pattern.length;
            if (end <= bytes.length && Arrays.equals(bytes, at, end, pattern, 0, pattern.length)) {
                return true;
            }
        }
        return false;
    }

    private static int pair(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << Byte.SIZE | Byte.toUnsignedInt(bytes[at + 1]);
    }
}
