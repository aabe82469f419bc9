package io.github.surefoot.worker.database.schema;

import javax.sql.DataSource;

/** One thing that gives a template its tables and rows. */
public interface SchemaSource {

    /** Returns what messages and journals call it, e.g. {@code scripts}. */
    String name();

    /**
     * Adds all that decides about the outcome: contents and versions, never dates.
     *
     * @throws Exception if it cannot be read
     */
    void addTo(Fingerprint fingerprint) throws Exception;

    /**
     * Builds its part of the schema in the database.
     *
     * @param database gives a new connection each time; all must be closed when this returns
     * @throws Exception with a message for people
     */
    void apply(DataSource database) throws Exception;
}
