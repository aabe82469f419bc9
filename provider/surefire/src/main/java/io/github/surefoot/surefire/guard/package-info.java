/** What ends a worker that cannot end by itself: at a limit, at its own end, or when Maven is gone. */
@NullMarked
package io.github.surefoot.surefire.guard;

import org.jspecify.annotations.NullMarked;
