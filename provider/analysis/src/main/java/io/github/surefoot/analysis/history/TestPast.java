package io.github.surefoot.analysis.history;

import io.github.surefoot.core.TestId;
import org.apache.ibatis.annotations.Param;

/**
 * What the last runs, {@value History#WINDOW} at most, found about a test.
 *
 * @param className the binary name of its class
 * @param name its name within the class
 * @param runs how many of them had the test
 * @param passed its executions that passed
 * @param failed its executions that count against it
 */
public record TestPast(
        @Param("className") String className,
        @Param("name") String name,
        @Param("runs") int runs,
        @Param("passed") long passed,
        @Param("failed") long failed) {
    /** Returns the executions that count. */
    public long executions() {
        return passed + failed;
    }

    TestId key() {
        return new TestId(className, name);
    }
}
