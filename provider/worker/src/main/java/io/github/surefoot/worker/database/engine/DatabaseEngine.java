package io.github.surefoot.worker.database.engine;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.sql.ScriptDialect;
import java.util.Optional;

/**
 * A kind of database, as much of it as worker databases need. An engine keeps one template for each schema, and makes
 * databases that are copies of it, under names that are never used again; a reset is a new one, whatever the engine
 * ({@code docs/decisions/0007}). To make an engine is to load no class of its driver.
 */
public interface DatabaseEngine {

    /** Returns the value of {@code surefoot.database.engine} that chooses it: {@code sqlite}. */
    String name();

    /** Returns the classes of its driver by which tests get to a database past Surefoot. */
    DriverClasses driver();

    /** Returns how its scripts are taken apart. */
    ScriptDialect scripts();

    /** Tells whether {@code surefoot.database.url} is of this engine, and so chooses it. */
    boolean fits(String url);

    /** Returns the URL, in this engine's form, that leads to the database of the test that is running. */
    String currentUrl();

    /**
     * Returns the same for one of several databases.
     *
     * @param name letters, digits and underscores; empty for the first
     */
    default String currentUrl(String name) {
        return name.isEmpty() ? currentUrl() : currentUrl().replaceFirst("surefoot[-_]current", "$0_" + name);
    }

    /**
     * Returns the place that a URL leads to, in one way of writing, as {@link EngineDatabase#place} has it; none if the
     * URL is not of this engine.
     */
    Optional<String> placeOf(String url);

    /**
     * Makes everything ready for one worker: sweeps what dead workers have left, never by age, and builds the template
     * unless it is there.
     *
     * @throws DatabaseException if something cannot be had; what was begun is undone
     */
    PreparedEngine prepare(Preparation preparation) throws InterruptedException;
}
