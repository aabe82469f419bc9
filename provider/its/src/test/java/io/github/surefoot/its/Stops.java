package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.its.harness.Build;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the workers of a build were ended for, by Maven and by themselves. */
final class Stops {
    private static final Duration LATEST = Duration.ofSeconds(10);

    private Stops() {}

    static List<WorkerStopped> of(Build build) throws IOException {
        List<WorkerStopped> stops = new ArrayList<>(new Journals(build).all(WorkerStopped.class));
        JournalReader.read(build.directory().resolve("target/surefoot/journals/run.journal")).entries().stream()
                .filter(WorkerStopped.class::isInstance)
                .map(WorkerStopped.class::cast)
                .forEach(stops::add);
        return stops;
    }

    /**
     * Asserts that every test that hung was ended at most ten seconds behind its limit, whoever did it.
     *
     * @param limit the limit of each test
     * @return how long behind its limit the last one was ended
     */
    static Duration latest(Build build, Duration limit) throws IOException {
        Journals journals = new Journals(build);
        Duration latest = Duration.ZERO;
        for (WorkerStopped stop : of(build)) {
            for (TestStarted test : journals.of(stop.worker(), TestStarted.class)) {
                if (stop.executions().contains(test.execution())) {
                    Duration behind = Duration.ofMillis(stop.at() - test.at()).minus(limit);
                    assertThat(behind)
                            .as("%s, ended for: %s", test.test(), stop.why())
                            .isBetween(Duration.ZERO, LATEST);
                    latest = behind.compareTo(latest) > 0 ? behind : latest;
                }
            }
        }
        return latest;
    }
}
