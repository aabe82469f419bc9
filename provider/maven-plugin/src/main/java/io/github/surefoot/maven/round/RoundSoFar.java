package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.console.RoundNames;
import io.github.surefoot.analysis.console.RoundTally;
import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a round while the run is under way. */
final class RoundSoFar {
    private final RoundTally tally;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private boolean deaths;
    private final Map<String, Long> starts = new HashMap<>();
    private long worked;
    private long firstStart = Long.MAX_VALUE;
    private long lastEnd;

    /**
     * Begins to know.
     *
     * @param names what tests are called in the whole run
     */
    RoundSoFar(RoundNames names) {
        tally = new RoundTally(names);
    }

    void started(long at) {
        firstStart = Math.min(firstStart, at);
    }

    /** Counts a test that has ended, be it with its worker. */
    void ended(CollectedTest.Key test, String owner, Outcome outcome) {
        tally.count(test, owner, outcome);
    }

    /** Counts a class that was at its limit when its worker was ended. */
    void hung(String className) {
        tally.count(new TestId(className, ""), new Outcome.Hung(""));
    }

    /** Notes that a class is taken up; returns whether it was done before, in a worker of another kind. */
    boolean classStarted(String className, long at) {
        taken.add(className);
        starts.put(className, at);
        started(at);
        return done.contains(className);
    }

    void classEnded(String className, long at) {
        taken.add(className);
        done.add(className);
        lastEnd = Math.max(lastEnd, at);
        @Nullable Long start = starts.remove(className);
        worked += start == null ? 0 : Math.max(0, at - start);
    }

    /** Ends the class that a dead worker was at: nobody runs it again. */
    void classBrokenOff(String className, long at) {
        classEnded(className, at);
        workerDied();
    }

    void workerDied() {
        deaths = true;
    }

    /** Tells whether a worker died at work for it. */
    boolean hasDeaths() {
        return deaths;
    }

    boolean isSeen() {
        return firstStart != Long.MAX_VALUE;
    }

    boolean isDone(List<String> planned) {
        return !planned.isEmpty() && done.containsAll(planned);
    }

    /** Returns the classes of a plan that nobody has taken up. */
    List<String> left(List<String> planned) {
        return planned.stream().filter(name -> !taken.contains(name)).toList();
    }

    RoundTally tally() {
        return tally;
    }

    int classesDone() {
        return done.size();
    }

    int failed() {
        return tally.failed();
    }

    /** Returns when its first worker or class started, in milliseconds since 1970; only if it is seen. */
    long firstStart() {
        return firstStart;
    }

    /** Returns for how many milliseconds its classes ran, one beside the other or not, added up. */
    long worked() {
        return worked;
    }

    /** Returns when the last of its classes ended, in milliseconds since 1970. */
    long lastEnd() {
        return Math.max(lastEnd, firstStart);
    }
}
