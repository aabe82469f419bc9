package io.github.surefoot.core.journal;

import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One record of a journal. Times are milliseconds since the epoch by the clock of the machine that wrote them.
 *
 * <p>A worker's journal begins with {@link WorkerStarted} and, if the worker ended as it should, closes with
 * {@link Finished}. Maven's own journal of a run begins with {@link RunStarted} and closes the same way.
 */
public sealed interface JournalEntry {

    /** What a journal begins with. */
    sealed interface Header extends JournalEntry permits RunStarted, WorkerStarted {}

    /**
     * Maven starts a run: the plan against which the evidence is held.
     *
     * @param run the run
     * @param module the module, as {@code groupId:artifactId}
     * @param rounds how many rounds are planned, from 1
     * @param workers how many workers were asked for, resolved to a number
     * @param kind what workers share between rounds
     * @param order {@code configured} or {@code random}
     * @param seed the seed of the random order
     * @param suite a fingerprint of the suite's classes and class path; a replay needs the same
     * @param at when
     * @param about further facts: versions, operating system, commit
     */
    record RunStarted(
            String run,
            String module,
            int rounds,
            int workers,
            WorkerKind kind,
            String order,
            OptionalLong seed,
            String suite,
            long at,
            Map<String, String> about)
            implements Header {}

    /**
     * A worker starts.
     *
     * @param worker its identity
     * @param pid its process number
     * @param at when
     * @param about further facts: Java version, order and seed, the filters in force
     */
    record WorkerStarted(WorkerId worker, long pid, long at, Map<String, String> about) implements Header {}

    /**
     * Maven starts a round.
     *
     * @param round from 1
     * @param attempt from 1; higher when other workers run what a dead one left
     * @param at when
     */
    record RoundStarted(int round, int attempt, long at) implements JournalEntry {}

    /**
     * Surefire's execution for a round ended.
     *
     * @param round from 1
     * @param attempt from 1
     * @param fault what Surefire reported beyond failing tests, e.g. a worker that died; empty if nothing
     * @param at when
     */
    record RoundFinished(int round, int attempt, String fault, long at) implements JournalEntry {}

    /**
     * A class is to be run in a round. Written by whoever scanned the class path: Maven, or the only worker.
     *
     * @param round from 1
     * @param className the class
     */
    record ClassPlanned(int round, String className) implements JournalEntry {}

    /**
     * Maven has fresh workers run a class in a round of a run whose workers are renewed: only what fresh workers tell of
     * it in that round counts. What renewed ones have told is still evidence of how they differ.
     *
     * @param round from 1
     * @param className the class
     * @param reason why
     * @param why the same for people, as the end of a sentence; empty where the reason says it all
     */
    record RunFresh(int round, String className, FreshReason reason, String why) implements JournalEntry {}

    /**
     * A worker takes up a class.
     *
     * @param round from 1
     * @param className the class
     * @param at when
     */
    record ClassStarted(int round, String className, long at) implements JournalEntry {}

    /**
     * A worker is done with a class, whatever became of its tests.
     *
     * @param round from 1
     * @param className the class
     * @param at when
     */
    record ClassFinished(int round, String className, long at) implements JournalEntry {}

    /**
     * An execution starts, or would have, had the test not been skipped.
     *
     * @param execution its number within this journal; {@link TestFinished} refers to it
     * @param round from 1
     * @param test the test
     * @param uniqueId JUnit Platform's unique identifier; empty where there is none
     * @param tags the tags of the test, inherited ones included
     * @param rerun whether Surefire runs it again because it failed ({@code rerunFailingTestsCount})
     * @param at when
     */
    record TestStarted(
            long execution, int round, TestId test, String uniqueId, List<String> tags, boolean rerun, long at)
            implements JournalEntry {}

    /**
     * An execution ends.
     *
     * @param execution the number given by {@link TestStarted}
     * @param outcome how it ended
     * @param at when
     */
    record TestFinished(long execution, Outcome outcome, long at) implements JournalEntry {}

    /**
     * Something happened to a worker resource.
     *
     * @param resource the resource, e.g. {@code database}
     * @param event what happened, e.g. {@code created}
     * @param details numbers and names, e.g. {@code micros}, {@code retries}
     * @param at when
     */
    record ResourceEvent(String resource, String event, Map<String, String> details, long at) implements JournalEntry {}

    /**
     * Something was opened and not closed.
     *
     * @param what what was left open, or left running
     * @param openedAt the line that opened it; empty if not known
     * @param className the test class that was running; empty if none was
     * @param fatal whether the settings make it break the build
     * @param at when
     */
    record LeakFound(String what, String openedAt, String className, boolean fatal, long at) implements JournalEntry {}

    /**
     * A forbidden message occurred.
     *
     * @param pattern the pattern of {@code surefoot.forbidden} that matched
     * @param test the test that was running; class and name empty if none was
     * @param at when
     */
    record MessageSeen(String pattern, TestId test, long at) implements JournalEntry {}

    /**
     * A fault of the worker itself, which breaks the build whatever the tests say: a resource that did not close in
     * time, a secret with the wrong value.
     *
     * @param what the fault and its mend, for people
     * @param at when
     */
    record Problem(String what, long at) implements JournalEntry {}

    /**
     * A worker is ended at a limit. A worker writes this before it does anything that may never return, such as asking
     * its threads what they do; what it learns of them follows as the outcomes of its tests. Maven writes it in its own
     * journal when it ends a worker that cannot end itself. It may stand behind the end of a worker's journal: its JVM
     * did not end then.
     *
     * @param worker the {@linkplain io.github.surefoot.core.WorkerId#label() label} of the worker
     * @param executions the numbers of the executions that were at their limit
     * @param classes the classes that were at their limit outside of their tests
     * @param why what limit that was, for people, and what is known beyond
     * @param at when
     */
    record WorkerStopped(String worker, List<Long> executions, List<String> classes, String why, long at)
            implements JournalEntry {
        /** Copies the lists. */
        public WorkerStopped {
            executions = List.copyOf(executions);
            classes = List.copyOf(classes);
        }
    }

    /**
     * Maven was told to end before the run was over, as by Ctrl-C. The rounds whose end stands before this record are
     * whole; what workers tell of others may be the work of the signal, which reaches them too, and proves nothing.
     *
     * @param at when
     */
    record Interrupted(long at) implements JournalEntry {}

    /**
     * The journal ends here as it should. Nothing but a {@link WorkerStopped} may follow.
     *
     * @param at when
     */
    record Finished(long at) implements JournalEntry {}
}
