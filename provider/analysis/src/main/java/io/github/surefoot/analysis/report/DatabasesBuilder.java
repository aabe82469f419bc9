package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.evidence.UsedEngine;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.report.Page.Databases;
import io.github.surefoot.analysis.report.Page.LeakRow;
import io.github.surefoot.analysis.report.Page.Teardown;
import io.github.surefoot.analysis.report.Page.Tile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what became of the worker databases. */
final class DatabasesBuilder {
    private static final int MOST_ROWS = 20;
    private static final String DISPOSED = "disposed";

    private final Evidence evidence;
    private final long targetMicros;

    DatabasesBuilder(Judgement judgement) {
        this.evidence = judgement.evidence();
        this.targetMicros = judgement.reporting().teardownTarget().toNanos() / 1_000;
    }

    Databases build() {
        return new Databases(
                UsedEngine.in(evidence).stream().map(UsedEngine::text).toList(),
                tiles(),
                teardowns(),
                leaks(),
                problems());
    }

    private List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        for (ResourceFacts facts : evidence.resources()) {
            if (facts.event().equals(UsedEngine.SERVER)) {
                continue;
            }
            if (!facts.mostBytes().isEmpty()) {
                tiles.add(new Tile(facts.resource() + " " + facts.event(), bytes(facts), ofWhat(facts)));
                continue;
            }
            String retries = facts.retries() == 0 ? "" : ", " + facts.retries() + " retries";
            String unclean = facts.unclean() == 0 ? "" : ", " + facts.unclean() + " not cleanly";
            tiles.add(new Tile(
                    facts.resource() + " " + facts.event(),
                    Long.toString(facts.count()),
                    times(facts.micros()) + retries + unclean));
        }
        return tiles;
    }

    /** What takes no time, such as a pool that was noticed, only counts. */
    private static String times(ResourceFacts.Timing micros) {
        return micros.max() == 0
                ? ""
                : "half within " + millis(micros.p50()) + ", 99 % within " + millis(micros.p99()) + ", slowest "
                        + millis(micros.max());
    }

    private static String bytes(ResourceFacts facts) {
        return mebibytes(Collections.max(facts.mostBytes().values()));
    }

    private static String ofWhat(ResourceFacts facts) {
        return facts.mostBytes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(most -> most.getKey().replaceFirst("Bytes$", "") + " " + mebibytes(most.getValue()))
                .collect(Collectors.joining(", ", "at most in one of " + facts.count() + " workers: ", ""));
    }

    private static String mebibytes(long bytes) {
        return BigDecimal.valueOf(bytes)
                        .divide(BigDecimal.valueOf(1 << 20), 1, RoundingMode.CEILING)
                        .toPlainString()
                + " MiB";
    }

    private List<Teardown> teardowns() {
        return evidence.resources().stream()
                .filter(facts -> facts.event().equals(DISPOSED))
                .flatMap(facts -> facts.slowest().stream().map(event -> Map.entry(facts.resource(), event)))
                .sorted(Comparator.comparing(entry -> -entry.getValue().micros()))
                .limit(MOST_ROWS)
                .map(entry -> new Teardown(
                        entry.getValue().worker(),
                        entry.getKey(),
                        millis(entry.getValue().micros()),
                        entry.getValue().micros() > targetMicros,
                        details(entry.getValue().details())))
                .toList();
    }

    private static String details(Map<String, String> details) {
        return details.entrySet().stream()
                .filter(detail -> !detail.getKey().equals("micros"))
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<LeakRow> leaks() {
        return evidence.leaks().stream()
                .sorted(Comparator.comparing(Leak::fatal).reversed())
                .map(leak -> new LeakRow(
                        leak.what(),
                        leak.openedAt(),
                        leak.className(),
                        leak.count() == 1 ? "once" : leak.count() + " times",
                        leak.fatal()))
                .toList();
    }

    private List<String> problems() {
        Stream<String> faults =
                evidence.distinctProblems().stream().map(problem -> problem.worker() + ": " + problem.what());
        Stream<String> messages = evidence.messages().stream()
                .map(message -> "Forbidden message \"" + message.pattern() + "\" occurred " + message.count()
                        + (message.count() == 1 ? " time" : " times") + ", first in "
                        + (message.firstTest().className().isEmpty() ? "worker" : message.firstTest() + ", worker")
                        + " " + message.firstWorker());
        return Stream.concat(faults, messages).toList();
    }

    /** Returns microseconds as milliseconds, rounded up so that nothing seems faster than it was. */
    private static String millis(long micros) {
        return BigDecimal.valueOf(micros, 3).setScale(1, RoundingMode.CEILING).toPlainString() + " ms";
    }
}
