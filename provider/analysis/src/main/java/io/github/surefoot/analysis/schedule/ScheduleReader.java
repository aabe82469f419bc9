package io.github.surefoot.analysis.schedule;

import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Takes the classes of a worker, and the tests of each, from its journal. */
final class ScheduleReader {
    private final List<Taken> taken = new ArrayList<>();
    /** Of more than one, a test belongs to the last that can be its own. */
    private final Deque<Taken> open = new ArrayDeque<>();

    private long lastAt;

    private ScheduleReader() {}

    /** A class that was taken up, while the journal is read. */
    private static final class Taken {
        private final int round;
        private final String name;
        private final long startedAt;
        private final List<TestId> tests = new ArrayList<>();
        private long endedAt = -1;

        Taken(JournalEntry.ClassStarted entry) {
            round = entry.round();
            name = entry.className();
            startedAt = entry.at();
        }

        boolean declares(TestId test) {
            return test.className().equals(name) || test.className().startsWith(name + "$");
        }

        ScheduledClass until(long end) {
            return new ScheduledClass(name, tests, startedAt, endedAt < 0 ? Math.max(startedAt, end) : endedAt);
        }
    }

    static NavigableMap<Integer, List<ScheduledClass>> rounds(Journal journal) {
        ScheduleReader reader = new ScheduleReader();
        journal.entries().forEach(reader::take);
        NavigableMap<Integer, List<ScheduledClass>> result = new TreeMap<>();
        reader.taken.forEach(one ->
                result.computeIfAbsent(one.round, round -> new ArrayList<>()).add(one.until(reader.lastAt)));
        result.replaceAll((round, classes) -> List.copyOf(classes));
        return result;
    }

    private void take(JournalEntry entry) {
        if (entry instanceof JournalEntry.ClassStarted started) {
            lastAt = started.at();
            Taken one = new Taken(started);
            taken.add(one);
            open.push(one);
        } else if (entry instanceof JournalEntry.ClassFinished finished) {
            lastAt = finished.at();
            finish(finished);
        } else if (entry instanceof JournalEntry.TestStarted started) {
            lastAt = started.at();
            if (!started.rerun()) {
                ownerOf(started.test()).ifPresent(one -> one.tests.add(started.test()));
            }
        } else if (entry instanceof JournalEntry.TestFinished finished) {
            lastAt = finished.at();
        }
    }

    private void finish(JournalEntry.ClassFinished finished) {
        for (Iterator<Taken> all = open.iterator(); all.hasNext(); ) {
            Taken one = all.next();
            if (one.round == finished.round() && one.name.equals(finished.className())) {
                one.endedAt = finished.at();
                all.remove();
                return;
            }
        }
    }

    /** A suite reports tests under the names of the classes it selects: they belong to the suite that is running. */
    private Optional<Taken> ownerOf(TestId test) {
        return open.stream().filter(one -> one.declares(test)).findFirst().or(() -> Optional.ofNullable(open.peek()));
    }
}
