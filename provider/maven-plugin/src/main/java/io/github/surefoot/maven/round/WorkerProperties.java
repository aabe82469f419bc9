package io.github.surefoot.maven.round;

import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.WorkerFact;
import io.github.surefoot.core.protocol.WorkerProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the provider is told, as properties of Surefire's provider: they reach its forks, and no report. */
public final class WorkerProperties {
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Run run;

    /**
     * Begins with what every worker is told.
     *
     * @param work where resources keep what outlives a worker
     * @param journals where the worker writes its journal
     */
    public WorkerProperties(Run run, Path work, Path journals) {
        this.run = run;
        properties.putAll(run.userSettings());
        put(WorkerProperty.RUN, run.id());
        put(WorkerProperty.SUITE, run.suite());
        put(WorkerProperty.ROUNDS, Integer.toString(run.settings().rounds()));
        put(WorkerProperty.JOURNALS, journals.toString());
        put(WorkerProperty.DIRECTORY, work.toString());
        put(WorkerProperty.ORDER, run.settings().order().word());
        run.settings().order().seed().ifPresent(seed -> put(WorkerProperty.SEED, Long.toString(seed)));
        put(
                WorkerProperty.DISPOSAL_MILLIS,
                Long.toString(run.settings().disposalTimeout().toMillis()));
        run.settings()
                .testTimeout()
                .ifPresent(limit -> put(WorkerProperty.TEST_TIMEOUT_MILLIS, Long.toString(limit.toMillis())));
        ProcessHandle maven = ProcessHandle.current();
        put(WorkerProperty.MAVEN, Long.toString(maven.pid()));
        maven.info()
                .startInstant()
                .ifPresent(at -> put(WorkerProperty.MAVEN_STARTED_MILLIS, Long.toString(at.toEpochMilli())));
        run.filters().forEach((name, value) -> properties.put(WorkerProperty.ABOUT + WorkerFact.FILTER + name, value));
    }

    /**
     * Says that workers share the classes of all rounds.
     *
     * @param oneClassEach whether each class has a worker of its own
     */
    WorkerProperties shared(boolean oneClassEach, Path output) {
        put(WorkerProperty.WORKERS, Integer.toString(run.workers()));
        put(WorkerProperty.ONE_CLASS_EACH, Boolean.toString(oneClassEach));
        if (run.settings().warm()) {
            round(WorkerProperty.ALL_ROUNDS);
        }
        put(WorkerProperty.ONE_BY_ONE, Boolean.toString(!run.settings().overlap()));
        return output(output);
    }

    /** Says up to which round workers share the classes; otherwise to the last. */
    WorkerProperties upTo(int round) {
        return put(WorkerProperty.ROUNDS, Integer.toString(round));
    }

    /** Says from which round on they do; otherwise from the first. */
    WorkerProperties from(int round) {
        return put(WorkerProperty.FIRST, Integer.toString(round));
    }

    /** Says that they renew classes between rounds. */
    WorkerProperties renewed() {
        return put(WorkerProperty.KIND, WorkerKind.RENEWED.word());
    }

    /** Says where to tell of the worker's JVM and class path. */
    WorkerProperties classPath(Path file) {
        return put(WorkerProperty.CLASS_PATH, file.toString());
    }

    /** Says where to write what the tests print. */
    WorkerProperties output(Path directory) {
        return put(WorkerProperty.OUTPUT, directory.toString());
    }

    /** Says where jqwik keeps samples that failed. */
    public WorkerProperties samples(Path file) {
        return put(WorkerProperty.SAMPLES, file.toString());
    }

    /** Says which round it is; 0 for all rounds in warm workers. */
    public WorkerProperties round(int round) {
        return put(WorkerProperty.ROUND, Integer.toString(round));
    }

    /** Says where to write the classes that were found. */
    public WorkerProperties plan(Path file) {
        return put(WorkerProperty.PLAN, file.toString());
    }

    /** Says how long a worker may live. */
    WorkerProperties lifetime(Duration limit) {
        return put(WorkerProperty.LIFETIME_MILLIS, Long.toString(limit.toMillis()));
    }

    /**
     * Says which classes to run, in place of a scan.
     *
     * @throws IOException if the file cannot be written
     */
    public WorkerProperties only(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
        return put(WorkerProperty.ONLY, file.toString());
    }

    /** Says which shard's classes to take of a scan. */
    WorkerProperties shard(Path file) {
        return put(WorkerProperty.SHARD, file.toString());
    }

    /** Says where to write how the worker was started, in place of running anything. */
    public WorkerProperties describe(Path file) {
        return put(WorkerProperty.DESCRIBE, file.toString());
    }

    /** Says how the launcher gets its classes. */
    public WorkerProperties dispatch(Dispatch dispatch) {
        return put(WorkerProperty.DISPATCH, dispatch.word());
    }

    private WorkerProperties put(WorkerProperty property, String value) {
        properties.put(property.key(), value);
        return this;
    }

    /** Returns them all. */
    public Map<String, String> asMap() {
        return properties;
    }
}
