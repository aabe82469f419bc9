/** What worker databases need of a database engine, whichever it is: the seam between them. */
@NullMarked
package io.github.surefoot.worker.database.engine;

import org.jspecify.annotations.NullMarked;
