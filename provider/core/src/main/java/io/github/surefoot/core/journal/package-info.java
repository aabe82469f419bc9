/** The journal: the append-only file in which one worker writes its schedule, outcomes and resource events. */
@NullMarked
package io.github.surefoot.core.journal;

import org.jspecify.annotations.NullMarked;
