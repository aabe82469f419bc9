/** What can go wrong with a worker's database, whichever engine it is of, and whether trying again helps. */
@NullMarked
package io.github.surefoot.worker.database.fault;

import org.jspecify.annotations.NullMarked;
