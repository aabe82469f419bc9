/** PostgreSQL as an engine: databases on one server that all workers share, cloned from a sealed template. */
@NullMarked
package io.github.surefoot.worker.database.engine.postgresql;

import org.jspecify.annotations.NullMarked;
