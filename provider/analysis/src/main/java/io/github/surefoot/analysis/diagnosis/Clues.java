package io.github.surefoot.analysis.diagnosis;

import java.util.List;

/**
 * What to ask first, so that there need not be many questions. A clue may be wrong: that costs a probe or two.
 *
 * @param suspects what has made other tests fail; each is asked about by itself, the likeliest first
 * @param polluters of what ran before when the test failed, what the journals point at, in order
 * @param setters the same of what ran before when it passed
 * @param neighbours all classes that ran beside it when it failed, the likeliest first
 * @param anywhere all other classes that had run before in any JVM of the run, in order
 */
public record Clues(
        List<ProbeUnit> suspects,
        List<ProbeUnit> polluters,
        List<ProbeUnit> setters,
        List<String> neighbours,
        List<ProbeUnit> anywhere) {
    /** Nothing points anywhere. */
    public static final Clues NONE = new Clues(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Clues {
        suspects = List.copyOf(suspects);
        polluters = List.copyOf(polluters);
        setters = List.copyOf(setters);
        neighbours = List.copyOf(neighbours);
        anywhere = List.copyOf(anywhere);
    }

    Clues suspecting(List<ProbeUnit> first) {
        return new Clues(first, polluters, setters, neighbours, anywhere);
    }

    Clues withoutNeighbours() {
        return new Clues(suspects, polluters, setters, List.of(), anywhere);
    }
}
