package io.github.surefoot.bench.builds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measurements of one benchmark: of every contender one a turn. */
final class Results {
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final int workers;

    /**
     * Keeps measurements.
     *
     * @param workers how many tests could run at once
     */
    Results(Map<Contender, List<Sample>> measured, int workers) {
        this.workers = workers;
        measured.forEach((contender, turns) -> {
            contenders.put(contender.label(), contender);
            samples.put(contender.label(), List.copyOf(turns));
        });
    }

    List<Contender> contenders() {
        return List.copyOf(contenders.values());
    }

    boolean has(String label) {
        return samples.containsKey(label);
    }

    /** Returns what was measured of a contender, turn by turn. */
    List<Double> values(String label, Measure measure) {
        return samples(label).stream()
                .map(sample -> measure.of(sample, workers))
                .toList();
    }

    /** Returns how the tests of a contender ended over all turns. */
    Outcomes outcomes(String label) {
        return Outcomes.together(samples(label).stream().map(Sample::outcomes).toList());
    }

    /** Returns, a line each, which tests of one suite did not end the same in every way. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Map<Suite, String> firsts = new LinkedHashMap<>();
        contenders.forEach((label, contender) -> {
            String first = firsts.computeIfAbsent(contender.suite(), suite -> label);
            differences.addAll(outcomes(first).differences(first, outcomes(label), label));
        });
        return differences;
    }

    private List<Sample> samples(String label) {
        return samples.getOrDefault(label, List.of());
    }
}
