package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which of many things is otherwise in which of six runs: each in three of them, and no two in the same three. So the runs
 * tell for all tests at once which it was, and each is seen three times with it and three times without. A constant-weight
 * code, as group testing uses them: twenty things at most.
 */
final class NoiseDesign {
    /** In so many runs each thing is otherwise, and in as many it is not. */
    private static final int WITH = 3;

    private static final int RUNS = 2 * WITH;

    /** With fewer it is cheaper to take one after the other. */
    private static final int FEWEST = 4;

    /** A JVM whose classes are rewritten, or not shared, begins later: such things are in the same runs, as far as may be. */
    private static final Set<ProbeVariant> SLOW = EnumSet.of(
            ProbeVariant.UNSHARED,
            ProbeVariant.SHUFFLED,
            ProbeVariant.SHUFFLED_SECOND,
            ProbeVariant.SHUFFLED_THIRD,
            ProbeVariant.THREADS,
            ProbeVariant.CLOCK_MIDNIGHT,
            ProbeVariant.CLOCK_MONTH_END,
            ProbeVariant.CLOCK_YEAR_END,
            ProbeVariant.CLOCK_LEAP_DAY);

    /** The twenty numbers of six digits with three ones; the first of them lack the highest. */
    private static final int[] CODES = IntStream.range(0, 1 << RUNS)
            .filter(number -> Integer.bitCount(number) == WITH)
            .toArray();

    private final Map<ProbeVariant, Integer> codes = new EnumMap<>(ProbeVariant.class);

    NoiseDesign(List<ProbeVariant> kinds) {
        if (!isFor(kinds)) {
            throw new IllegalArgumentException(kinds.size() + " kinds are not from " + FEWEST + " to " + CODES.length);
        }
        kinds.stream()
                .sorted(Comparator.comparing(kind -> !SLOW.contains(kind)))
                .forEach(kind -> codes.put(kind, CODES[codes.size()]));
    }

    /** Tells whether it is worth it, and there are enough codes. */
    static boolean isFor(List<ProbeVariant> kinds) {
        return kinds.size() >= FEWEST && kinds.size() <= CODES.length;
    }

    /** Returns what is otherwise in each run that differs from all others; in one, that may be nothing. */
    List<Noise> runs() {
        return IntStream.range(0, RUNS)
                .mapToObj(run -> new Noise(codes.keySet().stream()
                        .filter(kind -> (codes.getOrDefault(kind, 0) >> run & 1) == 1)
                        .toList()))
                .distinct()
                .toList();
    }
}
