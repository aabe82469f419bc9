package io.github.surefoot.worker.database.engine;

import java.util.List;

/** What is known of the connections of a database, beside the one that has a failure to explain. */
public interface OtherConnections {
    /** Says who has the others open: lines and threads. */
    String holders();

    /** Returns the lines that opened them, and this one. */
    List<String> openers();
}
