/** What can go wrong with a worker's database: every fault with its cause, its mend, and whether trying again helps. */
@NullMarked
package io.github.surefoot.worker.database.fault;

import org.jspecify.annotations.NullMarked;
