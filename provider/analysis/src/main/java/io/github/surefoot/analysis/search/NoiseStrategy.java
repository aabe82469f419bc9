package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The suite in its usual order, with something else otherwise around it each time: as many things at once as are of different
 * sorts, since most tests mind none of them; then with those that vary by themselves.
 */
final class NoiseStrategy implements Strategy {
    private final Trial usual;
    private final int kinds;
    private final List<Noise> mixes;
    private final List<Noise> again;
    private int done;

    NoiseStrategy(Trial usual, List<ProbeVariant> kinds) {
        this.usual = usual;
        this.kinds = kinds.size();
        mixes = mixed(kinds);
        again = kinds.contains(ProbeVariant.LOAD) ? List.of(Noise.of(ProbeVariant.LOAD)) : List.of();
    }

    /**
     * Puts the first of each sort together, then the second; load is by itself, since it takes the time of all others. Nothing
     * is together with what may undo it.
     */
    private static List<Noise> mixed(List<ProbeVariant> kinds) {
        List<List<ProbeVariant>> mixes = new ArrayList<>();
        for (ProbeVariant kind : firstOfEach(kinds)) {
            Optional<List<ProbeVariant>> place = mixes.stream()
                    .filter(mix -> mix.stream().noneMatch(other -> isApart(kind, other)))
                    .findFirst();
            if (place.isPresent()) {
                place.get().add(kind);
            } else {
                mixes.add(new ArrayList<>(List.of(kind)));
            }
        }
        return mixes.stream().map(Noise::new).toList();
    }

    private static boolean isApart(ProbeVariant one, ProbeVariant other) {
        return one.subject().equals(other.subject())
                || one.mayUndo(other)
                || one == ProbeVariant.LOAD
                || other == ProbeVariant.LOAD;
    }

    /**
     * Puts the first of each sort before the second of any; of these, a shuffle before what it does not go together with,
     * since most tests that depend on the JVM are found by that; and load last: it tells least for its time.
     */
    private static List<ProbeVariant> firstOfEach(List<ProbeVariant> kinds) {
        Map<String, Integer> count = new HashMap<>();
        Map<ProbeVariant, Integer> rank = new EnumMap<>(ProbeVariant.class);
        for (ProbeVariant kind : kinds) {
            int before = count.merge(kind.subject(), 1, Integer::sum) - 1;
            rank.put(kind, kind == ProbeVariant.LOAD ? Integer.MAX_VALUE : before);
        }
        return kinds.stream()
                .sorted(Comparator.<ProbeVariant, Integer>comparing(rank::get)
                        .thenComparing(kind -> kind.mayUndo(ProbeVariant.SHUFFLED)))
                .toList();
    }

    @Override
    public Way way() {
        return Way.NOISE;
    }

    @Override
    public Optional<Trial> next() {
        List<Noise> from = done < mixes.size() ? mixes : again;
        if (from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(usual.where(from.get(done++ % from.size())));
    }

    @Override
    public String looked() {
        int looked = mixes.stream()
                .limit(done)
                .mapToInt(mix -> mix.variants().size())
                .sum();
        int further = Math.max(0, done - mixes.size());
        return looked + " of " + kinds + " kinds"
                + (further == 0 ? "" : ", and " + further + (further == 1 ? " run" : " runs") + " more under load");
    }
}
