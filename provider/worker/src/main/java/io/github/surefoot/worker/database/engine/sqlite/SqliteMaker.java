package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.fault.AttemptFailedException;
import io.github.surefoot.worker.database.fault.Attempts;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.fault.Retry;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.file.WorkerFiles;
import io.github.surefoot.worker.database.file.WorkerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Makes databases: a clone of the template at a fresh path. */
final class SqliteMaker {
    private final WorkerFiles files;
    private final Attempts attempts;
    private final Supplier<List<String>> openers;

    /**
     * Makes clones.
     *
     * @param openers names the lines that have connections open, for the fault that needs it
     */
    SqliteMaker(WorkerFiles files, Backoff backoff, Supplier<List<String>> openers) {
        this.files = files;
        this.attempts = new Attempts("Cannot create the test database", backoff, this::relieve);
        this.openers = openers;
    }

    /**
     * Makes a database.
     *
     * @throws DatabaseException at the first permanent fault, or when a transient one does not go away
     */
    Attempts.Done<EngineDatabase> make() throws InterruptedException {
        return attempts.make(this::attempt);
    }

    private EngineDatabase attempt() throws AttemptFailedException, InterruptedException {
        WorkerFiles.Place place = place();
        Path file = place.home().freshFile(".db");
        try {
            SqliteClone.copy(place.template(), file);
            return new SqliteDatabase(file);
        } catch (IOException | SQLException | LinkageError | IllegalCallerException e) {
            Diagnosis diagnosis = SqliteDiagnoser.diagnose(e, file);
            discard(file, e);
            throw new AttemptFailedException(withOpeners(diagnosis));
        }
    }

    private WorkerFiles.Place place() throws AttemptFailedException, InterruptedException {
        try {
            return files.place();
        } catch (IOException e) {
            throw new AttemptFailedException(
                    SqliteDiagnoser.diagnose(e, files.root().resolve("lock")));
        }
    }

    private Diagnosis withOpeners(Diagnosis diagnosis) {
        return diagnosis.fault() == SqliteFault.TOO_MANY_OPEN_FILES
                ? new Diagnosis(
                        diagnosis.fault(),
                        diagnosis.where(),
                        diagnosis.finding() + ". Connections are open from: " + String.join("; ", openers.get()),
                        diagnosis.cause())
                : diagnosis;
    }

    private static void discard(Path file, Throwable because) throws InterruptedException {
        try {
            FileTrees.deleteWithPrefix(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private void relieve(Retry retry) throws InterruptedException {
        if (retry == Retry.AFTER_SWEEP) {
            try {
                WorkerHome.sweep(files.root());
            } catch (IOException e) {
                // The next attempt fails as this one did, and says why.
                System.getLogger(SqliteMaker.class.getName()).log(System.Logger.Level.DEBUG, "sweep", e);
            }
        }
    }
}
