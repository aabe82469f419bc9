/** Where the schema of a worker's database comes from: scripts, migration tools, or the user's own code. */
@NullMarked
package io.github.surefoot.worker.database.schema;

import org.jspecify.annotations.NullMarked;
