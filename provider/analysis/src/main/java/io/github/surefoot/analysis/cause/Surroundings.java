package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.cause.Circumstance.Sort;
import io.github.surefoot.analysis.cause.Timeline.Place;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.core.protocol.WorkerFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Finds all that was so of an execution. */
final class Surroundings {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:00 VV", Locale.ROOT);
    private static final Map<String, Sort> FACTS = Map.of(
            WorkerFact.HOST, Sort.HOST,
            WorkerFact.OS, Sort.OS,
            WorkerFact.JAVA, Sort.JAVA,
            WorkerFact.ZONE, Sort.ZONE,
            WorkerFact.LOCALE, Sort.LOCALE);

    private final Timeline timeline;

    Surroundings(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Returns what was so of an execution, and of classes that ran before it, how many classes lie between.
     *
     * @param millis for how long others count as running beside it. The same for all executions of a test, the shortest
     *     of them, since a test that fails by waiting has more classes beside it because it fails
     */
    Map<Circumstance, Integer> of(Place place, Execution execution, long millis) {
        Map<Circumstance, Integer> found = new LinkedHashMap<>();
        WorkerEvidence worker = place.worker();
        before(place, found);
        long startedAt = Math.max(execution.startedAt(), place.bar().startedAt());
        timeline.beside(place, startedAt + millis).forEach(name -> found.put(new Circumstance(Sort.BESIDE, name), 0));
        found.put(new Circumstance(Sort.SLOT, Integer.toString(worker.id().slot())), 0);
        FACTS.forEach((fact, sort) -> {
            String value = worker.about().getOrDefault(fact, "");
            if (!value.isEmpty()) {
                found.put(new Circumstance(sort, value), 0);
            }
        });
        found.put(
                new Circumstance(
                        Sort.HOUR, HOUR.format(Instant.ofEpochMilli(startedAt).atZone(zone(worker)))),
                0);
        return found;
    }

    /** What ran before its own class did so last is part of that run: what it left behind the test has met once. */
    private static void before(Place place, Map<Circumstance, Integer> found) {
        ClassBar own = place.bar();
        boolean again = false;
        for (int i = place.index() - 1; i >= 0 && !again; i--) {
            ClassBar bar = place.worker().classes().get(i);
            again = bar.className().equals(own.className());
            if (!again && bar.finished() && bar.endedAt() <= own.startedAt()) {
                found.putIfAbsent(new Circumstance(Sort.BEFORE, bar.className()), place.index() - 1 - i);
            }
        }
        found.put(new Circumstance(again ? Sort.LATER_RUN : Sort.FIRST_RUN, ""), 0);
    }

    private static ZoneId zone(WorkerEvidence worker) {
        try {
            String zone = worker.about().getOrDefault(WorkerFact.ZONE, "");
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone, ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            // A journal may say anything; the hour is then told in UTC, and says so.
            return ZoneOffset.UTC;
        }
    }
}
