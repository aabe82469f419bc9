package io.github.surefoot.worker.database.template;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.fault.Diagnoser;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.fault.Retry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes databases: a clone of the template at a fresh path, tried again, with backoff, only when the fault is one
 * that goes away without the user.
 */
public final class DatabaseMaker {
    private final Path template;
    private final WorkerHome home;
    private final Backoff backoff;
    private final Supplier<List<String>> openers;

    /**
     * Makes clones.
     *
     * @param openers names the lines that have connections open, for the fault that needs it
     */
    public DatabaseMaker(Path template, WorkerHome home, Backoff backoff, Supplier<List<String>> openers) {
        this.template = template;
        this.home = home;
        this.backoff = backoff;
        this.openers = openers;
    }

    /**
     * A database, made.
     *
     * @param file where it is
     * @param faults why earlier attempts failed; as many as there were retries
     */
    public record Made(Path file, List<Fault> faults) {}

    /**
     * Makes a database.
     *
     * @throws DatabaseException at the first permanent fault, or when a transient one does not go away
     */
    public Made make() throws InterruptedException {
        List<Fault> faults = new ArrayList<>();
        while (true) {
            Path file = home.freshFile();
            try {
                CloneFactory.copy(template, file);
                return new Made(file, List.copyOf(faults));
            } catch (IOException | SQLException | LinkageError | IllegalCallerException e) {
                Diagnosis diagnosis = Diagnoser.diagnose(e, file);
                discard(file, e);
                Retry retry = diagnosis.fault().retry();
                long before =
                        faults.stream().filter(each -> each.retry() == retry).count();
                if (before >= retry.times()) {
                    throw failure(diagnosis, faults);
                }
                faults.add(diagnosis.fault());
                relieve(retry);
                backoff.await(faults.size());
            }
        }
    }

    private DatabaseException failure(Diagnosis diagnosis, List<Fault> before) {
        String retried = before.isEmpty() ? "" : " Tried " + (before.size() + 1) + " times: " + before + ".";
        String list = diagnosis.fault() == Fault.TOO_MANY_OPEN_FILES
                ? " Connections are open from: " + String.join("; ", openers.get()) + "."
                : "";
        return new DatabaseException(
                "Cannot create the test database: " + diagnosis.message() + retried + list, diagnosis.cause());
    }

    private static void discard(Path file, Throwable because) throws InterruptedException {
        try {
            Trees.deleteDatabase(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private void relieve(Retry retry) throws InterruptedException {
        Path root = home.directory().getParent();
        if (retry == Retry.AFTER_SWEEP && root != null) {
            try {
                WorkerHome.sweep(root);
            } catch (IOException e) {
                // The next attempt fails as this one did, and says why.
                System.getLogger(DatabaseMaker.class.getName()).log(System.Logger.Level.DEBUG, "sweep", e);
            }
        }
    }
}
