package io.github.surefoot.maven.guard;

import java.time.Duration;
import java.util.Optional;

/**
 * What workers must keep to.
 *
 * @param testTimeout how long a test may take, by a clock; empty for as long as it likes
 * @param lifetime how long a worker may live, by a clock; empty for as long as it likes
 * @param disposal how long closing a worker's resources may take
 */
public record WorkerLimits(Optional<Duration> testTimeout, Optional<Duration> lifetime, Duration disposal) {
    /** How long a worker may take, beyond a limit, to end itself: it can tell more than anybody else. */
    static final Duration GRACE = Duration.ofSeconds(5);

    /** What JUnit may take to find the tests of a class, where nobody knows whether the JVM is at work at all. */
    static final Duration DISCOVERY = Duration.ofSeconds(30);

    /** Whatever a JVM does with that much CPU time after its last test, it is not slow. */
    static final Duration LONGEST_END = Duration.ofMinutes(5);

    private static final Duration SHORTEST_EXIT = Duration.ofSeconds(10);

    /** Returns for how long a worker may stand still when it has told its end: its own watch is to notice first. */
    Duration exit() {
        return (disposal.compareTo(SHORTEST_EXIT) < 0 ? SHORTEST_EXIT : disposal).plus(SHORTEST_EXIT);
    }
}
