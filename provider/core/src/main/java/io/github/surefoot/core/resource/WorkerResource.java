package io.github.surefoot.core.resource;

import java.time.Duration;

/**
 * Something every worker has for itself: a database, a port range, a directory. The provider finds implementations
 * on the test class path with {@link java.util.ServiceLoader}, opens them before the worker's first test, in the order
 * of {@link #order} and of those that are equal in the order found, and closes them after its last, in the reverse order.
 *
 * <p>A resource that cannot be opened stops the worker before its first test. One that throws when closed, or does not
 * return in time, breaks the build by name; its worker ends all the same.
 */
public interface WorkerResource {

    /** Returns its name in journals, reports and messages: a short noun such as {@code database}. */
    String name();

    /**
     * Returns its place among the resources: one with a lower number is opened earlier and closed later, so that others
     * can use it as long as they are open. Surefoot's own secrets and database have negative numbers.
     */
    default int order() {
        return 0;
    }

    /**
     * Opens this resource, or prepares to open it on first use.
     *
     * @param context the worker it belongs to; may be kept until {@link #close}
     * @throws Exception with a message for people: what is wrong, where, and the mend
     */
    void open(WorkerContext context) throws Exception;

    /**
     * Closes this resource. Called once, on a thread of its own, also after a failed {@link #open}.
     *
     * @param limit how long it may take; the caller stops waiting then
     * @throws Exception with a message that names what did not close
     */
    void close(Duration limit) throws Exception;

    /** Tells that the worker takes up a class; resources that were opened earlier are told earlier. */
    default void classStarting(String className) {}

    /**
     * Tells that the worker is done with a class: the moment to look for what its tests left open. Resources that were
     * opened earlier are told later.
     */
    default void classFinished(String className) {}
}
