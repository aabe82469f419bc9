package io.github.surefoot.analysis.schedule;

import io.github.surefoot.core.WorkerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What ran beside what, in all workers of one machine: by their clock, which they share. */
public final class Neighbours {
    private final List<Schedule> schedules;

    /** Takes the schedules of all workers of a run. */
    public Neighbours(List<Schedule> schedules) {
        this.schedules = List.copyOf(schedules);
    }

    /**
     * Returns the classes that ran beside a class, those with the longest overlap first.
     *
     * @param worker the worker that ran it
     * @param round in which round
     * @param className the class
     * @return empty if the worker did not run it in that round, or nothing ran beside it
     */
    public List<Neighbour> of(WorkerId worker, int round, String className) {
        List<ScheduledClass> own = schedules.stream()
                .filter(schedule -> schedule.worker().equals(worker))
                .flatMap(schedule -> schedule.rounds().getOrDefault(round, List.of()).stream())
                .filter(one -> one.name().equals(className))
                .toList();
        List<Neighbour> result = new ArrayList<>();
        for (Schedule other : schedules) {
            if (!other.worker().equals(worker)) {
                own.forEach(one -> addOverlapping(one, other, result));
            }
        }
        result.sort(
                Comparator.comparingLong(Neighbour::overlapMillis).reversed().thenComparing(Neighbour::className));
        return result;
    }

    private static void addOverlapping(ScheduledClass one, Schedule other, List<Neighbour> to) {
        for (Map.Entry<Integer, List<ScheduledClass>> round : other.rounds().entrySet()) {
            for (ScheduledClass beside : round.getValue()) {
                long overlap = one.overlap(beside);
                if (overlap > 0) {
                    to.add(new Neighbour(other.worker(), round.getKey(), beside.name(), overlap));
                }
            }
        }
    }
}
