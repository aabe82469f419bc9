/** Files and directories of databases: locked, listed as open, and deleted without fail. */
@NullMarked
package io.github.surefoot.worker.database.file;

import org.jspecify.annotations.NullMarked;
