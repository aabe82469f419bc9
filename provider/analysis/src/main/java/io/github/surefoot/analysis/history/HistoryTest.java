package io.github.surefoot.analysis.history;

import io.github.surefoot.core.TestId;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a run found about one test.
 *
 * @param className the binary name of its class
 * @param name its name within the class, as {@code verdict.json} has it
 * @param passed executions that passed
 * @param failed executions that count against the test
 * @param skipped executions that do not count
 * @param status its status, as {@code verdict.json} has it
 * @param typicalMillis the median duration of its executions
 * @param slowestMillis the longest
 */
public record HistoryTest(
        String className,
        String name,
        int passed,
        int failed,
        int skipped,
        String status,
        long typicalMillis,
        long slowestMillis) {
    /** By class and name: the order in which tests are written, so that two builds never wait for each other in turn. */
    static final Comparator<HistoryTest> ORDER =
            Comparator.comparing(HistoryTest::className).thenComparing(HistoryTest::name);

    /** Checks that the texts are there. */
    public HistoryTest {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
    }

    TestId key() {
        return new TestId(className, name);
    }
}
