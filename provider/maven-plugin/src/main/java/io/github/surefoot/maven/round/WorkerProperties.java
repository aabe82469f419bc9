package io.github.surefoot.maven.round;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the provider is told, as properties of Surefire's provider: they reach its forks, and no report. */
final class WorkerProperties {
    private static final String PREFIX = "surefoot.worker.";
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Run run;

    WorkerProperties(Run run, Path work, Path journals) {
        this.run = run;
        properties.putAll(run.userSettings());
        put("run", run.id());
        put("suite", run.suite());
        put("rounds", Integer.toString(run.settings().rounds()));
        put("journals", journals.toString());
        put("directory", work.toString());
        put("order", run.settings().order().word());
        run.settings().order().seed().ifPresent(seed -> put("seed", Long.toString(seed)));
        put("disposalMillis", Long.toString(run.settings().disposalTimeout().toMillis()));
        run.settings().testTimeout().ifPresent(limit -> put("testTimeoutMillis", Long.toString(limit.toMillis())));
        ProcessHandle maven = ProcessHandle.current();
        put("maven", Long.toString(maven.pid()));
        maven.info().startInstant().ifPresent(at -> put("mavenStartedMillis", Long.toString(at.toEpochMilli())));
        run.filters().forEach((name, value) -> put("about." + Run.FILTER + name, value));
    }

    /**
     * Says that workers share the classes of all rounds.
     *
     * @param oneClassEach whether each class has a worker of its own
     */
    WorkerProperties shared(boolean oneClassEach, Path output) {
        put("workers", Integer.toString(run.workers()));
        put("oneClassEach", Boolean.toString(oneClassEach));
        if (run.settings().warm()) {
            round(0);
        }
        put("oneByOne", Boolean.toString(!run.settings().overlap()));
        return output(output);
    }

    /** Says where to write what the tests print. */
    WorkerProperties output(Path directory) {
        return put("output", directory.toString());
    }

    /** Says which round it is; 0 for all rounds in warm workers. */
    WorkerProperties round(int round) {
        return put("round", Integer.toString(round));
    }

    /** Says where to write the classes that were found. */
    WorkerProperties plan(Path file) {
        return put("plan", file.toString());
    }

    /** Says how long a worker may live. */
    WorkerProperties lifetime(Duration limit) {
        return put("lifetimeMillis", Long.toString(limit.toMillis()));
    }

    /** Says which classes to run, in place of a scan. */
    WorkerProperties only(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
        return put("only", file.toString());
    }

    /** Says how the launcher gets its classes: {@code all} in one request, or {@code each} in its own. */
    WorkerProperties dispatch(String dispatch) {
        return put("dispatch", dispatch);
    }

    private WorkerProperties put(String name, String value) {
        properties.put(PREFIX + name, value);
        return this;
    }

    Map<String, String> asMap() {
        return properties;
    }
}
