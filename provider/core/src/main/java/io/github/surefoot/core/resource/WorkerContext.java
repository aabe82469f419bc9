package io.github.surefoot.core.resource;

import io.github.surefoot.core.WorkerId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a resource may know of its worker, and where it reports. */
public interface WorkerContext {

    /** Returns the identity of the worker. */
    WorkerId worker();

    /**
     * Returns the directory of the build in which resources keep what outlives a worker, such as a database template;
     * all workers of a module share it. It exists.
     */
    Path buildDirectory();

    /** Returns the setting of that name, e.g. {@code surefoot.database.scripts}, as the user gave it to Maven. */
    Optional<String> setting(String name);

    /** Returns how long closing all resources of the worker may take together. */
    Duration disposalTimeout();

    /**
     * Journals that something happened to a resource.
     *
     * @param resource the resource's name
     * @param event what happened, e.g. {@code created}
     * @param details numbers and names, e.g. {@code micros}; never a secret
     */
    void event(String resource, String event, Map<String, String> details);

    /**
     * Journals that something was opened and not closed.
     *
     * @param what what was left open
     * @param openedAt the line that opened it; empty if not known
     * @param className the test class that was running; empty if none was
     * @param fatal whether it breaks the build
     */
    void leak(String what, String openedAt, String className, boolean fatal);

    /**
     * Journals a fault that breaks the build whatever the tests say.
     *
     * @param what the fault and its mend, for people
     */
    void problem(String what);
}
