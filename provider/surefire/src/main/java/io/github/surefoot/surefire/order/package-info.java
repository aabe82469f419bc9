/** Which classes are run, in which order, and how they are handed to the launcher. */
@NullMarked
package io.github.surefoot.surefire.order;

import org.jspecify.annotations.NullMarked;
