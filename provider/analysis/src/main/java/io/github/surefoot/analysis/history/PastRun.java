package io.github.surefoot.analysis.history;

import org.apache.ibatis.annotations.Param;

/**
 * An earlier run: a point of the trend.
 *
 * @param id its number in the history
 * @param run its name
 * @param startedAt when, in milliseconds since the epoch
 * @param commitId the commit that was built; empty if unknown
 * @param verdict {@code held}, {@code broken} or {@code insufficient}
 * @param tests how many tests there were
 * @param flaky how many passed and failed
 * @param broken how many never passed
 * @param passed executions that passed
 * @param failed executions that count against their tests
 * @param rounds the rounds that were completed
 * @param roundsPassed the rounds in which nothing failed
 * @param millis how long it took
 * @param disposeMicros how long disposing of a worker's database took, in microseconds: 99 of 100 were as fast
 */
public record PastRun(
        @Param("id") long id,
        @Param("run") String run,
        @Param("startedAt") long startedAt,
        @Param("commitId") String commitId,
        @Param("verdict") String verdict,
        @Param("tests") int tests,
        @Param("flaky") int flaky,
        @Param("broken") int broken,
        @Param("passed") long passed,
        @Param("failed") long failed,
        @Param("rounds") int rounds,
        @Param("roundsPassed") int roundsPassed,
        @Param("millis") long millis,
        @Param("disposeMicros") long disposeMicros) {
    /** Returns where in time this was, for people: the day, and the beginning of the commit if it is known. */
    String when() {
        String day = UtcDay.of(startedAt);
        return commitId.isEmpty()
                ? day
                : day + " (commit " + commitId.substring(0, Math.min(8, commitId.length())) + ")";
    }
}
