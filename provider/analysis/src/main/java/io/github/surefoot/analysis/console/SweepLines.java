package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.gate.Percent;
import io.github.surefoot.analysis.judgement.Judgement;
import java.util.List;
import java.util.stream.Stream;

/** Tells of databases that a server did not drop in time. The next sweep takes them, and no test is to blame. */
record SweepLines(Judgement judgement) {
    private static final String STUCK = "stuck";
    private static final int MOST_CHARACTERS = 600;

    List<ConsoleLine> lines() {
        return judgement.evidence().resources().stream()
                .flatMap(SweepLines::line)
                .toList();
    }

    private static Stream<ConsoleLine> line(ResourceFacts facts) {
        return facts.slowest().stream()
                .filter(event -> event.details().containsKey(STUCK))
                .limit(1)
                .flatMap(event -> line(facts, event));
    }

    private static Stream<ConsoleLine> line(ResourceFacts facts, ResourceFacts.Event event) {
        String took = Percent.oneDecimal(event.micros(), 1_000_000) + " s";
        return switch (facts.event()) {
            case "left" ->
                Stream.of(ConsoleLine.warn("LEFT: databases of " + Words.count(facts.count(), "worker")
                        + " are left to the next sweep; no test is to blame. Those of " + event.worker()
                        + " could not be removed in " + took + ": " + stuck(event)));
            case "swept" ->
                Stream.of(
                        ConsoleLine.warn("LEFT: worker " + event.worker() + " could not start before it had tried for "
                                + took + " to remove what dead workers have left: " + stuck(event)));
            default -> Stream.empty();
        };
    }

    private static String stuck(ResourceFacts.Event event) {
        String all = event.details().getOrDefault(STUCK, "");
        return all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS) + " …";
    }
}
