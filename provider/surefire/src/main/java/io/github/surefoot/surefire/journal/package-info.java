/** A worker's evidence: its journal, the executions in it, and what its tests print. */
@NullMarked
package io.github.surefoot.surefire.journal;

import org.jspecify.annotations.NullMarked;
