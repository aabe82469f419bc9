package io.github.surefoot.worker.database.engine.h2;

import java.io.IOException;

/** Where the databases of a worker are. */
sealed interface H2Storage permits H2InMemory, H2InFiles {
    /** The end of the name of a database's file. */
    String SUFFIX = ".mv.db";

    /** Copies the template to a new place, and returns that. */
    String copy() throws IOException, InterruptedException;

    /** Tells whether the files of a database are still there. */
    boolean exists(String place);

    /** Deletes the files of a database that was shut down. */
    void delete(String place) throws IOException, InterruptedException;

    /** Tells whether a place is one of this or another worker. */
    boolean owns(String place);

    /** Makes room, if dead workers have left something. */
    void sweep() throws IOException, InterruptedException;

    /** Gives it up. */
    void close(boolean everything) throws IOException, InterruptedException;
}
