package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import java.util.List;
import java.util.Optional;

/** The suite in its usual order, each time with something else otherwise around it; then with those that vary by themselves. */
final class NoiseStrategy implements Strategy {
    private final Trial usual;
    private final List<ProbeVariant> kinds;
    private final List<ProbeVariant> again;
    private int done;

    NoiseStrategy(Trial usual, List<ProbeVariant> kinds) {
        this.usual = usual;
        this.kinds = List.copyOf(kinds);
        again = kinds.stream().filter(kind -> kind == ProbeVariant.LOAD).toList();
    }

    @Override
    public Way way() {
        return Way.NOISE;
    }

    @Override
    public Optional<Trial> next() {
        List<ProbeVariant> from = done < kinds.size() ? kinds : again;
        if (from.isEmpty()) {
            return Optional.empty();
        }
        ProbeVariant kind = from.get(done++ % from.size());
        return Optional.of(usual.where(kind, "with " + kind.text()));
    }

    @Override
    public String looked() {
        int further = Math.max(0, done - kinds.size());
        return Math.min(done, kinds.size()) + " of " + kinds.size() + " kinds"
                + (further == 0 ? "" : ", and " + further + (further == 1 ? " run" : " runs") + " more under load");
    }
}
