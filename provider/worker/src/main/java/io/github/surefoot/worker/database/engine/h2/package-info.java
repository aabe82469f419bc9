/** H2 as an engine: databases in memory or in files, copied from a template that was shut down. */
@NullMarked
package io.github.surefoot.worker.database.engine.h2;

import org.jspecify.annotations.NullMarked;
