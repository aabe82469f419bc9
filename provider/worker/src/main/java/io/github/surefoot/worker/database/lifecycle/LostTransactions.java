package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.connection.LostCommits;
import io.github.surefoot.worker.database.connection.OpenSite;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells of transactions that a commit does not keep, since a test has caught the error of a statement in them: each line
 * once, or every time as an error of that line.
 */
final class LostTransactions {
    /** SQL's state of a transaction in which a statement has failed. */
    private static final String FAILED_TRANSACTION = "25P02";

    private final WorkerContext context;
    private final String setting;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Has told nothing yet.
     *
     * @param setting {@code warn}, {@code fail} or {@code off}
     */
    LostTransactions(WorkerContext context, String setting) {
        this.context = context;
        this.setting = setting;
    }

    /** Returns who tells of those in the databases of a class. */
    LostCommits in(String className) {
        return switch (setting) {
            case "off" -> LostCommits.UNTOLD;
            case "fail" -> LostTransactions::fail;
            default -> site -> tell(site, className);
        };
    }

    private void tell(OpenSite site, String className) {
        if (told.add(className + site.line())) {
            String in = className.isEmpty() ? "" : ", while " + className + " ran,";
            // It was opened nowhere and left by nobody, so line and class are in the words.
            context.leak(words(site.line() + in, "keeps", "warn"), "", "", false);
        }
    }

    private static void fail(OpenSite site) throws SQLException {
        throw new SQLException(words(site.line(), "would keep", "fail"), FAILED_TRANSACTION);
    }

    private static String words(String where, String keeps, String setting) {
        return "The commit at " + where + " " + keeps
                + " nothing: a statement before it in its transaction has failed, and"
                + " the server then rolls all of it back. Roll back where the error is caught, or set a savepoint before"
                + " what may fail (surefoot.database.lostCommits is " + setting + ")";
    }
}
