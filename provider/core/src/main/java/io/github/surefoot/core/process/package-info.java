/** How processes get on: what a limit may count of the time of a machine that is busy with something else. */
@NullMarked
package io.github.surefoot.core.process;

import org.jspecify.annotations.NullMarked;
