package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one worker ran, test by test, in the order in which it began. */
final class JournalledWorker {
    private final Schedule schedule;
    private final List<JournalledTest> tests = new ArrayList<>();

    /** Classes as they were taken up, again in each round. */
    private final List<String> classes = new ArrayList<>();

    private JournalledWorker(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Reads a journal; empty if it is none of a worker. */
    static Optional<JournalledWorker> of(Journal journal) {
        return Schedule.of(journal).map(schedule -> {
            JournalledWorker worker = new JournalledWorker(schedule);
            worker.read(journal);
            return worker;
        });
    }

    private void read(Journal journal) {
        Map<Long, JournalEntry.TestStarted> running = new LinkedHashMap<>();
        Map<Long, Integer> places = new HashMap<>();
        for (JournalEntry entry : journal.entries()) {
            if (entry instanceof JournalEntry.ClassStarted started) {
                classes.add(started.className());
            } else if (entry instanceof JournalEntry.TestStarted started && !started.rerun()) {
                running.put(started.execution(), started);
                places.put(started.execution(), placeOf(started.test()));
            } else if (entry instanceof JournalEntry.TestFinished finished) {
                add(running.remove(finished.execution()), finished.outcome(), places);
            }
        }
        // Started and never finished: the worker died in it.
        List.copyOf(running.values()).forEach(started -> add(started, new Outcome.Crashed(""), places));
    }

    /** Returns the place of the class that is running whose test it is, the last one if none declares it. */
    private int placeOf(TestId test) {
        for (int i = classes.size() - 1; i >= 0; i--) {
            String name = classes.get(i);
            if (test.className().equals(name) || test.className().startsWith(name + "$")) {
                return i;
            }
        }
        return classes.size() - 1;
    }

    private void add(JournalEntry.@Nullable TestStarted started, Outcome outcome, Map<Long, Integer> places) {
        if (started == null || started.uniqueId().isEmpty()) {
            return;
        }
        int place = places.getOrDefault(started.execution(), -1);
        if (place >= 0) {
            ProbeUnit unit = ProbeUnit.ofTest(classes.get(place), started.test(), started.uniqueId());
            tests.add(new JournalledTest(unit, started.round(), place, outcome));
        }
    }

    Schedule schedule() {
        return schedule;
    }

    List<JournalledTest> tests() {
        return tests;
    }

    /** Returns the classes as they were taken up. */
    List<String> classes() {
        return classes;
    }

    /** Returns all that began before a test: classes, then those of its own class. */
    List<ProbeUnit> before(JournalledTest test) {
        List<ProbeUnit> result = new ArrayList<>();
        classes.subList(0, test.place()).forEach(name -> result.add(ProbeUnit.ofClass(name)));
        Set<ProbeUnit> own = new LinkedHashSet<>();
        for (JournalledTest other : tests) {
            if (other.equals(test)) {
                break;
            }
            if (other.place() == test.place()) {
                own.add(other.unit());
            }
        }
        own.remove(test.unit());
        result.addAll(own);
        return result;
    }

    /** Tells whether the JVM had run the test before. What a class does as a whole is journalled only where it fails. */
    boolean ranBefore(JournalledTest test) {
        return classes.subList(0, test.place()).contains(test.unit().className())
                || tests.stream().takeWhile(other -> !other.equals(test)).anyMatch(other -> other.unit()
                        .equals(test.unit()));
    }

    /** Returns the tests of each class. */
    Map<String, List<ProbeUnit>> testsByClass() {
        Map<String, Set<ProbeUnit>> result = new HashMap<>();
        tests.forEach(test -> result.computeIfAbsent(test.unit().className(), name -> new LinkedHashSet<>())
                .add(test.unit()));
        Map<String, List<ProbeUnit>> lists = new HashMap<>();
        result.forEach((name, units) -> lists.put(name, List.copyOf(units)));
        return lists;
    }
}
