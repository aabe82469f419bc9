/** The history: what earlier builds found, in SQLite or PostgreSQL, and what is new against it. */
@NullMarked
package io.github.surefoot.analysis.history;

import org.jspecify.annotations.NullMarked;
