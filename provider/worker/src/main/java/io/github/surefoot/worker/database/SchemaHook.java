package io.github.surefoot.worker.database;

import java.sql.Connection;

/**
 * Builds the schema, or a part of it, in Java. Implementations are found by {@link java.util.ServiceLoader} on the
 * test class path, and run once a build, after migrations and scripts; every worker then gets a copy of the result.
 */
public interface SchemaHook {

    /**
     * Builds the schema.
     *
     * @param connection to the template; in auto-commit mode, and closed by the caller
     * @throws Exception if it cannot be built; no worker then gets a database
     */
    void build(Connection connection) throws Exception;

    /**
     * Returns a text that changes whenever the outcome does. The code of the hook's own class is taken into account
     * without it; name here what the hook reads or calls.
     */
    default String version() {
        return "";
    }
}
