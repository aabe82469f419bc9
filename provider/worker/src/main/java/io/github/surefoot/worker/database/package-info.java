/** A temporary database for every worker: what test code asks for, and when it is created, reset and disposed of. */
@NullMarked
package io.github.surefoot.worker.database;

import org.jspecify.annotations.NullMarked;
