/** SQLite as an engine: databases are files, copied from a template. */
@NullMarked
package io.github.surefoot.worker.database.engine.sqlite;

import org.jspecify.annotations.NullMarked;
