/** Connections and sessions of a worker's database: who opened them, and how they are all closed in time. */
@NullMarked
package io.github.surefoot.worker.database.connection;

import org.jspecify.annotations.NullMarked;
