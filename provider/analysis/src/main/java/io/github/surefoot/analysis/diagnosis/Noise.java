package io.github.surefoot.analysis.diagnosis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is otherwise where something runs: several things at once, each of another sort.
 *
 * @param variants each of them; empty if all is as usual
 */
public record Noise(List<ProbeVariant> variants) {
    /** All is as usual. */
    public static final Noise NONE = new Noise(List.of());

    /** Copies the list. */
    public Noise {
        variants = List.copyOf(variants);
    }

    /** Returns that of one thing. */
    public static Noise of(ProbeVariant variant) {
        return variant == ProbeVariant.USUAL ? NONE : new Noise(List.of(variant));
    }

    /** Tells whether all is as usual. */
    public boolean isNone() {
        return variants.isEmpty();
    }

    /** Returns how it is then, for people; empty if all is as usual. */
    public String text() {
        return variants.stream().map(ProbeVariant::text).collect(Collectors.joining(" and "));
    }
}
