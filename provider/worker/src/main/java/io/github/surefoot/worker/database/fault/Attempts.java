package io.github.surefoot.worker.database.fault;

import io.github.surefoot.worker.database.DatabaseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries something until it works, with backoff, and only as long as its faults are of those that go away without the
 * user.
 *
 * @param what what is being done, the beginning of the message: {@code Cannot create the test database}
 * @param backoff how long to wait
 * @param relief makes room before another attempt
 */
public record Attempts(String what, Backoff backoff, Relief relief) {

    /** What is tried. */
    @FunctionalInterface
    public interface Step<T> {
        /** Makes one attempt, and leaves nothing behind if it fails. */
        T attempt() throws AttemptFailedException, InterruptedException;
    }

    /** What is done about a fault before the next attempt. */
    @FunctionalInterface
    public interface Relief {
        /** Makes room, if that is what the fault wants. */
        void before(Retry retry) throws InterruptedException;
    }

    /**
     * What was done in the end.
     *
     * @param result of the attempt that worked
     * @param faults why earlier attempts failed; as many as there were retries
     */
    public record Done<T>(T result, List<Fault> faults) {}

    /**
     * Tries.
     *
     * @throws DatabaseException at the first permanent fault, or when a transient one does not go away
     */
    public <T> Done<T> make(Step<T> step) throws InterruptedException {
        List<Fault> faults = new ArrayList<>();
        while (true) {
            try {
                return new Done<>(step.attempt(), List.copyOf(faults));
            } catch (AttemptFailedException e) {
                Diagnosis diagnosis = e.diagnosis();
                Retry retry = diagnosis.fault().retry();
                long before =
                        faults.stream().filter(each -> each.retry() == retry).count();
                if (before >= retry.times()) {
                    throw failure(diagnosis, faults);
                }
                faults.add(diagnosis.fault());
                relief.before(retry);
                backoff.await(faults.size());
            }
        }
    }

    private DatabaseException failure(Diagnosis diagnosis, List<Fault> before) {
        String retried = before.isEmpty() ? "" : " Tried " + (before.size() + 1) + " times: " + before + ".";
        return new DatabaseException(what + ": " + diagnosis.message() + retried, diagnosis.cause());
    }
}
