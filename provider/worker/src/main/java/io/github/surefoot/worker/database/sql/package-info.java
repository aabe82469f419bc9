/** SQL scripts: taken apart into statements, and run with errors that name file and line. */
@NullMarked
package io.github.surefoot.worker.database.sql;

import org.jspecify.annotations.NullMarked;
