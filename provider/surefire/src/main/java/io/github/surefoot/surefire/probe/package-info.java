/** A JVM that runs parts of a suite as it is asked to, one after the other, and tells how one test ended in each. */
@NullMarked
package io.github.surefoot.surefire.probe;

import org.jspecify.annotations.NullMarked;
